"""The people somebody may sign in as in a demonstration, and nowhere else."""

from dataclasses import dataclass
from uuid import UUID

from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account

# By the page each opens first, in the order a worry meets them.
GROUPS = (
    ("Worried about a child", ("my-referrals",)),
    ("At the front door", ("queue",)),
    ("Deciding with the front door", ("asked-of-us", "joint-triage")),
    ("Working with the family", ("my-children", "my-team")),
    ("Settling a disagreement", ("disagreements",)),
)
OTHERS = "Looking after the record and the numbers"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """One invented person, and the one question they open the page with."""

    account_id: UUID
    name: str
    job_title: str
    agency: str
    role: str
    question: str


@dataclass(frozen=True, kw_only=True)
class Group:
    """Those who come with questions of a kind."""

    title: str
    actors: tuple[Actor, ...]


def groups() -> tuple[Group, ...]:
    """Return every invented person who signs in, in the order a worry meets them."""
    roles = {key: place for place, key in enumerate(catalogue.declared(Role))}
    people = Account.objects.filter(is_service=False, is_active=True).select_related("agency")
    known = [person for person in people if person.role in roles]
    found: dict[str, list[Actor]] = {title: [] for title, _ in (*GROUPS, (OTHERS, ()))}
    for person in sorted(known, key=lambda each: (roles[each.role], each.full_name)):
        found[_title(catalogue.role(person.role))].append(_actor(person))
    return tuple(
        Group(title=title, actors=tuple(actors)) for title, actors in found.items() if actors
    )


def _title(role: Role) -> str:
    return next((title for title, homes in GROUPS if role.home in homes), OTHERS)


def _actor(person: Account) -> Actor:
    return Actor(
        account_id=person.pk,
        name=person.full_name,
        job_title=person.job_title,
        agency=person.agency.name if person.agency else "",
        role=catalogue.role(person.role).title,
        question=catalogue.role(person.role).question,
    )
