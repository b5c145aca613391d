"""The projection: an episode's head and clock runs, derived from its entries and claims.

Kept with each entry and rebuildable at any time; a test holds the two equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.actions.conflict import Conflict
from goldenthread.content import catalogue
from goldenthread.kernel.moment import Moment, Precision
from goldenthread.language import clock as clocks
from goldenthread.language import step as steps
from goldenthread.language.clock import Clock, Event, Reading, Status
from goldenthread.language.pathway import Pathway
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant

HEAD = (
    "state", "last_step", "lane", "due_on", "due_at", "due_clock", "claimed_by", "claimed_at",
    "version", "closed_at", "began_on", "ended_on",
)  # fmt: skip


class PartialView(Conflict):
    """Raised when a head would be projected from fewer entries than there are.

    A head that forgets is worse than an error: a child's decision would look undone.
    """


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """One entry as the projection reads it.

    A correction stands in the place of what it corrects: `first_recorded_at` is when that was
    recorded, `recorded_at` when this was.
    """

    entry_id: UUID
    step: str
    moment: Moment
    recorded_at: datetime
    first_recorded_at: datetime
    answers: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Head:
    """What the entries of an episode come to: where it is, and what is due next."""

    state: str
    last_step: str
    lane: str
    due_on: date | None
    due_at: datetime | None
    due_clock: str
    closed_at: datetime | None
    began_on: date | None
    ended_on: date | None
    desk: str
    readings: tuple[Reading, ...]


def current(entries: Iterable[Entry], *, pathway: str) -> tuple[Recorded, ...]:
    """Return what no other entry supersedes, in the order it was first recorded.

    What was recorded in one instant stands in the order of the pathway's steps.
    """
    every = {entry.id: entry for entry in entries}
    superseded = {entry.supersedes_id for entry in every.values()}
    places = catalogue.pathway(pathway).places
    standing = [_recorded(entry, every) for entry in every.values() if entry.id not in superseded]
    return tuple(sorted(standing, key=lambda each: (each.first_recorded_at, places[each.step])))


def _recorded(entry: Entry, every: Mapping[UUID, Entry]) -> Recorded:
    first = entry
    while first.supersedes_id is not None:
        first = every[first.supersedes_id]
    return Recorded(
        entry_id=entry.id,
        step=entry.step,
        moment=Moment(entry.happened_at, Precision(entry.happened_precision)),
        recorded_at=entry.recorded_at,
        first_recorded_at=first.recorded_at,
        answers=entry.answers,
    )


def answers_so_far(*, episode: Episode, recorded: Iterable[Recorded]) -> Mapping[str, object]:
    """Return every answer given so far, the later over the earlier, the occasion's beneath.

    Among them is the day of each step that is dated.
    """
    found = events(episode=episode, recorded=recorded)
    return found[-1].answers if found else beneath(episode)


def events(*, episode: Episode, recorded: Iterable[Recorded]) -> list[Event]:
    """Return what the clocks of an episode are read from."""
    kind = catalogue.pathway(episode.pathway)
    return _events(kind, recorded=recorded, beneath=beneath(episode))


def beneath(episode: Episode) -> Mapping[str, object]:
    """Return the answers given once for all the children of the episode's occasion."""
    return episode.occasion.answers if episode.occasion else {}


def head(*, pathway: str, recorded: Sequence[Recorded], beneath: Mapping[str, object]) -> Head:
    """Return the head of an episode of this pathway with these entries, without any clock ticking.

    `beneath` are the answers given once for all its children, with the occasion.
    Clock readings are taken as at the last thing recorded, so that rebuilding tomorrow gives what
    was kept today.
    """
    kind = catalogue.pathway(pathway)
    stated = [each for each in recorded if kind.step(each.step).state]
    happened = _events(kind, recorded=recorded, beneath=beneath)
    answers = happened[-1].answers if happened else beneath
    as_at = max((each.recorded_at for each in recorded), default=None)
    done = {each.step for each in recorded}
    readings = tuple(
        reading
        for clock in catalogue.clocks_of(pathway)
        if as_at is not None and not done.isdisjoint(clock.starting)
        for reading in clocks.read(clock, happened, as_at)
    )
    first = _next_due(readings)
    lane = kind.lane(answers)
    closing = [each for each in recorded if steps.closes(kind.step(each.step), answers)]
    return Head(
        state=_state(kind, stated=stated, closing=closing),
        last_step=recorded[-1].step if recorded else "",
        lane=lane.key if lane else "",
        due_on=first.due_on if first else None,
        due_at=first.due_at if first else None,
        due_clock=first.clock.key if first else "",
        closed_at=closing[-1].first_recorded_at if closing else None,
        began_on=recorded[0].moment.on if kind.alone_among and recorded else None,
        ended_on=closing[-1].moment.on if kind.alone_among and closing else None,
        desk="" if closing else kind.desk_for(answers),
        readings=readings,
    )


def _state(kind: Pathway, *, stated: Sequence[Recorded], closing: Sequence[Recorded]) -> str:
    """Return where the last step that says so leaves it; one that closes it may say so itself."""
    if closing and kind.step(closing[-1].step).closed_as:
        return kind.step(closing[-1].step).closed_as
    return kind.step(stated[-1].step).state if stated else ""


def _events(
    kind: Pathway, *, recorded: Iterable[Recorded], beneath: Mapping[str, object]
) -> list[Event]:
    """Return what the clocks are read from, each with every answer it leaves."""
    answers, found = dict(beneath), []
    for each in recorded:
        answers = {**answers, **each.answers}
        if dated_by := kind.step(each.step).dated_by:
            answers[dated_by] = each.moment.on.isoformat()
        found.append(Event(each.step, each.moment, answers))
    return found


def _next_due(readings: Iterable[Reading]) -> Reading | None:
    waiting = [
        (r.due_at, r)
        for r in readings
        if r.stopped is None and r.due_at is not None and not r.clock.only_counts
    ]
    return min(waiting, key=lambda due: due[0], default=(None, None))[1]


def recorded_on(episode: Episode) -> QuerySet[Entry]:
    """Return every entry of an episode but those in quarantine alone."""
    return Entry.objects.filter(episode=episode, seal=episode.seal)


def must_be_whole(*, episode: Episode, seen: int) -> None:
    """Raise PartialView unless `seen`, the number of entries in sight, is all there are."""
    happened = seen + episode.withdrawn
    if _version(entries=happened, claims=_claims(episode), closed=False) < episode.version:
        raise PartialView(f"You do not see all of {episode.reference}: ask another to.")


def keep(*, episode: Episode) -> Episode:
    """Bring the head and clock runs of a locked episode up to date after a change; return it.

    Raises PartialView if who is acting does not see every entry.
    """
    entries = list(recorded_on(episode))
    must_be_whole(episode=episode, seen=len(entries))
    recorded = current(entries, pathway=episode.pathway)
    now_is = head(pathway=episode.pathway, recorded=recorded, beneath=beneath(episode))
    claims, closed = _claims(episode), now_is.closed_at is not None
    for name, value in {**_head_fields(now_is), **_claim_fields(claims, closed=closed)}.items():
        setattr(episode, name, value)
    happened = len(entries) + episode.withdrawn
    episode.version = _version(entries=happened, claims=claims, closed=closed)
    episode.save(update_fields=[*HEAD])
    _keep_runs(episode=episode, readings=now_is.readings)
    return episode


def claim_source(episode: Episode) -> str:
    """Return the source of the grants that a claim of this episode gives."""
    return f"claim:{episode.pk}"


def _head_fields(now_is: Head) -> dict[str, Any]:
    kept = {"claimed_by", "claimed_at", "version"}
    return {name: getattr(now_is, name) for name in HEAD if name not in kept}


def _claims(episode: Episode) -> list[Grant]:
    # A claim opens the child; the grant on the occasion beside it is the same claim.
    return list(
        Grant.objects.filter(
            source=claim_source(episode), scope=episode.subject_person_id
        ).order_by("starts_at")
    )


def _claim_fields(claims: Sequence[Grant], *, closed: bool) -> dict[str, Any]:
    held = [claim for claim in claims if claim.ends_at is None and not closed]
    return {
        "claimed_by_id": held[-1].account_id if held else None,
        "claimed_at": held[-1].starts_at if held else None,
    }


def _version(*, entries: int, claims: Sequence[Grant], closed: bool) -> int:
    # One for each thing that ever happened to the episode. Closing it ends every claim.
    turns = sum(1 if claim.ends_at is None and not closed else 2 for claim in claims)
    return 1 + entries + turns


def _keep_runs(*, episode: Episode, readings: Iterable[Reading]) -> None:
    ClockRun.objects.filter(episode=episode).delete()
    ClockRun.objects.bulk_create([run_of(episode=episode, reading=reading) for reading in readings])


def run_of(*, episode: Episode, reading: Reading) -> ClockRun:
    """Return the row that keeps one reading of a clock on this episode (not yet saved)."""
    return ClockRun(**run_values(episode=episode, reading=reading))


def run_values(*, episode: Episode, reading: Reading) -> dict[str, Any]:
    """Return what that row holds but its id, by column."""
    clock: Clock = reading.clock
    return {
        "episode_id": episode.pk,
        "clock": clock.key,
        "started_at": reading.started.at,
        "start_precision": str(reading.started.precision),
        "due_on": reading.due_on,
        "due_at": reading.due_at,
        "stopped_at": reading.stopped.at if reading.stopped else None,
        "status": str(_kept_status(reading)),
        "scope": episode.scope,
        "desk": episode.desk,
        "seal": episode.seal,
    }


def _kept_status(reading: Reading) -> Status:
    # A run still open is kept as running: a list judges it late against its own now.
    if reading.stopped is None and reading.status is Status.BREACHED:
        return Status.RUNNING
    return reading.status
