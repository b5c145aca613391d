"""Conditions on days, a step dated by its answer, and a clock counted from a day it was given."""

from datetime import date

import pytest

from goldenthread.kernel import limit, moment
from goldenthread.kernel.citation import Citation
from goldenthread.language import clock as clocks
from goldenthread.language import step as steps
from goldenthread.language.clock import Clock, Event
from goldenthread.language.condition import NOT_KNOWN, answer
from goldenthread.language.step import By, Step

LAW = Citation("Children Act 1989", "section 47")
HELD = Step(key="held", title="Held", state="", by=(By(role="chair"),), dated_by="held_on", law=LAW)


@pytest.mark.parametrize(
    ("condition", "answers", "holds"),
    [
        (answer("a").before("b"), {"a": "2020-03-02", "b": "2020-03-03"}, True),
        (answer("a").before("b"), {"a": "2020-03-03", "b": "2020-03-03"}, False),
        (answer("a").before("b"), {"a": "2020-03-02"}, False),
        (answer("a").before("b"), {"a": "2020-03-02", "b": NOT_KNOWN}, False),
        (answer("a").same_day_as("b"), {"a": "2020-03-03", "b": "2020-03-03"}, True),
        (answer("a").same_day_as("b"), {}, False),
        (answer("a").on_a_weekend(), {"a": "2020-03-07"}, True),
        (answer("a").on_a_weekend(), {"a": "2020-03-08"}, True),
        (answer("a").on_a_weekend(), {"a": "2020-03-09"}, False),
        (answer("a").on_a_weekend(), {"a": "31 February"}, False),
    ],
)
def test_days_are_compared_as_days_and_what_is_no_day_makes_nothing_true(condition, answers, holds):
    assert condition.holds(answers) is holds


def test_a_condition_on_days_says_itself_in_words():
    condition = answer("held_on").before("referral_on") | answer("held_on").on_a_weekend()

    assert str(condition) == "held_on is before referral_on, or held_on is on a weekend"
    assert condition.keys() == {"held_on", "referral_on"}


def test_a_step_happened_on_the_day_it_says():
    assert steps.happened(HELD, {"held_on": "2020-03-03"}) == moment.of_day(date(2020, 3, 3))
    assert steps.happened(HELD, {}) is None
    assert steps.happened(HELD, {"held_on": dict(NOT_KNOWN)}) is None


def clock(**given):
    return Clock(
        key="conference",
        title="Conference",
        starts="requested",
        stops="held",
        limits=(limit.working_days(15),),
        law=LAW,
        **given,
    )


def test_a_run_is_counted_from_the_day_it_was_given():
    requested = Event("requested", moment.parse("2020-03-19"), {"strategy_on": "2020-03-10"})
    now = moment.parse("2020-03-20").at

    (run,) = clocks.read(clock(counts_from="strategy_on"), [requested], now)
    (plain,) = clocks.read(clock(), [requested], now)

    assert (run.started.on, run.due_on) == (date(2020, 3, 10), date(2020, 3, 31))
    assert (plain.started.on, plain.due_on) == (date(2020, 3, 19), date(2020, 4, 9))


def test_a_run_that_was_given_no_day_is_counted_from_its_start():
    requested = Event("requested", moment.parse("2020-03-19"))

    (run,) = clocks.read(
        clock(counts_from="strategy_on"), [requested], moment.parse("2020-03-20").at
    )

    assert run.started.on == date(2020, 3, 19)


def test_a_warning_comes_working_days_before():
    assert clock(warns=5).warns_on(date(2020, 4, 14)) == date(2020, 4, 3)
    assert clock().warns_on(date(2020, 4, 14)) == date(2020, 4, 14)


def test_what_stops_and_starts_again_comes_after_what_only_starts():
    visits = Clock(
        key="visit",
        title="Visit",
        starts="begun",
        also_starts=("visited",),
        stops="visited",
        limits=(limit.working_days(20),),
        law=LAW,
    )
    day = moment.of_day(date(2020, 3, 26))
    events = [Event("visited", day), Event("begun", day)]

    for given in (events, events[::-1]):
        first, second = clocks.read(visits, given, moment.parse("2020-04-01").at)
        assert (str(first.status), str(second.status)) == ("met", "running")
