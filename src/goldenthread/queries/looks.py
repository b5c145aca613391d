"""Who looked at whom, from the trail: for the privacy officers' desk alone.

The web role reads no trail. Two functions of PostgreSQL read it for whoever sits at that desk, and
put on the trail that they did.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from goldenthread.access import decision
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.content.partnership import looks
from goldenthread.language.role import Role
from goldenthread.queries import register
from goldenthread.records.account import Account

VERB = "trail.read"
MOST = 200
COLUMNS = "at, account_id, full_name, agency, role, verb, purpose, decision, persons, is_service"
AT = f"select {COLUMNS} from gt_looks_at(%s, %s, %s, %s)"
BY = f"select {COLUMNS} from gt_looks_by(%s, %s, %s, %s)"


@dataclass(frozen=True, kw_only=True)
class Days:
    """From one day to another, both included, in London; None for no end."""

    first: date | None = None
    last: date | None = None


EVER = Days()


@dataclass(frozen=True, kw_only=True)
class Looked:
    """One look: who, for which agency and in which role, what they did and what for.

    `refused` saw nothing. `persons` are whoever the page showed.
    """

    at: datetime
    account_id: UUID | None
    who: str
    agency: str
    role: str
    did: str
    purpose: str
    opened: bool
    refused: bool
    service: bool
    persons: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class Looks:
    """Looks, the newest first. `more` says that there are older ones."""

    rows: tuple[Looked, ...]
    more: bool


@dataclass(frozen=True, kw_only=True)
class Colleague:
    """Somebody with an account, or who had one."""

    account_id: UUID
    name: str
    about: str
    active: bool


def at_child(*, viewer: Viewer, child_id: UUID, days: Days = EVER, most: int = MOST) -> Looks:
    """Return who looked at a child, under whichever record it is known; raises Denied."""
    decision.require(viewer=viewer, verb=VERB)
    return _read(AT, child_id, days, most)


def by_colleague(*, viewer: Viewer, account_id: UUID, days: Days = EVER, most: int = MOST) -> Looks:
    """Return what somebody looked at; raises Denied."""
    decision.require(viewer=viewer, verb=VERB)
    return _read(BY, account_id, days, most)


def child(*, viewer: Viewer, child_id: UUID) -> str:
    """Return the name of a child as a stub has it; raises Denied as if it were not there."""
    decision.require(viewer=viewer, verb=VERB)
    return register.stub(viewer=viewer, person_id=child_id).name


def colleague(*, viewer: Viewer, account_id: UUID) -> Colleague:
    """Return one colleague; raises Denied as if they were not there."""
    decision.require(viewer=viewer, verb=VERB)
    found = Account.objects.filter(pk=account_id, is_service=False).select_related("agency").first()
    if found is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    return _colleague(found)


def colleagues(*, viewer: Viewer, words: str, most: int = 20) -> tuple[Colleague, ...]:
    """Return the colleagues, closed accounts too, with each of these words in their name."""
    decision.require(viewer=viewer, verb=VERB)
    found = Account.objects.filter(is_service=False).select_related("agency")
    for word in words.split():
        found = found.filter(full_name__icontains=word)
    return tuple(map(_colleague, found.order_by("full_name", "pk")[:most]))


def names(*, viewer: Viewer, found: Looks, at_most: int = 3) -> dict[UUID, str]:
    """Return the names, as stubs, of whoever was shown alone or with one or two others."""
    wanted = {
        each for row in found.rows if len(row.persons) <= at_most for each in row.persons
    }  # fmt: skip
    return register.names(viewer=viewer, person_ids=sorted(wanted)) if wanted else {}


def _colleague(found: Account) -> Colleague:
    declared = catalogue.declared(Role).get(found.role)
    said = (found.job_title or (declared.title if declared else ""), found.agency)
    return Colleague(
        account_id=found.pk,
        name=found.full_name,
        about=", ".join(str(each) for each in said if each),
        active=found.is_active,
    )


def _read(query: str, asked: UUID, days: Days, most: int) -> Looks:
    titles = {key: role.title for key, role in catalogue.declared(Role).items()}
    with connection.cursor() as cursor:
        cursor.execute(query, [asked, days.first, days.last, most + 1])
        rows = [_looked(row, titles) for row in cursor.fetchall()]
    return Looks(rows=tuple(rows[:most]), more=len(rows) > most)


def _looked(row: Sequence[Any], titles: dict[str, str]) -> Looked:
    at, account_id, name, agency, role, verb, purpose, decided, persons, service = row
    return Looked(
        at=at,
        account_id=account_id,
        who=name,
        agency=agency,
        role=titles.get(role, role),
        did=looks.did(verb),
        purpose=looks.purpose(purpose, verb),
        opened=verb in looks.OPENS,
        refused=decided == "denied",
        service=service,
        persons=tuple(persons),
    )
