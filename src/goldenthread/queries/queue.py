"""The queue: open contacts of every lane and desk the viewer sits at, in the order they are due."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.queries import clocks
from goldenthread.queries.clocks import Due
from goldenthread.records.episode import Episode

# A page of the queue: more than this on one screen is a list nobody reads to the end.
A_PAGE = 50
# The lane of a child in danger now stands above every other, whatever is due.
FIRST = "immediate"
PINNED = 20
TOTALS = ("waiting", "overdue", "mine", "unclaimed")
COLUMNS = (
    "pk", "subject_person_id", "version", "reference", "subject_person__given_name",
    "subject_person__family_name", "subject_person__date_of_birth", "lane", "state", "opened_at",
    "due_on", "due_at", "claimed_by_id", "claimed_by__full_name", "agency__name", "occasion_id",
)  # fmt: skip
IN_ORDER = (F("due_at").asc(nulls_last=True), "opened_at", "reference")


class QueueRow(NamedTuple):
    """One open contact. `age` is in years at `now`, None where the birth date is not known.

    `minutes` is how long it has waited untaken, for the immediate lane; None for any other.
    """

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
    minutes: int | None
    occasion_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class Only:
    """What of the queue is asked for: one lane, who holds it ("mine", "unclaimed"), the late."""

    lane: str = ""
    held: str = ""
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class LaneCount:
    """How many contacts are open in one lane."""

    key: str
    title: str
    waiting: int


@dataclass(frozen=True, kw_only=True)
class Queue:
    """A page of the queue, and what is in all of it. `pinned` stands above every page."""

    pinned: tuple[QueueRow, ...]
    rows: tuple[QueueRow, ...]
    lanes: tuple[LaneCount, ...]
    waiting: int
    overdue: int
    mine: int
    unclaimed: int
    found: int
    only: Only
    page: int
    pages: int


EVERYTHING = Only()


def waiting(
    *,
    viewer: Viewer,
    now: datetime,
    page: int = 1,
    pathway: str = "contact",
    only: Only = EVERYTHING,
) -> Queue:
    """Return one page of open contacts the viewer's desks hold, in the order they are due.

    Three questions of the database and a fourth while a child is in danger now, however many wait.
    """
    decision.require(viewer=viewer, verb="queue.read")
    # The queue is what the desk holds: asked for by desk, the index answers in order.
    held = rows.at_desks(viewer=viewer, rows=Episode.objects.all()).filter(
        closed_at__isnull=True, pathway=pathway
    )
    chosen = _chosen(only, viewer=viewer, now=now)
    counts = _counts(held, chosen=chosen, viewer=viewer, now=now)
    total = {key: sum(each[key] for each in counts) for key in TOTALS}
    sizes = {each["lane"]: each["chosen"] for each in counts if only.lane in ("", each["lane"])}
    first = sizes.pop(FIRST, 0)
    after = sum(sizes.values())
    pages = max(1, -(-after // A_PAGE))
    page = min(max(page, 1), pages)
    found = held.filter(chosen, lane=only.lane) if only.lane else held.filter(chosen)
    pinned, others = _page(found, first=first, after=after, page=page)
    shown = _rows([*pinned, *others], viewer=viewer, now=now, pathway=pathway)
    return Queue(
        pinned=shown[: len(pinned)],
        rows=shown[len(pinned) :],
        lanes=_lanes(counts, titles=_titles(pathway)),
        **total,
        found=first + after,
        only=only,
        page=page,
        pages=pages,
    )


def _page(
    found: QuerySet[Episode], *, first: int, after: int, page: int
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Return the rows pinned above every page, and the page's own; asks nothing that is empty."""
    pinned = _read(found.filter(lane=FIRST), 0, PINNED) if first else []
    others = _read(found.exclude(lane=FIRST), (page - 1) * A_PAGE, A_PAGE) if after else []
    return pinned, others


def _rows(
    read: list[tuple[Any, ...]], *, viewer: Viewer, now: datetime, pathway: str
) -> tuple[QueueRow, ...]:
    siblings, lanes = _siblings(viewer=viewer, shown=read), _titles(pathway)
    return tuple(
        _row(each, viewer=viewer, now=now, siblings=siblings, lanes=lanes) for each in read
    )


def _titles(pathway: str) -> dict[str, str]:
    return {lane.key: lane.title for lane in catalogue.pathway(pathway).lanes}


def _chosen(only: Only, *, viewer: Viewer, now: datetime) -> Q:
    chosen = Q(due_at__lt=now) if only.late else Q()
    if only.held == "mine":
        return chosen & Q(claimed_by=viewer.account_id)
    return chosen & Q(claimed_by__isnull=True) if only.held == "unclaimed" else chosen


def _counts(
    held: QuerySet[Episode], *, chosen: Q, viewer: Viewer, now: datetime
) -> list[dict[str, Any]]:
    every = Count("pk")
    return list(
        held.order_by().values("lane").annotate(
            waiting=every,
            overdue=Count("pk", filter=Q(due_at__lt=now)),
            mine=Count("pk", filter=Q(claimed_by=viewer.account_id)),
            unclaimed=Count("pk", filter=Q(claimed_by__isnull=True)),
            chosen=Count("pk", filter=chosen) if chosen else every,
        )
    )  # fmt: skip


def _read(found: QuerySet[Episode], start: int, most: int) -> list[tuple[Any, ...]]:
    # Which fifty first, then who they are about: joined at once, every open contact's child is read
    # before all but fifty are left out.
    page = found.order_by(*IN_ORDER).values("pk")[start : start + most]
    chosen = Episode.objects.filter(pk__in=page).order_by(*IN_ORDER)
    return list(chosen.values_list(*COLUMNS))


def _lanes(counts: list[dict[str, Any]], *, titles: dict[str, str]) -> tuple[LaneCount, ...]:
    """Return each lane with something in it, in the order the pathway declares them."""
    waiting_in = {each["lane"]: each["waiting"] for each in counts}
    return tuple(
        LaneCount(key=key, title=title, waiting=waiting_in[key])
        for key, title in titles.items()
        if key in waiting_in
    )


def _siblings(*, viewer: Viewer, shown: list[tuple[Any, ...]]) -> dict[UUID | None, int]:
    occasions = {row[-1] for row in shown if row[-1]}
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    together = visible.filter(occasion_id__in=occasions).values_list("occasion_id")
    return dict(together.annotate(number=Count("pk")))


def _row(
    read: tuple[Any, ...],
    *,
    viewer: Viewer,
    now: datetime,
    siblings: dict[UUID | None, int],
    lanes: dict[str, str],
) -> QueueRow:
    (
        episode_id, person_id, version, reference, given, family, born, lane, state, opened_at,
        due_on, due_at, claimed_by_id, claimed_by, agency, occasion_id,
    ) = read  # fmt: skip
    measured = due_on is not None and due_at is not None
    return QueueRow(
        episode_id=episode_id,
        person_id=person_id,
        version=version,
        reference=reference,
        child=f"{given} {family}",
        age=age(born=born, now=now),
        lane=lane,
        lane_title=lanes.get(lane, ""),
        state=state,
        received_at=opened_at,
        due=clocks.due(on=due_on, at=due_at, now=now) if measured else None,
        claimed_by=claimed_by or "",
        claimed_by_me=claimed_by_id == viewer.account_id,
        agency=agency,
        siblings=siblings.get(occasion_id, 1) - 1,
        minutes=int((now - opened_at).total_seconds() // 60) if lane == FIRST else None,
        occasion_id=occasion_id,
    )


def age(*, born: date | None, now: datetime) -> int | None:
    """Return whole years between birth and now; None if the birth date is not known."""
    if born is None:
        return None
    return now.year - born.year - ((now.month, now.day) < (born.month, born.day))
