"""What my team holds: every open case in the order it is due, and who holds up what is late.

Of what their relationships open, those pathways on which their role has something to record.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.clock import Clock
from goldenthread.queries import clocks, queue
from goldenthread.queries.clocks import Due
from goldenthread.records.episode import Episode

A_PAGE = 50
# What is due within a fortnight is looked at again, for whether its clock warns already.
AHEAD = timedelta(days=31)
LATE, TODAY, SOON = "late", "today", "soon"
COLUMNS = (
    "pk", "subject_person_id", "pathway", "reference", "subject_person__given_name",
    "subject_person__family_name", "subject_person__date_of_birth", "state", "due_on", "due_at",
    "due_clock", "claimed_by_id", "claimed_by__full_name",
)  # fmt: skip


class TeamRow(NamedTuple):
    """One open case. `due_for` says what is due; `soon` that its clock warns already."""

    episode_id: UUID
    person_id: UUID
    title: str
    reference: str
    child: str
    age: int | None
    state: str
    due: Due | None
    due_for: str
    soon: bool
    held_by: str


class Holder(NamedTuple):
    """Somebody who holds open cases, or nobody: how many, and how many of them are late."""

    account_id: UUID | None
    name: str
    open: int
    late: int
    today: int


@dataclass(frozen=True, kw_only=True)
class Team:
    """A page of what the team holds, and how much of it there is. `holders`: the latest first."""

    rows: tuple[TeamRow, ...]
    holders: tuple[Holder, ...]
    open: int
    late: int
    today: int
    found: int
    page: int
    pages: int


def mine(
    *, viewer: Viewer, now: datetime, when: str = "", holder: UUID | None = None, page: int = 1
) -> Team:
    """Return one page of what the viewer's team holds, the soonest due first.

    `when` asks for what is "late", due "today" or due "soon", `holder` for what one person holds.
    Raises Denied.
    """
    decision.require(viewer=viewer, verb="children.team")
    held = _held(viewer)
    holders = _holders(held, now=now)
    chosen = held.filter(_due(when, now=now))
    if holder is not None:
        chosen = chosen.filter(claimed_by_id=holder)
    found = chosen.count()
    pages = max(1, -(-found // A_PAGE))
    page = min(max(page, 1), pages)
    ordered = chosen.order_by(F("due_at").asc(nulls_last=True), "opened_at", "reference")
    shown = ordered.values_list(*COLUMNS)[(page - 1) * A_PAGE : page * A_PAGE]
    return Team(
        rows=tuple(_row(each, now=now) for each in shown),
        holders=holders,
        open=sum(each.open for each in holders),
        late=sum(each.late for each in holders),
        today=sum(each.today for each in holders),
        found=found,
        page=page,
        pages=pages,
    )


def _held(viewer: Viewer) -> QuerySet[Episode]:
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    return visible.filter(closed_at__isnull=True, pathway__in=_worked_on(viewer.role))


@cache
def _worked_on(role: str) -> tuple[str, ...]:
    """Return the pathways on which somebody of a role has something to record."""
    return tuple(
        key
        for key, pathway in catalogue.pathways().items()
        if any(by.role == role for step in pathway.steps if not step.automatic for by in step.by)
    )


def _due(when: str, *, now: datetime) -> Q:
    today = calendar.london_date(now)
    if when == LATE:
        return Q(due_at__lt=now)
    if when == TODAY:
        return Q(due_on=today, due_at__gte=now)
    return Q(due_at__gte=now, due_on__lte=today + AHEAD) if when == SOON else Q()


def _holders(held: QuerySet[Episode], *, now: datetime) -> tuple[Holder, ...]:
    counted = held.order_by().values_list("claimed_by_id", "claimed_by__full_name").annotate(
        open=Count("pk"),
        late=Count("pk", filter=_due(LATE, now=now)),
        today=Count("pk", filter=_due(TODAY, now=now)),
    )  # fmt: skip
    found = [Holder(each[0], each[1] or "Nobody yet", *each[2:]) for each in counted]
    return tuple(sorted(found, key=lambda each: (-each.late, -each.today, -each.open, each.name)))


def _row(read: tuple, *, now: datetime) -> TeamRow:
    (
        episode_id, person_id, pathway, reference, given, family, born, state, due_on, due_at,
        due_clock, _, held_by,
    ) = read  # fmt: skip
    clock = catalogue.declared(Clock).get(due_clock)
    measured = due_on is not None and due_at is not None
    return TeamRow(
        episode_id=episode_id,
        person_id=person_id,
        title=catalogue.pathway(pathway).title,
        reference=reference,
        child=f"{given} {family}",
        age=queue.age(born=born, now=now),
        state=state,
        due=clocks.due(on=due_on, at=due_at, now=now) if measured else None,
        due_for=clock.title if clock else "",
        soon=clock is not None and clock.warns_on(due_on) <= calendar.london_date(now),
        held_by=held_by or "",
    )
