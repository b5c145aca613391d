"""When something is due, in the words of a page."""

from datetime import date, datetime

import pytest

from goldenthread.kernel import calendar
from goldenthread.kernel.calendar import LONDON
from goldenthread.queries import clocks

NOW = datetime(2020, 3, 4, 9, 30, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (calendar.end_of_day(date(2020, 3, 4)), "Due today"),
        (calendar.end_of_day(date(2020, 3, 5)), "Due next working day"),
        (calendar.end_of_day(date(2020, 3, 9)), "Due in 3 working days"),
        (calendar.end_of_day(date(2020, 3, 3)), "1 working day late"),
        (datetime(2020, 3, 4, 13, 30, tzinfo=LONDON), "Due today by 1:30pm"),
        (datetime(2020, 3, 5, 9, 15, tzinfo=LONDON), "Due next working day by 9:15am"),
        (datetime(2020, 3, 4, 8, 0, tzinfo=LONDON), "Late since 8am"),
        (datetime(2020, 3, 2, 8, 0, tzinfo=LONDON), "2 working days late"),
    ],
)
def test_a_limit_in_hours_says_the_hour_and_one_in_days_does_not(at, words):
    assert clocks.due(on=at.date(), at=at, now=NOW).words == words
