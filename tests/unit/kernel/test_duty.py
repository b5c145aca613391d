"""Duty hours: the examples a duty team would check first."""

from datetime import time

import pytest

from goldenthread.kernel import limit, moment
from goldenthread.kernel.duty import DutyHours
from goldenthread.kernel.limit import Limit, NotMeasurable, Unit

DUTY = DutyHours(opens=time(9), closes=time(17))


@pytest.mark.parametrize(
    ("what", "start", "hours", "due"),
    [
        ("within the day", "2020-03-03T10:00", 4, "2020-03-03T14:00"),
        ("over the night", "2020-03-03T15:30", 4, "2020-03-04T11:30"),
        ("used up as the team goes home", "2020-03-03T13:00", 4, "2020-03-03T17:00"),
        ("begun before the team opens", "2020-03-03T03:00", 1, "2020-03-03T10:00"),
        ("begun as it closes", "2020-03-03T17:00", 1, "2020-03-04T10:00"),
        ("over a weekend", "2020-03-06T16:00", 24, "2020-03-11T16:00"),
        ("over the clocks going forward", "2020-03-27T16:00", 2, "2020-03-30T10:00"),
        ("over the clocks going back", "2020-10-23T16:00", 2, "2020-10-26T10:00"),
        ("over Easter", "2020-04-09T16:00", 2, "2020-04-14T10:00"),
        ("over the holiday moved to 8 May", "2020-05-07T16:00", 2, "2020-05-11T10:00"),
        ("over Christmas", "2019-12-24T16:00", 2, "2019-12-27T10:00"),
        ("no time at all", "2020-03-03T03:00", 0, "2020-03-03T03:00"),
    ],
)
def test_due(what, start, hours, due):
    within = limit.duty_hours(hours, duty=DUTY)
    assert within.due(moment.parse(start)).isoformat() == due, what


def test_a_day_alone_gives_no_duty_hours():
    with pytest.raises(NotMeasurable):
        limit.duty_hours(4, duty=DUTY).due(moment.parse("2020-03-03"))


def test_hours_of_duty_must_be_said_and_only_where_they_count():
    with pytest.raises(ValueError, match="says which hours"):
        Limit(4, Unit.DUTY_HOURS)
    with pytest.raises(ValueError, match="says which hours"):
        Limit(4, Unit.HOURS, duty=DUTY)
    with pytest.raises(ValueError, match="close after"):
        DutyHours(opens=time(17), closes=time(9))
