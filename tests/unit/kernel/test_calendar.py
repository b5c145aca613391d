"""The legal calendar against days anybody can look up."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.kernel import calendar


@pytest.mark.parametrize(
    "bank_holiday",
    [
        date(2019, 12, 25),
        date(2019, 12, 26),
        date(2020, 1, 1),
        date(2020, 4, 10),  # Good Friday
        date(2020, 4, 13),  # Easter Monday
        date(2020, 5, 8),  # the early May holiday, moved for the anniversary of VE Day
        date(2020, 12, 28),  # Boxing Day fell on a Saturday
        date(2022, 6, 2),  # the spring holiday, moved for the Platinum Jubilee
        date(2022, 6, 3),  # the Platinum Jubilee
        date(2022, 9, 19),  # the State Funeral of Queen Elizabeth II
        date(2023, 5, 8),  # the Coronation of King Charles III
    ],
)
def test_a_bank_holiday_in_england_is_no_working_day(bank_holiday):
    assert not calendar.is_working_day(bank_holiday)


@pytest.mark.parametrize(
    "working_day",
    [
        date(2020, 5, 4),  # where the early May holiday would have been
        date(2022, 5, 30),  # where the spring holiday would have been
        date(2020, 3, 17),  # St Patrick's Day, a holiday in Northern Ireland
        date(2020, 11, 30),  # St Andrew's Day, a holiday in Scotland
        date(2020, 1, 2),  # a holiday in Scotland
    ],
)
def test_a_day_that_is_no_holiday_in_england_is_a_working_day(working_day):
    assert calendar.is_working_day(working_day)


def test_saturdays_and_sundays_are_no_working_days():
    assert not calendar.is_working_day(date(2020, 3, 7))
    assert not calendar.is_working_day(date(2020, 3, 8))


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        (date(2020, 4, 9), 15, date(2020, 5, 4)),
        (date(2020, 1, 31), 10, date(2020, 2, 14)),
        (date(2019, 12, 23), 20, date(2020, 1, 23)),
        (date(2020, 3, 2), 45, date(2020, 5, 6)),
        (date(2020, 3, 6), 1, date(2020, 3, 9)),  # over a weekend
        (date(2020, 3, 7), 1, date(2020, 3, 9)),  # from a Saturday, which is day 0 all the same
        (date(2020, 5, 7), 1, date(2020, 5, 11)),  # over the moved holiday and a weekend
        (date(2020, 3, 7), 0, date(2020, 3, 7)),
        (date(2020, 3, 9), -1, date(2020, 3, 6)),
        (date(2020, 3, 8), -1, date(2020, 3, 6)),
    ],
)
def test_working_days_are_counted_from_day_0(start, n, due):
    assert calendar.add_working_days(start, n) == due


@pytest.mark.parametrize(
    ("start", "end", "n"),
    [
        (date(2020, 3, 2), date(2020, 5, 6), 45),
        (date(2020, 3, 6), date(2020, 3, 8), 0),
        (date(2020, 3, 6), date(2020, 3, 6), 0),
        (date(2020, 3, 9), date(2020, 3, 6), -1),
    ],
)
def test_working_days_between_two_days(start, end, n):
    assert calendar.working_days_between(start, end) == n


@pytest.mark.parametrize("day", [date(1977, 12, 31), date(2051, 1, 1)])
def test_years_whose_holidays_nobody_knows_are_refused(day):
    for ask in (
        lambda: calendar.is_working_day(day),
        lambda: calendar.add_working_days(day, 1),
        lambda: calendar.working_days_between(day, date(2020, 1, 1)),
    ):
        with pytest.raises(ValueError, match="known from 1978 to 2050"):
            ask()


@pytest.mark.parametrize(("day", "n"), [(date(2050, 12, 30), 20), (date(1978, 1, 3), -5)])
def test_working_days_that_run_off_the_calendar_are_refused(day, n):
    with pytest.raises(ValueError, match="known from 1978 to 2050"):
        calendar.add_working_days(day, n)


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        (date(2020, 1, 31), 3, date(2020, 4, 30)),  # clipped to the month's end
        (date(2020, 4, 30), 6, date(2020, 10, 30)),  # and not stretched to it again
        (date(2019, 11, 30), 3, date(2020, 2, 29)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2020, 12, 15), 1, date(2021, 1, 15)),
        (date(2020, 3, 31), -1, date(2020, 2, 29)),
    ],
)
def test_months_keep_the_day_or_take_the_last(start, n, due):
    assert calendar.add_months(start, n) == due


def test_months_beyond_the_last_year_are_refused():
    with pytest.raises(ValueError, match="outside the calendar"):
        calendar.add_months(date(2020, 1, 1), 12 * 9000)


def test_hours_run_through_the_weekend():
    friday = datetime(2020, 3, 6, 20, tzinfo=calendar.LONDON)
    assert calendar.add_hours(friday, 72) == datetime(2020, 3, 9, 20, tzinfo=calendar.LONDON)


def test_hours_are_elapsed_when_the_clocks_go_forward():
    friday = datetime(2020, 3, 27, 20, tzinfo=calendar.LONDON)
    assert calendar.add_hours(friday, 72).isoformat() == "2020-03-30T21:00:00+01:00"


def test_hours_are_elapsed_when_the_clocks_go_back():
    friday = datetime(2020, 10, 23, 20, tzinfo=calendar.LONDON)
    assert calendar.add_hours(friday, 72).isoformat() == "2020-10-26T19:00:00+00:00"


def test_a_summer_evening_is_the_next_day_in_london():
    assert calendar.london_date(datetime(2020, 6, 1, 23, 30, tzinfo=UTC)) == date(2020, 6, 2)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="needs its time zone"):
        calendar.london_date(datetime(2020, 6, 1, 12))  # noqa: DTZ001


def test_the_edges_of_a_day_belong_to_it():
    day = date(2020, 3, 29)  # 23 hours long
    assert calendar.start_of_day(day).isoformat() == "2020-03-29T00:00:00+00:00"
    assert calendar.end_of_day(day).isoformat() == "2020-03-29T23:59:59.999999+01:00"
