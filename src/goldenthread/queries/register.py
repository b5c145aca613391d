"""The register: finding somebody before recording them again, and who and where they are.

The search is one function of PostgreSQL that sees past row security, gives each match at the
viewer's level and logs what it gave (DESIGN section 6). Nothing it finds is ever taken as the same
child by itself: it ranks, says why, and leaves the rest to a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.records.person import Person

MOST = 20
NOT_ALLOWED = "42501"
SEARCH = "select * from gt_search_register(%s, %s, %s, %s, %s, %s)"
STUBS = "select * from gt_stubs(%s::uuid[])"
REASONS = {
    "same-number": "Same number",
    "same-name": "Same name",
    "names-turned": "Given and family name the other way round",
    "name-sounds-alike": "Name sounds alike",
    "name-spelt-alike": "Name is spelt almost the same",
    "part-of-name": "Part of the name",
    "another-name": "Another name they are known by",
    "same-birth-date": "Same date of birth",
    "birth-date-turned": "Day and month of birth the other way round",
    "birth-date-near": "Date of birth one digit different, or one or ten years out",
    "birth-date-close": "Date of birth almost the same",
    "unborn-then": "Was expected about that day, and had no given name yet",
    "same-postcode": "Same postcode",
    "may-be-twin": "May be a twin, or a brother or sister",
}
WARNINGS = {
    "has-namesake": "Another child has this name and birth date",
    "has-twin": "Another child has this family name and birth date: they may be twins",
}


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What is looked for. Whatever is empty is not looked for."""

    given_name: str = ""
    family_name: str = ""
    born: date | None = None
    number: str = ""
    postcode: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (
            self.given_name or self.family_name or self.born or self.number or self.postcode
        )


@dataclass(frozen=True, kw_only=True)
class Match:
    """Somebody found. Without `may_open` it is a stub: a name, a year and whom to ring."""

    person_id: UUID
    kind: str
    name: str
    born: date | None
    birth_year: int | None
    matched_as: str
    desk: str
    may_open: bool
    reasons: tuple[str, ...]
    may_be_twin: bool
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Found:
    """Who may be meant, likeliest first. `more` says that others are like it and not shown."""

    matches: tuple[Match, ...] = ()
    more: bool = False


def search(*, viewer: Viewer, sought: Sought, most: int = MOST) -> Found:
    """Return who may be meant, at most `most` of them. Raises Denied."""
    decision.require(viewer=viewer, verb="register.search")
    if sought.empty:
        return Found()
    told = [sought.given_name, sought.family_name, sought.born, sought.number, sought.postcode]
    found = _asked(SEARCH, [*told, most])
    return Found(matches=tuple(_match(row[:-1]) for row in found), more=any(r[-1] for r in found))


def stub(*, viewer: Viewer, person_id: UUID) -> Match:
    """Return one person at the viewer's level; raises Denied as if they were not there."""
    decision.require(viewer=viewer, verb="register.search")
    found = _asked(STUBS, [[person_id]])
    if not found:
        raise Denied(verb="register.search", reason="no-relationship", hidden=True)
    _, given, family, year, desk, may_open = found[0]
    born = None
    if may_open:
        seen = rows.visible(viewer=viewer, rows=Person.objects.filter(pk=person_id)).first()
        born = seen.date_of_birth if seen else None
    return _match((person_id, "", given, family, born, year, "", desk, may_open, (), 0))


def names(
    *, viewer: Viewer, person_ids: Sequence[UUID], verb: str = "register.search"
) -> dict[UUID, str]:
    """Return the names of people as stubs have them, without those sealed; raises Denied.

    `verb` is what they are needed for.
    """
    decision.require(viewer=viewer, verb=verb)
    found = _asked(STUBS, [list(person_ids)])
    return {person_id: f"{given} {family}".strip() for person_id, given, family, *_ in found}


def _asked(function: str, told: list[Any]) -> list[tuple[Any, ...]]:
    """Ask a function of the register; raises Denied for who holds no desk and no child."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(function, told)
            return cursor.fetchall()
    except DatabaseError as refusal:
        if getattr(refusal.__cause__, "sqlstate", "") != NOT_ALLOWED:
            raise
    raise Denied(verb="register.search", reason="no-desk-and-no-child")


def _match(row: Sequence[Any]) -> Match:
    person_id, kind, given, family, born, year, matched, desk, may_open, why, _ = row
    return Match(
        person_id=person_id,
        kind=kind,
        name=f"{given} {family}",
        born=born,
        birth_year=year,
        matched_as=matched,
        desk=desk,
        may_open=may_open,
        reasons=tuple(REASONS[each] for each in why if each in REASONS),
        may_be_twin="may-be-twin" in why,
        warnings=tuple(WARNINGS[each] for each in why if each in WARNINGS),
    )
