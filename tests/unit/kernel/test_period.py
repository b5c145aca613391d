"""Periods: the reporting year from 1 April to 31 March."""

from datetime import date

import pytest

from goldenthread.kernel import period
from goldenthread.kernel.period import Period


def test_a_reporting_year_runs_from_april_to_march():
    year = period.reporting_year("2019-20")
    assert year == Period(date(2019, 4, 1), date(2020, 3, 31), "2019-20")


def test_a_reporting_year_may_cross_the_century():
    assert period.reporting_year("1999-00").end == date(2000, 3, 31)


@pytest.mark.parametrize("label", ["2019-21", "2019-2020", "2019", "19-20", "", "two thousand"])
def test_anything_else_is_no_reporting_year(label):
    with pytest.raises(ValueError, match="write it like 2019-20"):
        period.reporting_year(label)


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2020, 3, 31), "2019-20"),
        (date(2020, 4, 1), "2020-21"),
        (date(2020, 12, 31), "2020-21"),
    ],
)
def test_every_day_has_its_reporting_year(day, label):
    assert period.reporting_year_of(day).label == label


def test_the_year_before_is_a_reporting_year_too():
    assert period.reporting_year("2020-21").previous() == period.reporting_year("2019-20")


def test_the_span_before_another_span_is_a_year_earlier():
    leap = Period(date(2020, 2, 1), date(2020, 2, 29), "February 2020")
    assert leap.previous() == Period(
        date(2019, 2, 1), date(2019, 2, 28), "2019-02-01 to 2019-02-28"
    )


def test_a_period_contains_both_its_ends():
    year = period.reporting_year("2019-20")
    assert year.contains(date(2019, 4, 1))
    assert year.contains(date(2020, 3, 31))
    assert not year.contains(date(2019, 3, 31))
    assert not year.contains(date(2020, 4, 1))


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="before it starts"):
        Period(date(2020, 4, 1), date(2020, 3, 31), "backwards")


@pytest.mark.parametrize(
    ("since", "until", "in_force"),
    [
        (None, None, True),
        (date(2020, 5, 6), None, True),
        (date(2020, 5, 7), None, False),
        (None, date(2020, 5, 6), True),
        (None, date(2020, 5, 5), False),
    ],
)
def test_a_rule_is_in_force_on_its_first_and_last_day(since, until, in_force):
    assert period.in_force(date(2020, 5, 6), since=since, until=until) is in_force
