"""The legal calendar against arithmetic done another way, one day at a time.

The bank holidays here are typed from the published lists for England, so that nothing below is
asked of the calendar it examines.
"""

import contextlib
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from goldenthread.kernel import calendar, limit, moment
from goldenthread.kernel.moment import Moment

BANK_HOLIDAYS = {
    date(year, *month_and_day)
    for year, days in {
        2018: [(1, 1), (3, 30), (4, 2), (5, 7), (5, 28), (8, 27), (12, 25), (12, 26)],
        2019: [(1, 1), (4, 19), (4, 22), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
        2020: [(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)],
        2021: [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
        2022: [
            *[(1, 3), (4, 15), (4, 18), (5, 2), (6, 2)],
            *[(6, 3), (8, 29), (9, 19), (12, 26), (12, 27)],
        ],
        2023: [(1, 2), (4, 7), (4, 10), (5, 1), (5, 8), (5, 29), (8, 28), (12, 25), (12, 26)],
        2024: [(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
        2025: [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)],
    }.items()
    for month_and_day in days
}
DAY = timedelta(days=1)

a_day = some.dates(date(2018, 7, 1), date(2025, 6, 30))
a_few = some.integers(0, 120)
an_instant = some.integers(0, 7 * 365 * 24 * 60).map(
    lambda minutes: datetime(2018, 7, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def works(day: date) -> bool:
    return day.isoweekday() <= 5 and day not in BANK_HOLIDAYS


def walked(day: date, working_days: int) -> date:
    """The day reached by walking on, or back, until so many working days have gone by."""
    step = DAY if working_days > 0 else -DAY
    left = abs(working_days)
    while left:
        day += step
        left -= works(day)
    return day


def month_on(day: date, months: int) -> date:
    """The same day `months` later, found by turning the page so often and going back to a date."""
    page = day.replace(day=1)
    for _ in range(months):
        page = (page + 31 * DAY).replace(day=1)
    for number in range(day.day, 0, -1):
        try:
            return page.replace(day=number)
        except ValueError:
            continue
    raise AssertionError("every month has a first day")


@given(a_day)
def test_a_day_is_a_working_day_or_not(day):
    assert calendar.is_working_day(day) is works(day)


@given(a_day, some.integers(-100, 120))
def test_working_days_added(day, n):
    assert calendar.add_working_days(day, n) == walked(day, n)


@given(a_day, a_day)
def test_working_days_between(one, other):
    start, end = min(one, other), max(one, other)
    counted = sum(works(start + n * DAY) for n in range(1, (end - start).days + 1))
    assert calendar.working_days_between(start, end) == counted


@given(a_day, some.integers(-100, 120))
def test_counting_undoes_adding(day, n):
    assert calendar.working_days_between(day, calendar.add_working_days(day, n)) == n


@given(some.dates(date(1900, 1, 1), date(2090, 1, 1)), a_few)
def test_months_added(day, n):
    assert calendar.add_months(day, n) == month_on(day, n)


@given(an_instant, some.integers(0, 2000))
def test_hours_added_are_hours_elapsed(instant, n):
    later = calendar.add_hours(instant, n)
    assert later.timestamp() - instant.timestamp() == n * 3600
    assert later.tzinfo is calendar.LONDON


@given(a_day, a_day, some.sampled_from(["wd", "d", "w", "m"]), a_few)
def test_the_later_the_start_the_later_it_is_due(one, other, unit, amount):
    within = limit.parse(f"{amount}{unit}")
    first, last = (within.due(moment.of_day(day)) for day in sorted((one, other)))
    assert first.on <= last.on
    assert first.at <= last.at


@given(an_instant, a_few)
def test_the_hour_something_starts_never_moves_a_due_day(instant, n):
    start = Moment(instant)
    within = limit.working_days(n)
    assert within.due(start) == within.due(moment.of_day(start.on))


@given(some.text(), some.text())
def test_whatever_is_typed_is_answered_or_refused(start, within):
    with contextlib.suppress(ValueError):
        assert limit.due(start, within).isoformat()
