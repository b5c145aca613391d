"""Who matters to a child: family, home, school and surgery, and who works with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import DateField, F, QuerySet, UUIDField, Value
from django.db.models.functions import Cast, Coalesce

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content.front_door import ties
from goldenthread.content.need_to_know import field_classes as classes
from goldenthread.kernel import calendar
from goldenthread.queries import known
from goldenthread.queries.chronology import Written
from goldenthread.queries.thread import Thread
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.involvement import Involvement
from goldenthread.records.relationship import Relationship

# Those who wrote last; the whole of who ever wrote is the chronology itself.
MOST_WORKERS = 8
OF = ("responsible", "home", "goes", "involved")
EMPTY = {
    "person_id": Cast(None, UUIDField()),
    "since": Cast(None, DateField()),
    **dict.fromkeys(("kind", "name", "as_told", "job_title", "agency"), Value("")),
}


@dataclass(frozen=True, kw_only=True)
class Near:
    """Somebody tied to the child. `may_open` says whether this viewer may follow the name."""

    person_id: UUID
    name: str
    title: str
    birth_year: int | None
    responsible: bool
    lives_with: bool
    may_open: bool
    desk: str


@dataclass(frozen=True, kw_only=True)
class Place:
    """A school, nursery or surgery the child goes to, since when if that is known."""

    title: str
    name: str
    since: date | None


@dataclass(frozen=True, kw_only=True)
class Worker:
    """Somebody who works with the child, or wrote on the thread: `last_on` is when they last did.

    `what` is what they do for the child, where that was recorded.
    """

    name: str
    job_title: str
    agency: str
    what: str
    last_on: date | None


@dataclass(frozen=True, kw_only=True)
class WhoMatters:
    """All of them, as now; `also` are the other people this child was recorded as."""

    people: tuple[Near, ...]
    places: tuple[Place, ...]
    workers: tuple[Worker, ...]
    also: tuple[UUID, ...]


class Said(NamedTuple):
    """One thing that stands of the child, whichever table it is in: what of it each table has."""

    of: str
    recorded_at: datetime
    row_id: UUID
    person_id: UUID | None
    since: date | None
    kind: str
    name: str
    as_told: str
    job_title: str
    agency: str


def to(*, viewer: Viewer, thread: Thread, now: datetime) -> WhoMatters:
    """Return who matters now to the child of a thread this viewer has read. Raises Denied.

    Each is at the level this viewer may have. What stands of the child is asked in one question.
    """
    decision.require(viewer=viewer, verb="thread.read")
    child = thread.recorded_as
    said = _said(viewer=viewer, child=child, on=calendar.london_date(now))
    return WhoMatters(
        people=_people(child=child, said=said) if classes.third_party.key in thread.shown else (),
        places=_places(said["goes"]) if classes.contact.key in thread.shown else (),
        workers=(*_involved(said["involved"]), *_writers(thread.written)),
        also=child[1:],
    )


def _said(*, viewer: Viewer, child: tuple[UUID, ...], on: date) -> dict[str, list[Said]]:
    """Return what stands on a day of parents, home, school, surgery and workers, oldest first."""

    def standing(model: Any) -> QuerySet[Any]:
        said = rows.visible(viewer=viewer, rows=model.objects.all())
        return said.filter(superseded_by__isnull=True).exclude(valid_to__lt=on)

    mine = {"person_id__in": child}
    members = standing(HouseholdMember)
    home = members.filter(household_id__in=members.filter(**mine).values("household_id"))
    responsible = standing(Relationship).filter(**mine, parental_responsibility=True)
    every = _rows(responsible, of="responsible", person_id=F("other_id")).union(
        _rows(home.exclude(**mine), of="home", person_id=F("person_id")),
        _goes(standing(Enrolment).filter(**mine)),
        _works(standing(Involvement).filter(**mine)),
        all=True,
    )
    found = sorted((Said(*row) for row in every), key=lambda said: said[1:3])
    return {of: [said for said in found if said.of == of] for of in OF}


def _goes(enrolments: QuerySet[Enrolment]) -> QuerySet[Any]:
    name = Coalesce("setting__name", "name")
    since = F("valid_from")
    return _rows(enrolments, of="goes", since=since, kind=F("kind"), name=name, as_told=F("name"))


def _works(involvements: QuerySet[Involvement]) -> QuerySet[Any]:
    return _rows(
        involvements,
        of="involved",
        kind=F("what"),
        name=F("practitioner__full_name"),
        job_title=F("practitioner__job_title"),
        agency=F("practitioner__agency__name"),
    )


def _rows(standing: QuerySet[Any], *, of: str, **columns: F | Coalesce) -> QuerySet[Any]:
    """Return what stands in the columns of `Said`: those a table has not are empty."""
    said = {**EMPTY, **columns}
    return standing.values_list(Value(of), "recorded_at", "pk", *said.values())


def _people(*, child: tuple[UUID, ...], said: dict[str, list[Said]]) -> tuple[Near, ...]:
    responsible = {each.person_id for each in said["responsible"]}
    home = {each.person_id for each in said["home"]}
    return tuple(
        Near(
            person_id=each.person_id,
            name=each.name,
            title=ties.title(each.tie),
            birth_year=each.birth_year,
            responsible=each.person_id in responsible,
            lives_with=each.person_id in home,
            may_open=each.may_open,
            desk=each.desk,
        )
        for each in known.people(child[0])
    )


def _places(goes: Iterable[Said]) -> tuple[Place, ...]:
    found = {
        (each.kind, each.as_told.casefold()): Place(
            title=ties.GOES_TO.get(each.kind, each.kind), name=each.name, since=each.since
        )
        for each in goes
    }
    return tuple(sorted(found.values(), key=lambda each: (each.title, each.name)))


def _involved(involved: Iterable[Said]) -> tuple[Worker, ...]:
    return tuple(
        Worker(
            name=each.name,
            job_title=each.job_title,
            agency=each.agency,
            what=each.kind,
            last_on=None,
        )
        for each in involved
    )


def _writers(written: Iterable[Written]) -> tuple[Worker, ...]:
    """Return those who wrote last, the last of them first."""
    last: dict[tuple[str, str, str], datetime] = {}
    for each in written:
        if not each.is_service:
            who = each.by, each.job_title, each.agency_name
            last[who] = max(each.last_at, last.get(who, each.last_at))
    newest = sorted(last.items(), key=lambda each: each[0])
    newest.sort(key=lambda each: each[1], reverse=True)
    return tuple(
        Worker(
            name=name,
            job_title=job_title,
            agency=agency,
            what="",
            last_on=calendar.london_date(when),
        )
        for (name, job_title, agency), when in newest[:MOST_WORKERS]
    )
