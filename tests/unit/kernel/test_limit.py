"""When things are due, from the examples the law's own timescales give."""

from datetime import date

import pytest

from goldenthread.kernel import limit, moment


@pytest.mark.parametrize(
    ("what", "start", "within", "due"),
    [
        ("conference after a strategy discussion", "2020-04-09", "15wd", "2020-05-04"),
        ("core group after a conference", "2020-01-31", "10wd", "2020-02-14"),
        ("first review conference", "2020-01-31", "3m", "2020-04-30"),
        ("next review, held on the due date", "2020-04-30", "6m", "2020-10-30"),
        ("first review of a looked-after child", "2019-12-23", "20wd", "2020-01-23"),
        ("return home interview", "2020-03-06T20:00", "72h", "2020-03-09T20:00"),
        ("assessment", "2020-03-02", "45wd", "2020-05-06"),
        ("assessment, referred late in the evening", "2020-03-02T23:50", "45wd", "2020-05-06"),
        ("later core group", "2020-02-14", "6w", "2020-03-27"),
        ("report to the panel", "2020-03-02", "7d", "2020-03-09"),
        ("on the day itself", "2020-03-07", "0wd", "2020-03-07"),
        ("hours as the clocks go forward", "2020-03-28T20:00", "24h", "2020-03-29T21:00"),
        ("hours from summer time written as UTC", "2020-06-01T12:00Z", "1h", "2020-06-01T14:00"),
        ("seconds are kept", "2020-03-06T20:00:30", "1h", "2020-03-06T21:00:30"),
        ("written with spaces and capitals", " 2020-03-02 ", " 45 WD ", "2020-05-06"),
    ],
)
def test_due(what, start, within, due):
    assert limit.due(start, within).isoformat() == due, what


def test_a_limit_in_days_is_due_by_the_end_of_the_day_in_london():
    due = limit.due("2020-04-09", "15wd")
    assert due.on == date(2020, 5, 4)
    assert due.at.isoformat() == "2020-05-04T23:59:59.999999+01:00"


def test_a_limit_in_hours_is_due_at_the_instant():
    due = limit.due("2020-03-06T20:00", "72h")
    assert due.on == date(2020, 3, 9)
    assert due.at.isoformat() == "2020-03-09T20:00:00+00:00"


@pytest.mark.parametrize(
    ("start", "within", "sentence"),
    [
        ("2020-03-06", "72h", "needs a time"),
        ("6 March", "45wd", "'6 March' is not a date or a time"),
        ("2020-02-30", "45wd", "'2020-02-30' is not a date or a time"),
        ("2020-03-29T01:30", "72h", "There was no 01:30 in London on 2020-03-29"),
        ("2020-03-02", "45", "'45' is not a limit"),
        ("2020-03-02", "-5wd", "'-5wd' is not a limit"),
        ("2020-03-02", "1.5m", "'1.5m' is not a limit"),
        ("2020-03-02", "٤wd", "is not a limit"),
        ("2020-03-02", "", "'' is not a limit"),
        ("1850-03-02", "45wd", "known from 1978 to 2050"),
        ("2020-03-02", "99999wd", "known from 1978 to 2050"),
        ("9999-12-01", "99999d", "outside the calendar"),
        ("9999-12-01", "99999w", "outside the calendar"),
        ("9999-12-01", "99999m", "outside the calendar"),
        ("9999-12-01T10:00", "99999h", "outside the calendar"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_plain_sentence(start, within, sentence):
    with pytest.raises(ValueError, match=sentence) as refused:
        limit.due(start, within)
    message = str(refused.value)
    assert message.endswith(".")
    assert "\n" not in message


def test_a_start_known_by_its_day_alone_cannot_be_measured_in_hours():
    with pytest.raises(limit.NotMeasurable):
        limit.hours(72).due(moment.of_day(date(2020, 3, 6)))


def test_limits_are_written_as_they_are_read():
    for written in ("45wd", "10d", "6w", "3m", "72h"):
        assert str(limit.parse(written)) == written


def test_makers_carry_the_days_a_limit_is_in_force():
    since, until = date(2018, 7, 4), date(2023, 12, 14)
    for maker in (limit.working_days, limit.days, limit.weeks, limit.months, limit.hours):
        made = maker(3, since=since, until=until)
        assert (made.amount, made.since, made.until) == (3, since, until)


def test_a_limit_of_less_than_nothing_is_refused():
    with pytest.raises(ValueError, match="less than nothing"):
        limit.days(-1)


@pytest.mark.parametrize(
    ("start", "within", "reached", "in_time"),
    [
        ("2020-03-06", "1wd", "2020-03-09", True),
        ("2020-03-06T09:00", "1wd", "2020-03-09T23:59", True),  # days with days
        ("2020-03-06", "1wd", "2020-03-10", False),
        ("2020-03-06T20:00", "72h", "2020-03-09T20:00", True),
        ("2020-03-06T20:00", "72h", "2020-03-09T20:01", False),
        ("2020-03-06T20:00", "72h", "2020-03-07", None),
        # 01:30 comes twice on the night the clocks go back; the second is later than 01:45.
        ("2020-10-25T00:45", "1h", "2020-10-25T01:30+01:00", True),
        ("2020-10-25T00:45", "1h", "2020-10-25T01:30+00:00", False),
    ],
)
def test_in_time(start, within, reached, in_time):
    assert limit.due(start, within).in_time(moment.parse(reached)) is in_time
