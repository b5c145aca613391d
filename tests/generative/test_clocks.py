"""Clocks on episodes nobody thought of."""

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from goldenthread.kernel import limit, moment
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.moment import Moment, Precision
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Clock, Event, Status

STEPS = ("received", "decided", "withdrawn", "noted")
AN_HOUR = timedelta(hours=1)

# A fortnight with a weekend, a bank holiday and a change of the clocks never far away.
an_instant = some.integers(0, 14 * 24 * 4).map(
    lambda quarters: datetime(2020, 3, 26, tzinfo=UTC) + quarters * AN_HOUR / 4
)
a_moment = an_instant.map(Moment) | an_instant.map(lambda at: moment.of_day(Moment(at).on))
some_events = some.lists(some.builds(Event, some.sampled_from(STEPS), a_moment), max_size=8)
a_limit = some.sampled_from(
    [limit.working_days(1), limit.days(2), limit.weeks(1), limit.hours(1), limit.hours(72)]
)


def clock(within, stops="decided"):
    return Clock(
        key="decision",
        title="Decision",
        starts="received",
        stops=stops,
        limits=(within,),
        law=Citation("Working Together to Safeguard Children"),
        cancels=("withdrawn",),
    )


a_clock = some.builds(clock, a_limit, some.sampled_from(["decided", "received"]))

# What a run may be later, given what it is now: a breach is never undone.
BECOMES = {
    Status.RUNNING: set(Status),
    Status.BREACHED: {Status.BREACHED, Status.NOT_MEASURABLE},
    Status.NOT_MEASURABLE: {Status.NOT_MEASURABLE},
    Status.MET: {Status.MET},
    Status.CANCELLED: {Status.CANCELLED},
}


@given(
    a_clock,
    some_events.flatmap(lambda e: some.tuples(some.just(e), some.permutations(e))),
    an_instant,
)
def test_the_order_events_come_in_changes_nothing(declared, events, now):
    given_order, other_order = events
    assert clocks.read(declared, given_order, now) == clocks.read(declared, other_order, now)


@given(a_clock, some_events, an_instant, an_instant)
def test_time_goes_by_but_nothing_is_unsaid(declared, events, one, other):
    exact = [event for event in events if event.moment.precision is Precision.INSTANT]
    before = clocks.read(declared, exact, min(one, other))
    after = clocks.read(declared, exact, max(one, other))
    assert len(before) <= len(after)
    for was, became in zip(before, after, strict=False):
        assert was.started == became.started
        assert was.due_at == became.due_at
        assert was.stopped in (None, became.stopped)
        assert became.status in BECOMES[was.status]


@given(a_clock, some_events, an_instant)
def test_runs_follow_one_another_and_only_the_last_is_open(declared, events, now):
    runs = clocks.read(declared, events, now)
    assert all(run.stopped for run in runs[:-1])
    for earlier, later in itertools.pairwise(runs):
        assert earlier.started.on <= earlier.stopped.on <= later.started.on


@given(a_clock, some_events, an_instant)
def test_events_of_other_steps_are_passed_by(declared, events, now):
    ours = [event for event in events if event.step != "noted"]
    assert clocks.read(declared, events, now) == clocks.read(declared, ours, now)


@given(some_events, an_instant)
def test_an_hours_clock_with_a_mere_date_is_never_said_to_be_met(events, now):
    for run in clocks.read(clock(limit.hours(72)), events, now):
        known = [each.precision for each in (run.started, run.stopped) if each]
        measurable = Precision.DAY not in known
        assert (run.status is not Status.NOT_MEASURABLE) is measurable


@given(a_moment, a_moment, a_limit)
def test_one_run_against_seconds_and_days_counted_by_hand(start, stop, within):
    """One start and one stop, judged by comparing numbers and nothing else."""
    events = [Event("received", start), Event("decided", stop)]
    runs = clocks.read(clock(within), events, datetime(2021, 1, 1, tzinfo=UTC))
    run = runs[0]
    if run.stopped is None or run.status is Status.NOT_MEASURABLE:
        return
    if within.unit is limit.Unit.HOURS:
        in_time = stop.at.timestamp() - start.at.timestamp() <= within.amount * 3600
    else:
        in_time = stop.on.toordinal() <= run.due_on.toordinal()
    assert run.status is (Status.MET if in_time else Status.BREACHED)
