"""Disagreements: those waiting for the viewer's answer, and how far the viewer's own are."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.language.step import Step
from goldenthread.queries import chronology, clocks, episode, thread
from goldenthread.queries.clocks import Due
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant

VERB = "disagreement.follow"


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """One disagreement. `entries` are empty for who raised it: they see how far it is."""

    episode_id: UUID
    person_id: UUID
    version: int
    reference: str
    agency: str
    state: str
    raised_at: datetime
    settled_at: datetime | None
    due: Due | None
    entries: tuple[ThreadEntry, ...]
    next_steps: tuple[Step, ...]


def mine(*, viewer: Viewer, now: datetime) -> tuple[Disagreement, ...]:
    """Return those the viewer raised, newest first, without their words."""
    decision.require(viewer=viewer, verb=VERB)
    raised = Grant.objects.filter(account_id=viewer.account_id, source="raiser")
    found = _all(viewer=viewer).filter(scope__in=list(raised.values_list("scope", flat=True)))
    return tuple(
        _one(row=each, entries=(), steps=(), now=now) for each in found.order_by("-opened_at")
    )


def to_answer(*, viewer: Viewer, now: datetime) -> tuple[Disagreement, ...]:
    """Return the open ones that are at the viewer's stage, the soonest due first."""
    decision.require(viewer=viewer, verb=VERB)
    held = _all(viewer=viewer).filter(desk__in=viewer.desks, closed_at__isnull=True)
    ordered = held.order_by(F("due_at").asc(nulls_last=True), "opened_at", "reference")
    found = (_whole(viewer=viewer, row=each, now=now) for each in ordered)
    return tuple(each for each in found if each.next_steps)


def one(*, viewer: Viewer, episode_id: UUID, now: datetime) -> Disagreement:
    """Return one as this viewer may see it; raises Denied if they may not."""
    found = _all(viewer=viewer).filter(pk=episode_id).first()
    row = decision.opened(viewer=viewer, verb=VERB, record=found)
    return _whole(viewer=viewer, row=row, now=now)


def _all(*, viewer: Viewer) -> QuerySet[Episode]:
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    return visible.filter(pathway="disagreement").select_related("agency")


def _whole(*, viewer: Viewer, row: Episode, now: datetime) -> Disagreement:
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    standing = visible.filter(episode=row, superseded_by__isnull=True)
    entries = chronology.in_order(standing.select_related("by", "agency", "episode"))
    steps = episode.next_steps(viewer=viewer, episode=row, occasion=None, entries=entries, now=now)
    shown = tuple(thread.shown(entry=each, viewer=viewer) for each in entries)
    return _one(row=row, entries=shown, steps=steps if entries else (), now=now)


def _one(
    *, row: Episode, entries: tuple[ThreadEntry, ...], steps: tuple[Step, ...], now: datetime
) -> Disagreement:
    measured = row.due_on is not None and row.due_at is not None
    return Disagreement(
        episode_id=row.pk,
        person_id=row.subject_person_id,
        version=row.version,
        reference=row.reference,
        agency=row.agency.name,
        state=row.state,
        raised_at=row.opened_at,
        settled_at=row.closed_at,
        due=clocks.due(on=row.due_on, at=row.due_at, now=now) if measured else None,
        entries=entries,
        next_steps=steps,
    )
