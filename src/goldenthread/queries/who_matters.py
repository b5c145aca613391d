"""Who matters to a child: family, home, school and surgery, and who works with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.front_door import ties
from goldenthread.kernel import calendar
from goldenthread.queries import known, one_child
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.entry import Entry
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.involvement import Involvement
from goldenthread.records.person import Person
from goldenthread.records.relationship import Relationship
from goldenthread.records.stated import Stated

# Those who wrote last; the whole of who ever wrote is the chronology itself.
MOST_WORKERS = 8


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


def to(*, viewer: Viewer, person_id: UUID, now: datetime) -> WhoMatters:
    """Return who matters to a child now, at the level this viewer may have each. Raises Denied."""
    decision.require(viewer=viewer, verb="thread.read")
    seen = rows.visible(viewer=viewer, rows=Person.objects.filter(pk=person_id))
    if not seen.exists():
        raise Denied(verb="thread.read", reason="no-relationship", hidden=True)
    child = one_child.recorded_as(person_id)
    return WhoMatters(
        people=_people(viewer=viewer, child=child, on=calendar.london_date(now)),
        places=_places(viewer=viewer, child=child, on=calendar.london_date(now)),
        workers=(
            *_involved(viewer=viewer, child=child, on=calendar.london_date(now)),
            *_writers(viewer=viewer, child=child),
        ),
        also=child[1:],
    )


def standing[Row: Stated](said: QuerySet[Row], *, on: date) -> QuerySet[Row]:
    """Return what nothing supersedes and has not ended before `on`."""
    return (
        said.filter(superseded_by__isnull=True)
        .exclude(valid_to__lt=on)
        .order_by("recorded_at", "pk")
    )


def _people(*, viewer: Viewer, child: tuple[UUID, ...], on: date) -> tuple[Near, ...]:
    ties_of = rows.visible(viewer=viewer, rows=Relationship.objects.filter(person_id__in=child))
    responsible = set(
        standing(ties_of, on=on)
        .filter(parental_responsibility=True)
        .values_list("other_id", flat=True)
    )
    together = lives_with(viewer=viewer, child=child, on=on)
    return tuple(
        Near(
            person_id=each.person_id,
            name=each.name,
            title=ties.title(each.tie),
            birth_year=each.birth_year,
            responsible=each.person_id in responsible,
            lives_with=each.person_id in together,
            may_open=each.may_open,
            desk=each.desk,
        )
        for each in known.people(child[0])
    )


def lives_with(*, viewer: Viewer, child: Iterable[UUID], on: date) -> Mapping[UUID, date | None]:
    """Return who lives with the child on a day, and since when, as far as the viewer sees."""
    members = rows.visible(viewer=viewer, rows=HouseholdMember.objects.all())
    mine = standing(members.filter(person_id__in=list(child)), on=on).values("household_id")
    others = standing(members.filter(household_id__in=mine), on=on)
    return dict(others.exclude(person_id__in=list(child)).values_list("person_id", "valid_from"))


def _places(*, viewer: Viewer, child: tuple[UUID, ...], on: date) -> tuple[Place, ...]:
    goes = rows.visible(viewer=viewer, rows=Enrolment.objects.filter(person_id__in=child))
    found = {
        (each.kind, each.name.casefold()): Place(
            title=ties.GOES_TO.get(each.kind, each.kind),
            name=each.setting.name if each.setting else each.name,
            since=each.valid_from,
        )
        for each in standing(goes.select_related("setting"), on=on)
    }
    return tuple(sorted(found.values(), key=lambda each: (each.title, each.name)))


def _involved(*, viewer: Viewer, child: tuple[UUID, ...], on: date) -> tuple[Worker, ...]:
    with_them = rows.visible(viewer=viewer, rows=Involvement.objects.filter(person_id__in=child))
    return tuple(
        Worker(
            name=each.practitioner.full_name,
            job_title=each.practitioner.job_title,
            agency=each.practitioner.agency.name,
            what=each.what,
            last_on=None,
        )
        for each in standing(with_them.select_related("practitioner__agency"), on=on)
    )


def _writers(*, viewer: Viewer, child: tuple[UUID, ...]) -> tuple[Worker, ...]:
    entries = rows.visible(viewer=viewer, rows=Entry.objects.all())
    written = entries.filter(episode__subject_person_id__in=child, by__is_service=False)
    last = (
        written.order_by()
        .values_list("by__full_name", "by__job_title", "agency__name")
        .annotate(last=Max("happened_at"))
        .order_by("-last", "by__full_name", "by__job_title")[:MOST_WORKERS]
    )
    return tuple(
        Worker(
            name=name,
            job_title=job_title,
            agency=agency or "",
            what="",
            last_on=calendar.london_date(when),
        )
        for name, job_title, agency, when in last
    )
