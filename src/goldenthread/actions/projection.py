"""The projection: an episode's head and clock runs, derived from its entries and claims.

Kept with each entry and rebuildable at any time; a test holds the two equal.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from goldenthread.content import catalogue
from goldenthread.kernel.moment import Moment, Precision
from goldenthread.language import clock as clocks
from goldenthread.language import step as steps
from goldenthread.language.clock import Clock, Event, Reading, Status
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from goldenthread.records.occasion import Occasion

HEAD = (
    "state",
    "last_step",
    "lane",
    "due_on",
    "due_at",
    "due_clock",
    "claimed_by",
    "claimed_at",
    "version",
    "closed_at",
)


class PartialView(RuntimeError):
    """Raised when a head would be projected from fewer entries than there are.

    A head that forgets is worse than an error: a child's decision would look undone.
    """


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """One entry as the projection reads it."""

    step: str
    moment: Moment
    recorded_at: datetime
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
    readings: tuple[Reading, ...]


def current(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries no other supersedes, in the order they were recorded."""
    every = list(entries)
    superseded = {entry.supersedes_id for entry in every}
    return sorted(
        (entry for entry in every if entry.pk not in superseded),
        key=lambda entry: (entry.recorded_at, entry.happened_at),
    )


def answers_so_far(*, occasion: Occasion | None, recorded: Iterable[Recorded]) -> dict[str, object]:
    """Return every answer given so far, the later over the earlier, the occasion's beneath."""
    answers: dict[str, object] = dict(occasion.answers) if occasion else {}
    for each in recorded:
        answers.update(each.answers)
    return answers


def as_recorded(entries: Sequence[Entry]) -> tuple[Recorded, ...]:
    """Return the entries as the projection reads them, in the order given."""
    return tuple(
        Recorded(
            step=entry.step,
            moment=Moment(entry.happened_at, Precision(entry.happened_precision)),
            recorded_at=entry.recorded_at,
            answers=entry.answers,
        )
        for entry in entries
    )


def head(*, pathway: str, recorded: Sequence[Recorded], answers: Mapping[str, object]) -> Head:
    """Return the head of an episode of this pathway with these entries, without any clock ticking.

    Clock readings are taken as at the last thing recorded, so that rebuilding tomorrow gives what
    was kept today.
    """
    kind = catalogue.pathway(pathway)
    stated = [each for each in recorded if kind.step(each.step).state]
    events = [Event(each.step, each.moment) for each in recorded]
    as_at = max((each.recorded_at for each in recorded), default=None)
    readings = tuple(
        reading
        for clock in catalogue.clocks_of(pathway)
        if as_at is not None
        for reading in clocks.read(clock, events, as_at)
    )
    first = _next_due(readings)
    lane = kind.lane(answers)
    closing = [each for each in recorded if steps.closes(kind.step(each.step), answers)]
    return Head(
        state=kind.step(stated[-1].step).state if stated else "",
        last_step=recorded[-1].step if recorded else "",
        lane=lane.key if lane else "",
        due_on=first.due_on if first else None,
        due_at=first.due_at if first else None,
        due_clock=first.clock.key if first else "",
        closed_at=closing[-1].recorded_at if closing else None,
        readings=readings,
    )


def _next_due(readings: Iterable[Reading]) -> Reading | None:
    waiting = [(r.due_at, r) for r in readings if r.stopped is None and r.due_at is not None]
    return min(waiting, key=lambda due: due[0], default=(None, None))[1]


def keep(*, episode: Episode) -> Episode:
    """Bring the head and clock runs of a locked episode up to date after a change; return it.

    Raises PartialView if who is acting does not see every entry.
    """
    entries = current(Entry.objects.filter(episode=episode))
    recorded = as_recorded(entries)
    answers = answers_so_far(occasion=episode.occasion, recorded=recorded)
    now_is = head(pathway=episode.pathway, recorded=recorded, answers=answers)
    claims = list(Grant.objects.filter(source=claim_source(episode)).order_by("starts_at"))
    for name, value in {**_head_fields(now_is), **_claim_fields(claims, episode)}.items():
        setattr(episode, name, value)
    before = episode.version
    episode.version = 1 + Entry.objects.filter(episode=episode).count() + _turns(claims)
    if episode.version <= before:
        raise PartialView(f"Not every entry of {episode.reference} is in sight of who is acting.")
    episode.save(update_fields=[*HEAD])
    _keep_runs(episode=episode, readings=now_is.readings)
    return episode


def claim_source(episode: Episode) -> str:
    """Return the source of the grants that a claim of this episode gives."""
    return f"claim:{episode.pk}"


def _head_fields(now_is: Head) -> dict[str, Any]:
    return {
        "state": now_is.state,
        "last_step": now_is.last_step,
        "lane": now_is.lane,
        "due_on": now_is.due_on,
        "due_at": now_is.due_at,
        "due_clock": now_is.due_clock,
        "closed_at": now_is.closed_at,
    }


def _claim_fields(claims: Sequence[Grant], episode: Episode) -> dict[str, Any]:
    # A claim opens the child; the grant on the occasion beside it is the same claim.
    held = [
        claim
        for claim in claims
        if claim.ends_at is None and claim.scope == episode.subject_person_id
    ]
    return {
        "claimed_by_id": held[-1].account_id if held else None,
        "claimed_at": held[-1].starts_at if held else None,
    }


def _turns(claims: Sequence[Grant]) -> int:
    return sum(1 if claim.ends_at is None else 2 for claim in claims)


def _keep_runs(*, episode: Episode, readings: Iterable[Reading]) -> None:
    ClockRun.objects.filter(episode=episode).delete()
    ClockRun.objects.bulk_create([run_of(episode=episode, reading=reading) for reading in readings])


def run_of(*, episode: Episode, reading: Reading) -> ClockRun:
    """Return the row that keeps one reading of a clock on this episode (not yet saved)."""
    clock: Clock = reading.clock
    return ClockRun(
        episode=episode,
        clock=clock.key,
        started_at=reading.started.at,
        start_precision=str(reading.started.precision),
        due_on=reading.due_on,
        due_at=reading.due_at,
        stopped_at=reading.stopped.at if reading.stopped else None,
        status=str(_kept_status(reading)),
        scope=episode.scope,
        desk=episode.desk,
        seal=episode.seal,
    )


def _kept_status(reading: Reading) -> Status:
    # A run still open is kept as running: a list judges it late against its own now.
    if reading.stopped is None and reading.status is Status.BREACHED:
        return Status.RUNNING
    return reading.status
