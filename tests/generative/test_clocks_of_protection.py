"""The clocks of early help and protection at instants nobody chose, against days counted by hand.

The oracle walks the events one by one and counts working days on its own list of days. It shares
the table of bank holidays with the clocks and nothing else.
"""

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from holidays import country_holidays

from goldenthread.content import catalogue
from goldenthread.kernel import calendar, moment
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Clock, Event

# CLK-10 to 12 and 20 to 29, by their numbers in the partnership's table.
NUMBERS = ("CLK-10", "CLK-11", "CLK-12", *(f"CLK-2{number}" for number in range(10)))
CLOCKS = [clock for clock in catalogue.declared(Clock).values() if clock.id.startswith(NUMBERS)]
HOLIDAYS = country_holidays("GB", subdiv="ENG", years=range(2018, 2031))
FIRST = date(2018, 8, 1)
ANSWERS = {
    "strategy_urgency": ("today", "soon"),
    "strategy_decision": ("enquire-alone", "enquire-jointly", "no-enquiry", "meet-again"),
    "early_help_agreed": ("yes", "no"),
}


def works(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def due(start, limit):
    """The day a limit ends, a day at a time."""
    unit = str(limit.unit)
    if unit == "wd":
        day, left = start, limit.amount
        while left:
            day += timedelta(days=1)
            left -= works(day)
        return day
    if unit == "w":
        return start + timedelta(days=7 * limit.amount)
    months = start.month - 1 + limit.amount
    year, month = start.year + months // 12, months % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def expected(clock, events, today):
    """The runs of a clock on days that have been: start, due, stop and how each stands."""
    rank = dict.fromkeys(clock.starting, 0)
    rank |= dict.fromkeys(clock.stopping, 1) | dict.fromkeys(clock.cancels, 2)
    # A start comes before whatever else its day holds, and what ends comes at the end of the day.
    happened = [event for event in events if event.moment.on <= today and event.step in rank]
    happened.sort(key=lambda event: (event.moment.on, rank[event.step] > 0, rank[event.step]))
    runs, begun = [], None
    for event in happened:
        if begun is not None and rank[event.step] > 0:
            runs.append((begun, event.moment.on, event.step in clock.cancels))
            begun = None
        holds = clock.only_if is None or clock.only_if.holds(event.answers)
        if begun is None and event.step in clock.starting and holds:
            said = event.answers.get(clock.counts_from) if clock.counts_from else None
            begun = date.fromisoformat(said) if said else event.moment.on
    if begun is not None:
        runs.append((begun, None, False))
    # What began before there was such a limit has none.
    since = clock.limits[0].since
    return [_stands(clock, *run, today) for run in runs if run[0] >= since]


def _stands(clock, begun, stopped, cancelled, today):
    ends = due(begun, clock.limits[0])
    if (stopped or today) > ends:
        return begun, ends, stopped, "breached"
    return begun, ends, stopped, "cancelled" if cancelled else "met" if stopped else "running"


def an_episode(chance):
    """A clock, up to six of its steps on days within a few years, and the day it is read."""
    clock = chance.choice(CLOCKS)
    steps = sorted({*clock.starting, *clock.stopping, *clock.cancels})
    first = max(FIRST, clock.limits[0].since - timedelta(days=6))
    events = []
    for _ in range(chance.randint(0, 6)):
        answers = {key: chance.choice(values) for key, values in ANSWERS.items()}
        if clock.counts_from and chance.random() < 0.8:
            answers[clock.counts_from] = a_day(chance, first).isoformat()
        events.append(Event(chance.choice(steps), moment.of_day(a_day(chance, first)), answers))
    return clock, events, a_day(chance, first)


def a_day(chance, first):
    # Close together as often as not, so that several fall on one day and on the day that is due.
    return first + timedelta(days=chance.randint(0, 900 if chance.random() < 0.5 else 12))


def test_every_clock_of_the_journey_is_here():
    assert {clock.id[:6] for clock in CLOCKS} == set(NUMBERS)


def test_ten_thousand_instants_against_days_counted_by_hand():
    for seed in range(10_000):
        clock, events, today = an_episode(Random(seed))
        at = calendar.start_of_day(today) + timedelta(hours=12)

        found = [
            (run.started.on, run.due_on, run.stopped.on if run.stopped else None, str(run.status))
            for run in clocks.read(clock, events, at)
        ]

        assert found == expected(clock, events, today), (seed, clock.key)
