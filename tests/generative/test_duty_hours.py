"""Duty hours against arithmetic done another way: one minute at a time.

The bank holidays are those typed for the legal calendar's own examination.
"""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from goldenthread.kernel import limit
from goldenthread.kernel.calendar import LONDON
from goldenthread.kernel.duty import DutyHours
from goldenthread.kernel.moment import Moment
from tests.generative.test_legal_calendar import works

MINUTE = timedelta(minutes=1)
an_instant = some.integers(0, 7 * 365 * 24 * 60).map(
    lambda minutes: datetime(2018, 7, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
# Spans that hold the hour the clocks change in as well as ordinary office hours.
a_span = some.sampled_from(
    [(time(9), time(17)), (time(8, 30), time(17, 15)), (time(0), time(23)), (time(1), time(2))]
)
NEAR_A_CHANGE = (
    datetime(2020, 3, 27, 15, tzinfo=UTC),
    datetime(2020, 10, 23, 15, tzinfo=UTC),
    datetime(2020, 5, 7, 15, tzinfo=UTC),
    datetime(2019, 12, 24, 15, tzinfo=UTC),
)


def on_duty(minute: datetime, span: tuple[time, time]) -> bool:
    """Whether the minute that begins now is one of duty, read off the clock on the wall."""
    wall = minute.astimezone(LONDON)
    return works(wall.date()) and span[0] <= wall.time() < span[1]


def walked(start: datetime, hours: int, span: tuple[time, time]) -> datetime:
    """When so many minutes of duty have gone by, counted one by one."""
    left, now = hours * 60, start
    while left:
        left -= on_duty(now, span)
        now += MINUTE
    return now


@settings(max_examples=60, deadline=None)
@given(some.one_of(an_instant, some.sampled_from(NEAR_A_CHANGE)), some.integers(0, 30), a_span)
def test_duty_hours_are_minutes_of_duty(start, hours, span):
    # The wall's own clock repeats an hour in October, on a Sunday, which is never one of duty.
    duty = DutyHours(*span)
    due = limit.duty_hours(hours, duty=duty).due(Moment(start))

    assert due.at.astimezone(UTC) == walked(start, hours, span)
    assert due.at.tzinfo is LONDON


@settings(deadline=None)
@given(an_instant, a_span)
def test_on_duty_is_read_off_the_clock_on_the_wall(instant, span):
    assert DutyHours(*span).on_duty(instant) is on_duty(instant, span)
