"""One account for each role and relationship the signed table names, and a record in every state.

So that no line of the table is without somebody it is about.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.made.casework import NOW
from tests.made.world import World

LONG_AGO = NOW - timedelta(days=300)
STORES = ("restricted", "allegation", "child-death", "suspect", "staff", "adopted", "quarantine")
# Held by a seat or by being oneself, and not by a grant.
OWN, DESK = "own", "-desk"


def everybody(cursor: Any, *, made: World, pairs: Iterable[tuple[str, str]]) -> dict[str, UUID]:
    """Make an account of each role and relationship, by what it is; the records are made first."""
    scopes = [*sorted(set(made.person_of.values())), made.occasion, _person(cursor, died=True)]
    sealed = [(_person(cursor, seal=f"{store}:made"), f"{store}:made") for store in STORES]
    people = {}
    for role, kind in sorted(pairs):
        account_id = _account(cursor, role=role, kind=kind)
        people[f"{role} by {kind}"] = account_id
        if kind.endswith(DESK):
            _seat(cursor, account_id=account_id, desk=kind.removesuffix(DESK))
        if kind == "access-list" or kind.endswith(DESK):
            for scope, seal in sealed:
                grant(cursor, account_id=account_id, kind=kind, scope=scope, seal=seal, level=5)
        elif kind != OWN:
            _give(cursor, account_id=account_id, kind=kind, scopes=scopes)
    return people


def _give(cursor: Any, *, account_id: UUID, kind: str, scopes: Sequence[UUID]) -> None:
    """Give each scope, some at less than the relationship opens at most."""
    for place, scope in enumerate(scopes):
        level = 1 + place % 5
        grant(cursor, account_id=account_id, kind=kind, scope=scope, seal="", level=level)


def _person(cursor: Any, *, seal: str = "", died: bool = False) -> UUID:
    person_id = uuid4()
    cursor.execute(
        "insert into gt_person (id, kind, given_name, family_name, sex, ethnicity, died_on,"
        " scope, desk, seal) values (%s, 'child', 'Tamsin', 'Stateful', 'U', '', %s, %s, '', %s)",
        [person_id, NOW.date() if died else None, person_id, seal],
    )
    return person_id


def _account(cursor: Any, *, role: str, kind: str) -> UUID:
    account_id = uuid4()
    cursor.execute(
        "insert into gt_account (id, email, full_name, job_title, role, agency_id, is_service,"
        " is_active, password) select %s, %s, %s, '', %s, a.id, false, true, '!'"
        " from gt_agency a where a.key = 'council'",
        [account_id, f"{account_id}@example.invalid", f"{role} by {kind}", role],
    )
    return account_id


def _seat(cursor: Any, *, account_id: UUID, desk: str) -> None:
    cursor.execute(
        "insert into gt_desk_seat (id, account_id, desk, starts_at) values (%s, %s, %s, %s)",
        [uuid4(), account_id, desk, LONG_AGO],
    )


def grant(cursor: Any, *, account_id: UUID, kind: str, scope: UUID, seal: str, level: int) -> None:
    """Give an account a scope, or a sealed record, for good."""
    cursor.execute(
        "insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at)"
        " values (%s, %s, %s, %s, %s, %s, 'made for a test', %s)",
        [uuid4(), account_id, kind, level, scope, seal, LONG_AGO],
    )
