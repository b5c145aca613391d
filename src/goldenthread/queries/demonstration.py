"""The people somebody may sign in as in a demonstration, and nowhere else."""

from dataclasses import dataclass
from uuid import UUID

from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account


@dataclass(frozen=True, kw_only=True)
class Actor:
    """One invented person, and the one question they open the page with."""

    account_id: UUID
    name: str
    job_title: str
    agency: str
    role: str
    question: str


def actors() -> tuple[Actor, ...]:
    """Return every invented person who signs in, in the order of the roles."""
    roles = {key: place for place, key in enumerate(catalogue.declared(Role))}
    people = Account.objects.filter(is_service=False, is_active=True).select_related("agency")
    known = [person for person in people if person.role in roles]
    return tuple(
        Actor(
            account_id=person.pk,
            name=person.full_name,
            job_title=person.job_title,
            agency=person.agency.name if person.agency else "",
            role=catalogue.role(person.role).title,
            question=catalogue.role(person.role).question,
        )
        for person in sorted(known, key=lambda each: (roles[each.role], each.full_name))
    )
