"""The queue: open contacts in the order they are due."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, F, Q

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.queries import clocks
from goldenthread.queries.clocks import Due
from goldenthread.records.episode import Episode

# A page of the queue: more than this on one screen is a list nobody reads to the end.
A_PAGE = 50


@dataclass(frozen=True, kw_only=True)
class QueueRow:
    """One open contact. `age` is in years at `now`, None where the birth date is not known."""

    episode_id: UUID
    person_id: UUID
    version: int
    reference: str
    child: str
    age: int | None
    lane: str
    lane_title: str
    state: str
    received_at: datetime
    due: Due | None
    claimed_by: str
    claimed_by_me: bool
    agency: str
    siblings: int


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A page of the queue, and what is in all of it."""

    rows: tuple[QueueRow, ...]
    waiting: int
    overdue: int
    page: int
    pages: int


def waiting(*, viewer: Viewer, now: datetime, page: int = 1, pathway: str = "contact") -> Queue:
    """Return one page of open contacts the viewer's desk holds, in the order they are due."""
    decision.require(viewer=viewer, verb="queue.read")
    # The queue is what the desk holds: asked for by desk, the index answers in order.
    held = rows.visible(viewer=viewer, rows=Episode.objects.all()).filter(
        desk__in=viewer.desks, closed_at__isnull=True, pathway=pathway
    )
    counts = held.aggregate(all=Count("pk"), overdue=Count("pk", filter=Q(due_at__lt=now)))
    pages = max(1, -(-counts["all"] // A_PAGE))
    page = min(max(page, 1), pages)
    found = held.select_related("subject_person", "agency", "claimed_by").order_by(
        F("due_at").asc(nulls_last=True), "opened_at", "reference"
    )[(page - 1) * A_PAGE : page * A_PAGE]
    shown = list(found)
    siblings = _siblings(viewer=viewer, shown=shown)
    return Queue(
        rows=tuple(_row(episode=each, viewer=viewer, now=now, siblings=siblings) for each in shown),
        waiting=counts["all"],
        overdue=counts["overdue"],
        page=page,
        pages=pages,
    )


def _siblings(*, viewer: Viewer, shown: list[Episode]) -> dict[UUID | None, int]:
    occasions = {episode.occasion_id for episode in shown if episode.occasion_id}
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    together = visible.filter(occasion_id__in=occasions).values_list("occasion_id")
    return dict(together.annotate(number=Count("pk")))


def _row(
    *, episode: Episode, viewer: Viewer, now: datetime, siblings: dict[UUID | None, int]
) -> QueueRow:
    person = episode.subject_person
    lanes = {lane.key: lane.title for lane in catalogue.pathway(episode.pathway).lanes}
    measured = episode.due_on is not None and episode.due_at is not None
    return QueueRow(
        episode_id=episode.pk,
        person_id=person.pk,
        version=episode.version,
        reference=episode.reference,
        child=str(person),
        age=age(born=person.date_of_birth, now=now),
        lane=episode.lane,
        lane_title=lanes.get(episode.lane, ""),
        state=episode.state,
        received_at=episode.opened_at,
        due=clocks.due(on=episode.due_on, at=episode.due_at, now=now) if measured else None,
        claimed_by=str(episode.claimed_by) if episode.claimed_by else "",
        claimed_by_me=episode.claimed_by_id == viewer.account_id,
        agency=episode.agency.name,
        siblings=siblings.get(episode.occasion_id, 1) - 1,
    )


def age(*, born: date | None, now: datetime) -> int | None:
    """Return whole years between birth and now; None if the birth date is not known."""
    if born is None:
        return None
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day))
