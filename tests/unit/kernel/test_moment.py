"""Moments: read from words, and honest about how exactly they are known."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.kernel import moment
from goldenthread.kernel.moment import Moment, Precision


def test_a_date_is_known_to_the_day():
    read = moment.parse("2020-06-01")
    assert read == moment.of_day(date(2020, 6, 1))
    assert read.precision is Precision.DAY
    assert read.at.isoformat() == "2020-06-01T00:00:00+01:00"


def test_a_time_without_an_offset_is_londons():
    read = moment.parse("2020-06-01T20:00")
    assert read.precision is Precision.INSTANT
    assert read.at == datetime(2020, 6, 1, 19, tzinfo=UTC)


def test_a_time_with_an_offset_keeps_its_instant():
    assert moment.parse("2020-06-01T20:00Z").at == datetime(2020, 6, 1, 20, tzinfo=UTC)


def test_the_day_is_londons():
    assert Moment(datetime(2020, 6, 1, 23, 30, tzinfo=UTC)).on == date(2020, 6, 2)


def test_of_an_hour_that_comes_twice_it_is_the_first():
    assert moment.parse("2020-10-25T01:30").utc == datetime(2020, 10, 25, 0, 30, tzinfo=UTC)


def test_an_hour_that_was_skipped_is_refused():
    with pytest.raises(ValueError, match="There was no 01:30 in London"):
        moment.parse("2020-03-29T01:30")


@pytest.mark.parametrize("words", ["", "today", "2020-13-01", "0001-01-01T00:00+05:00", "\ud800"])
def test_anything_else_is_refused(words):
    with pytest.raises(ValueError, match="is not a date or a time"):
        moment.parse(words)


def test_a_time_without_a_zone_makes_no_moment():
    with pytest.raises(ValueError, match="needs its time zone"):
        Moment(datetime(2020, 6, 1, 12))  # noqa: DTZ001
