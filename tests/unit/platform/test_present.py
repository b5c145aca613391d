"""The demonstration's day: begins at nine, moves with real time, never runs back, never ends."""

from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.project import present

STAMPED = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("elapsed", "shown"),
    [
        (timedelta(0), "2020-04-01T09:00:00+01:00"),
        (timedelta(minutes=90), "2020-04-01T10:30:00+01:00"),
        (timedelta(hours=14, minutes=59), "2020-04-01T23:59:00+01:00"),
        (timedelta(days=400), "2020-04-01T23:59:00+01:00"),
        (timedelta(hours=-3), "2020-04-01T09:00:00+01:00"),
    ],
)
def test_the_moment_moves_with_real_time_within_one_wednesday(elapsed, shown):
    moment = present.demonstrated(real=STAMPED + elapsed, since=STAMPED)
    assert moment.isoformat() == shown
    assert moment.strftime("%A") == "Wednesday"


def test_a_clock_put_back_does_not_take_the_moment_back(monkeypatch):
    monkeypatch.setitem(present._given, "latest", present.BEGINS)
    later = present.BEGINS + timedelta(hours=2)
    assert present._forward(later) == later
    assert present._forward(present.BEGINS + timedelta(hours=1)) == later
