"""Clocks read from what was recorded."""

from datetime import date

import pytest

from goldenthread.kernel import limit, moment
from goldenthread.kernel.citation import Citation
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Clock, Event, Status
from goldenthread.language.condition import answer

LAW = Citation("Working Together to Safeguard Children", "chapter 1")


def clock(*limits, **given):
    declared = {
        "key": "decision",
        "title": "Decision",
        "starts": "received",
        "stops": "decided",
        "limits": limits,
        "law": LAW,
    }
    return Clock(**(declared | given))


def read(declared, happened, now):
    """The clock's runs; `happened` is written "received 2020-03-06, decided 2020-03-09"."""
    events = [
        Event(step, moment.parse(at))
        for step, at in (each.split() for each in happened.split(",") if each)
    ]
    return clocks.read(declared, events, moment.parse(now).at)


ONE_DAY = clock(limit.working_days(1))
THREE_DAYS = clock(limit.hours(72))


@pytest.mark.parametrize(
    ("declared", "happened", "now", "status"),
    [
        (ONE_DAY, "received 2020-03-06", "2020-03-09T23:59", "running"),
        (ONE_DAY, "received 2020-03-06", "2020-03-10T00:00", "breached"),
        (ONE_DAY, "received 2020-03-06,decided 2020-03-09", "2020-04-01", "met"),
        (ONE_DAY, "received 2020-03-06T09:00,decided 2020-03-09T23:00", "2020-04-01", "met"),
        (ONE_DAY, "received 2020-03-06,decided 2020-03-10T00:30", "2020-04-01", "breached"),
        (ONE_DAY, "received 2020-03-06T17:00,decided 2020-03-06", "2020-04-01", "met"),
        (ONE_DAY, "received 2020-03-06,decided 2020-03-06T09:00", "2020-04-01", "met"),
        (ONE_DAY, "received 2020-03-06T09:00,decided 2020-03-06T09:00", "2020-04-01", "met"),
        (THREE_DAYS, "received 2020-03-06T20:00", "2020-03-09T20:00", "running"),
        (THREE_DAYS, "received 2020-03-06T20:00", "2020-03-09T20:01", "breached"),
        (THREE_DAYS, "received 2020-03-06T20:00,decided 2020-03-09T20:00", "2020-04-01", "met"),
        (
            THREE_DAYS,
            "received 2020-03-06T20:00,decided 2020-03-09T21:00",
            "2020-04-01",
            "breached",
        ),
        (
            THREE_DAYS,
            "received 2020-03-06T20:00,decided 2020-03-07",
            "2020-04-01",
            "not_measurable",
        ),
        (
            THREE_DAYS,
            "received 2020-03-06,decided 2020-03-07T10:00",
            "2020-04-01",
            "not_measurable",
        ),
        (THREE_DAYS, "received 2020-03-06", "2020-03-06T12:00", "not_measurable"),
    ],
)
def test_how_a_run_stands(declared, happened, now, status):
    (run,) = read(declared, happened, now)
    assert run.status == status


def test_a_run_says_when_it_is_due():
    (run,) = read(ONE_DAY, "received 2020-05-07T16:00", "2020-05-08T09:00")
    assert run.clock is ONE_DAY
    assert run.limit == limit.working_days(1)
    assert run.started == moment.parse("2020-05-07T16:00")
    assert run.due_on == date(2020, 5, 11)
    assert run.due_at.isoformat() == "2020-05-11T23:59:59.999999+01:00"
    assert run.stopped is None


def test_a_run_says_when_it_stopped():
    (run,) = read(ONE_DAY, "received 2020-05-07,decided 2020-05-11T10:00", "2020-06-01")
    assert run.stopped == moment.parse("2020-05-11T10:00")


def test_hours_from_a_mere_date_have_no_due_time():
    (run,) = read(THREE_DAYS, "received 2020-03-06", "2020-03-07")
    assert (run.due_on, run.due_at) == (None, None)


def test_hours_that_end_on_a_mere_date_were_due_all_the_same():
    (run,) = read(THREE_DAYS, "received 2020-03-06T20:00,decided 2020-03-07", "2020-03-08")
    assert run.due_at == moment.parse("2020-03-09T20:00").at


def test_no_start_no_run():
    assert read(ONE_DAY, "", "2020-04-01") == ()
    assert read(ONE_DAY, "decided 2020-03-09,screened 2020-03-08", "2020-04-01") == ()


def test_a_repeated_start_does_not_restart_a_running_clock():
    (run,) = read(ONE_DAY, "received 2020-03-06,received 2020-03-09", "2020-03-10T09:00")
    assert run.started.on == date(2020, 3, 6)
    assert run.status is Status.BREACHED


def test_a_repeated_stop_changes_nothing():
    (run,) = read(
        ONE_DAY, "received 2020-03-06,decided 2020-03-09,decided 2020-03-20", "2020-04-01"
    )
    assert run.stopped.on == date(2020, 3, 9)
    assert run.status is Status.MET


def test_a_start_after_a_stop_begins_a_new_run():
    happened = "received 2020-03-06,decided 2020-03-09,received 2020-03-12"
    first, second = read(ONE_DAY, happened, "2020-03-12T10:00")
    assert (first.status, second.status) == (Status.MET, Status.RUNNING)
    assert second.due_on == date(2020, 3, 13)


def test_a_step_that_starts_what_it_stops_runs_on():
    later_reviews = clock(limit.months(6), starts="review", stops="review")
    first, second = read(later_reviews, "review 2020-04-30,review 2020-10-30", "2020-11-01T09:00")
    assert (first.due_on, first.status) == (date(2020, 10, 30), Status.MET)
    assert (second.due_on, second.status) == (date(2021, 4, 30), Status.RUNNING)


def test_what_has_not_happened_yet_is_not_seen():
    happened = "received 2020-03-06,decided 2020-03-09"
    (run,) = read(ONE_DAY, happened, "2020-03-08T12:00")
    assert run.status is Status.RUNNING
    assert read(ONE_DAY, happened, "2020-03-05T12:00") == ()


def test_the_limit_of_the_day_it_started_counts():
    changed = clock(
        limit.working_days(7, since=date(1999, 1, 1), until=date(2018, 7, 3)),
        limit.working_days(1, since=date(2018, 7, 4)),
    )
    (before,) = read(changed, "received 2018-07-03", "2018-07-05T09:00")
    (after,) = read(changed, "received 2018-07-04", "2018-07-05T09:00")
    assert before.due_on == date(2018, 7, 12)
    assert after.due_on == date(2018, 7, 5)


def test_before_any_limit_was_in_force_no_clock_runs():
    since_2018 = clock(limit.working_days(1, since=date(2018, 7, 4)))
    assert read(since_2018, "received 2018-07-03", "2020-03-01") == ()


CANCELLABLE = clock(limit.working_days(1), cancels=("withdrawn",))


def test_a_step_may_leave_nothing_to_wait_for():
    (run,) = read(CANCELLABLE, "received 2020-03-06,withdrawn 2020-03-09", "2020-04-01")
    assert run.status is Status.CANCELLED
    assert run.stopped.on == date(2020, 3, 9)


def test_cancelling_late_does_not_undo_a_breach():
    (run,) = read(CANCELLABLE, "received 2020-03-06,withdrawn 2020-03-10", "2020-04-01")
    assert run.status is Status.BREACHED


def test_an_hour_that_comes_twice_is_not_mistaken_for_the_first():
    one_hour = clock(limit.hours(1))
    happened = "received 2020-10-25T00:45,decided 2020-10-25T01:30+00:00"
    (run,) = read(one_hour, happened, "2020-10-26")
    assert run.status is Status.BREACHED  # an hour and three quarters later


def test_any_of_several_steps_starts_it_and_any_of_several_stops_it():
    declared = clock(limit.working_days(1), also_starts=("raised",), also_stops=("passed-on",))

    runs = read(
        declared, "raised 2020-03-06,passed-on 2020-03-09,received 2020-03-10", "2020-03-10"
    )

    assert [run.status for run in runs] == [Status.MET, Status.RUNNING]


def test_a_start_counts_only_where_the_answers_by_then_hold():
    red = clock(limit.hours(4), only_if=answer("priority").equals("red"), also_starts=("raised",))
    at = moment.parse("2020-03-06T09:00")
    later = moment.parse("2020-03-06T11:00")
    events = [
        Event("received", at, {"priority": "green"}),
        Event("raised", later, {"priority": "red"}),
    ]

    runs = clocks.read(red, events, later.at)

    assert [run.started for run in runs] == [later]
