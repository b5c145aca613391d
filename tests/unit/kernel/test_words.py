"""Dates, times and sources as people say them."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.kernel import words
from goldenthread.kernel.citation import Citation


def test_a_plain_date():
    assert words.plain_date(date(2020, 5, 6)) == "6 May 2020"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2020, 3, 6, 20, 0, tzinfo=UTC), "6 March 2020 at 8pm"),
        (datetime(2020, 3, 6, 9, 5, tzinfo=UTC), "6 March 2020 at 9:05am"),
        (datetime(2020, 3, 6, 12, 0, tzinfo=UTC), "6 March 2020 at midday"),
        (datetime(2020, 3, 6, 0, 0, tzinfo=UTC), "6 March 2020 at midnight"),
        (datetime(2020, 3, 6, 0, 1, tzinfo=UTC), "6 March 2020 at 12:01am"),
        (datetime(2020, 3, 6, 12, 30, tzinfo=UTC), "6 March 2020 at 12:30pm"),
        (datetime(2020, 6, 1, 23, 30, tzinfo=UTC), "2 June 2020 at 12:30am"),  # summer time
    ],
)
def test_a_plain_moment_is_londons(at, said):
    assert words.plain_moment(at) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2020, 5, 6), "due today"),
        (date(2020, 5, 7), "due tomorrow"),
        (date(2020, 5, 11), "due 11 May 2020"),
        (date(2020, 5, 5), "1 day late"),
        (date(2020, 4, 26), "10 days late"),
    ],
)
def test_how_a_due_date_reads_on_6_may_2020(on, said):
    assert words.due(on, today=date(2020, 5, 6)) == said


def test_a_citation_names_its_place_where_it_has_one():
    assert str(Citation("Children Act 1989", "section 47")) == "Children Act 1989, section 47"
    assert str(Citation("Children Act 1989")) == "Children Act 1989"
