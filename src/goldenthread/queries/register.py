"""The register: finding somebody before recording them again, and who and where they are.

The search is one function of PostgreSQL that sees past row security, gives each match at the
viewer's level and logs what it gave (DESIGN section 6). Nothing it finds is ever taken as the same
child by itself: it ranks, says why, and leaves the rest to a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import Model, QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.front_door import who_and_where as asked
from goldenthread.records.address import Address
from goldenthread.records.identifier import Identifier
from goldenthread.records.person import Person
from goldenthread.records.person_name import PersonName
from goldenthread.records.relationship import Relationship

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


def search(*, viewer: Viewer, sought: Sought) -> tuple[Match, ...]:
    """Return who may be meant, likeliest first, at most 20. Raises Denied."""
    decision.require(viewer=viewer, verb="register.search")
    if sought.empty:
        return ()
    told = [sought.given_name, sought.family_name, sought.born, sought.number, sought.postcode]
    return tuple(_match(row) for row in _asked(SEARCH, [*told, MOST]))


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


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing said of somebody: what, in words, and the days it held."""

    row_id: UUID
    what: str
    kind: str
    words: str
    since: date | None
    until: date | None
    kept_from_others: bool = False


@dataclass(frozen=True, kw_only=True)
class WhoAndWhere:
    """All the register has of one person, as known at a moment."""

    person_id: UUID
    name: str
    born: date | None
    expected: date | None
    names: tuple[Told, ...]
    addresses: tuple[Told, ...]
    numbers: tuple[Told, ...]


def who_and_where(*, viewer: Viewer, person_id: UUID, now: datetime) -> WhoAndWhere:
    """Return names, addresses and numbers of one person as known at `now`. Raises Denied."""
    decision.require(viewer=viewer, verb="register.read")
    visible = rows.visible(viewer=viewer, rows=Person.objects.all())
    person = visible.filter(pk=person_id).first()
    if person is None:
        raise Denied(verb="register.read", reason="no-relationship", hidden=True)
    names = known(rows.visible(viewer=viewer, rows=PersonName.objects.all()), person_id, now)
    places = known(rows.visible(viewer=viewer, rows=Address.objects.all()), person_id, now)
    numbers = rows.visible(viewer=viewer, rows=Identifier.objects.filter(person_id=person_id))
    return WhoAndWhere(
        person_id=person.pk,
        name=str(person),
        born=person.date_of_birth,
        expected=person.expected_date_of_birth,
        names=tuple(_told("name", row, str(row)) for row in names),
        addresses=tuple(_told("address", row, _place(row)) for row in places),
        numbers=tuple(_told("number", row, row.value) for row in numbers.order_by("kind", "pk")),
    )


@dataclass(frozen=True, kw_only=True)
class Tied(Told):
    """Somebody who matters to a person, by name as the viewer may have it."""

    person_id: UUID


def near(*, viewer: Viewer, person_id: UUID, now: datetime) -> tuple[Tied, ...]:
    """Return who matters to a person; a name the viewer may not see is left out. Raises Denied."""
    found = ties(viewer=viewer, person_id=person_id, now=now)
    people = rows.visible(viewer=viewer, rows=Person.objects.all())
    names = {each.pk: str(each) for each in people.filter(pk__in=[tie.other_id for tie in found])}
    return tuple(
        Tied(
            row_id=tie.pk,
            person_id=tie.other_id,
            what="tie",
            kind=asked.tie_title(tie.kind),
            words=names.get(tie.other_id, "Somebody you may not open")
            + (", has parental responsibility" if tie.parental_responsibility else ""),
            since=tie.valid_from,
            until=tie.valid_to,
        )
        for tie in found
    )


def ties(*, viewer: Viewer, person_id: UUID, now: datetime) -> tuple[Relationship, ...]:
    """Return the ties recorded of one person, as known at `now`; their other ends by id alone."""
    decision.require(viewer=viewer, verb="register.read")
    seen = rows.visible(viewer=viewer, rows=Relationship.objects.all())
    return tuple(known(seen, person_id, now))


def known[Row: Model](stated: QuerySet[Row], person_id: UUID, as_at: datetime) -> QuerySet[Row]:
    """Return what was recorded of a person by `as_at` and not superseded by then."""
    recorded = stated.filter(person_id=person_id, recorded_at__lte=as_at)
    superseded = recorded.filter(supersedes__isnull=False).values("supersedes_id")
    return recorded.exclude(pk__in=superseded).order_by("recorded_at", "pk")


def _place(row: Address) -> str:
    return f"{row.lines}, {row.postcode}" if row.postcode else row.lines


def _told(what: str, row: PersonName | Address | Identifier, words: str) -> Told:
    (kinds,) = (each for each in asked.sections[what].questions if each.key == "kind")
    return Told(
        row_id=row.pk,
        what=what,
        kind=kinds.label_of(row.kind),
        words=words,
        since=row.valid_from,
        until=row.valid_to,
        kept_from_others=isinstance(row, Address) and row.is_safe,
    )
