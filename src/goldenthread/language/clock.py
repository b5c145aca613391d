"""A clock: a timescale from one step to another, derived from the record and never ticked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cached_property

from goldenthread.kernel import calendar, moment, period
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import Due, Limit, NotMeasurable
from goldenthread.kernel.moment import Moment, Precision
from goldenthread.language import names
from goldenthread.language.condition import Condition


class Status(StrEnum):
    """How a run of a clock stands: `breached` also while it is still open past its due time."""

    RUNNING = "running"
    MET = "met"
    BREACHED = "breached"
    CANCELLED = "cancelled"
    NOT_MEASURABLE = "not_measurable"


@dataclass(frozen=True, kw_only=True)
class Clock:
    """How long may pass from the step `starts` to the step `stops`.

    `limits` are the limits the law has set over time; the one in force on the day of the start
    counts. `cancels` names steps after which there is nothing left to wait for. `also_starts` and
    `also_stops` name other steps that do the same, and `only_if` lets a start count only where the
    answers so far on the episode, as they were then, hold. `carries` names steps that start it
    without giving more time: such a run is counted from the start before it, this clock's or one
    its condition passed over. A clock that `only_counts` is measured and never decides what is due
    next. `counts_from` names an answer that is a day: a run is counted from there and not from the
    step that starts it, as a first assessment is from the referral. Whoever holds the episode is
    warned `warns` working days before it is due; `late_because` names the question that must be
    answered where it is stopped late. `id` is the clock's number in the
    partnership's clock table, `owner` who answers for it.
    """

    key: str
    id: str = ""
    title: str
    starts: str
    stops: str
    limits: tuple[Limit, ...]
    law: Citation
    owner: str = ""
    also_starts: tuple[str, ...] = ()
    also_stops: tuple[str, ...] = ()
    cancels: tuple[str, ...] = ()
    only_if: Condition | None = None
    carries: tuple[str, ...] = ()
    only_counts: bool = False
    counts_from: str = ""
    warns: int = 0
    late_because: str = ""
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if not self.limits:
            raise ValueError(f"{self.key!r} has no limit: give it at least one.")

    @cached_property
    def starting(self) -> tuple[str, ...]:
        """Every step that starts it."""
        return (self.starts, *self.also_starts, *self.carries)

    @cached_property
    def stopping(self) -> tuple[str, ...]:
        """Every step that stops it."""
        return (self.stops, *self.also_stops)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Every step that moves it, with its place among those of one moment.

        One that stops it and starts it again comes after what only starts it: a visit on the day of
        the conference is the first of the plan.
        """
        return (
            dict.fromkeys(self.cancels, 2)
            | dict.fromkeys(self.starting, 0)
            | dict.fromkeys(self.stopping, 1)
        )

    def started_by(self, event: "Event") -> bool:
        """Whether this event starts it."""
        if event.step not in self.starting:
            return False
        return self.only_if is None or self.only_if.holds(event.answers)

    def begun_by(self, event: "Event") -> Moment:
        """Whence a run that this event starts is counted."""
        said = event.answers.get(self.counts_from) if self.counts_from else None
        return moment.parse(said) if isinstance(said, str) else event.moment

    def warns_on(self, due_on: date) -> date:
        """The day from which what is due on that day is said to be due soon."""
        return calendar.add_working_days(due_on, -self.warns) if self.warns else due_on

    def limit_on(self, day: date) -> Limit | None:
        """The limit for what starts on `day`; the newest where two are in force."""
        in_force = [
            each for each in self.limits if period.in_force(day, since=each.since, until=each.until)
        ]
        if len(in_force) < 2:
            return in_force[0] if in_force else None
        return max(in_force, key=lambda each: each.since or date.min)


@dataclass(frozen=True)
class Event:
    """A step recorded on the episode, when it happened, and the episode's answers by then."""

    step: str
    moment: Moment
    answers: Mapping[str, object] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One run of a clock as it stands at the time of reading.

    `due_on` and `due_at` are None only where hours are counted from a mere date. `stopped` is
    when the run ended, met or cancelled.
    """

    clock: Clock
    started: Moment
    limit: Limit
    due_on: date | None
    due_at: datetime | None
    stopped: Moment | None
    status: Status


def read(clock: Clock, events: Iterable[Event], now: datetime) -> tuple[Reading, ...]:
    """Every run of the clock on one episode, oldest first, as it stands at `now`.

    A start while the clock runs does not restart it; a start after a stop begins a new run. What
    happens after `now` is not seen, and a start on a day with no limit in force runs no clock.
    Days are compared with days and instants with instants; an hours clock that starts or stops on
    a mere date cannot be measured. A run stopped or cancelled late stays breached.
    """
    moving = _in_order(clock, events, now)
    if not moving:
        return ()
    readings: list[Reading | None] = []
    started: Moment | None = None
    begun: Moment | None = None
    ends = {*clock.stopping, *clock.cancels}
    for event in moving:
        if started and event.step in ends:
            readings.append(_reading(clock, started, event, now))
            started = None
        fresh = begun is None or event.step not in clock.carries
        if event.step in clock.starting and fresh:
            begun = clock.begun_by(event)
        if started is None and clock.started_by(event):
            started = begun
    if started:
        readings.append(_reading(clock, started, None, now))
    return tuple(each for each in readings if each)


def _in_order(clock: Clock, events: Iterable[Event], now: datetime) -> list[Event]:
    """The events that move the clock and have happened, in an order that is always the same.

    A start known only by its day comes first that day and a stop last, so that the one can answer
    the other; at the very same time a start comes before a stop, and a stop before a cancelling.
    """
    rank = clock.ranks

    def place(event: Event) -> tuple[datetime, int, datetime, Precision]:
        at = event.moment.utc
        if event.moment.precision is Precision.DAY:
            edge = calendar.end_of_day if rank[event.step] else calendar.start_of_day
            at = edge(event.moment.on).astimezone(UTC)
        return at, rank[event.step], event.moment.utc, event.moment.precision

    moving = [event for event in events if event.step in rank]
    until = Moment(now)
    moving = [event for event in moving if _happened(event.moment, until)]
    return sorted(moving, key=place) if len(moving) > 1 else moving


def _happened(moment: Moment, now: Moment) -> bool:
    if moment.precision is Precision.DAY:
        return moment.on <= now.on
    return moment.utc <= now.utc


def _reading(clock: Clock, started: Moment, end: Event | None, now: datetime) -> Reading | None:
    limit = clock.limit_on(started.on)
    if limit is None:
        return None
    try:
        due = limit.due(started)
    except NotMeasurable:
        due = None
    return Reading(
        clock=clock,
        started=started,
        limit=limit,
        due_on=due.on if due else None,
        due_at=due.at if due else None,
        stopped=end.moment if end else None,
        status=_status(clock, due, end, now),
    )


def _status(clock: Clock, due: Due | None, end: Event | None, now: datetime) -> Status:
    reached = end.moment if end else Moment(now)
    in_time = due.in_time(reached) if due else None
    if in_time is None:
        return Status.NOT_MEASURABLE
    if not in_time:
        return Status.BREACHED
    if end is None:
        return Status.RUNNING
    return Status.CANCELLED if end.step in clock.cancels else Status.MET
