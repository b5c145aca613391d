"""When things happen in the story: office hours, school days, nights and weekends."""

from bisect import bisect_left, bisect_right
from datetime import date, datetime, time, timedelta
from random import Random

from goldenthread.actions.demonstration import place
from goldenthread.kernel import calendar
from goldenthread.kernel.calendar import LONDON

FIRST = place.OPENED.date()
# The first day on which most children no longer went to school.
SCHOOLS_CLOSED = date(2020, 3, 23)
LAST = place.MORNING.date()
# School holidays, first and last day; they differ a little from council to council. After 20 March
# 2020 schools were open to the children of key workers and to vulnerable children, and still wrote.
_HOLIDAYS = (
    (date(2014, 4, 7), date(2014, 4, 21)),
    (date(2014, 5, 26), date(2014, 5, 30)),
    (date(2014, 7, 23), date(2014, 9, 1)),
    (date(2014, 10, 27), date(2014, 10, 31)),
    (date(2014, 12, 22), date(2015, 1, 2)),
    (date(2015, 2, 16), date(2015, 2, 20)),
    (date(2015, 3, 30), date(2015, 4, 10)),
    (date(2015, 5, 25), date(2015, 5, 29)),
    (date(2015, 7, 22), date(2015, 9, 1)),
    (date(2015, 10, 26), date(2015, 10, 30)),
    (date(2015, 12, 21), date(2016, 1, 1)),
    (date(2016, 2, 15), date(2016, 2, 19)),
    (date(2016, 3, 25), date(2016, 4, 8)),
    (date(2016, 5, 30), date(2016, 6, 3)),
    (date(2016, 7, 22), date(2016, 9, 2)),
    (date(2016, 10, 24), date(2016, 10, 28)),
    (date(2016, 12, 19), date(2017, 1, 2)),
    (date(2017, 2, 20), date(2017, 2, 24)),
    (date(2017, 4, 10), date(2017, 4, 21)),
    (date(2017, 5, 29), date(2017, 6, 2)),
    (date(2017, 7, 24), date(2017, 9, 4)),
    (date(2017, 10, 30), date(2017, 11, 3)),
    (date(2017, 12, 22), date(2018, 1, 5)),
    (date(2018, 2, 12), date(2018, 2, 16)),
    (date(2018, 3, 26), date(2018, 4, 6)),
    (date(2018, 5, 28), date(2018, 6, 1)),
    (date(2018, 7, 25), date(2018, 9, 3)),
    (date(2018, 10, 29), date(2018, 11, 2)),
    (date(2018, 12, 24), date(2019, 1, 4)),
    (date(2019, 2, 18), date(2019, 2, 22)),
    (date(2019, 4, 8), date(2019, 4, 22)),
    (date(2019, 5, 27), date(2019, 5, 31)),
    (date(2019, 7, 23), date(2019, 9, 2)),
    (date(2019, 10, 28), date(2019, 11, 1)),
    (date(2019, 12, 23), date(2020, 1, 3)),
    (date(2020, 2, 17), date(2020, 2, 21)),
)
_SPAN = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
_WORKING = [day for day in _SPAN if calendar.is_working_day(day)]
_SCHOOL = [day for day in _WORKING if not any(a <= day <= b for a, b in _HOLIDAYS)]

_OPENS, _CLOSES = 8.6, 17.4
# The hours in which each kind of agency sends, and on which days.
_SENDS = {
    "school": (8.3, 16.8),
    "health": (8.5, 18.5),
    "council": (9.0, 17.0),
    "police": (2.5, 23.9),
}


def at(day: date, hour: float) -> datetime:
    """Return the moment of a day at an hour with its part, such as 13.5 for half past one."""
    return datetime.combine(day, time(), LONDON) + timedelta(seconds=round(hour * 3600))


def hour(moment: datetime) -> float:
    """Return the hour of the day with its part."""
    return moment.hour + moment.minute / 60 + moment.second / 3600


def is_school_day(day: date) -> bool:
    """Return whether schools are open."""
    return _SCHOOL[_at_or_after(_SCHOOL, day)] == day


def sent(*, kind: str, day: date, chance: Random) -> datetime:
    """Return when on `day`, or the next day it can be, an agency of this kind sends something."""
    days = {"school": _SCHOOL, "police": _SPAN}.get(kind, _WORKING)
    first, last = _SENDS[kind]
    # Most is sent in the afternoon, and the police feed late in the evening.
    peak = 21.5 if kind == "police" else 14.5
    return at(days[_at_or_after(days, day)], chance.triangular(first, last, peak))


def working(day: date, *, after: int = 0) -> date:
    """Return the working day `after` working days on from `day`, or from the next one there is.

    The last one there is for anything that would be later.
    """
    place_in = bisect_left(_WORKING, day) + after
    return _WORKING[min(place_in, len(_WORKING) - 1)]


def due(day: date) -> date:
    """Return the working day after `day`."""
    return _WORKING[min(bisect_right(_WORKING, day), len(_WORKING) - 1)]


def ready(received: datetime, chance: Random) -> datetime:
    """Return when the front door first looks at what was received."""
    day = received.date()
    if working(day) == day and hour(received) < _CLOSES - 1:
        start = max(hour(received), _OPENS)
        return at(day, min(start + chance.uniform(0.1, 1.5), _CLOSES - 0.5))
    return at(due(day) if working(day) == day else working(day), _OPENS + chance.uniform(0, 1.2))


def on(day: date, *, after: datetime, chance: Random) -> datetime:
    """Return a moment of office hours on `day`, later than `after` if that is the same day."""
    start = max(_OPENS, hour(after) + 0.15) if after.date() == day else _OPENS
    return at(day, chance.uniform(start, max(_CLOSES, start + 0.2)))


def _at_or_after(days: list[date], day: date) -> int:
    return min(bisect_left(days, day), len(days) - 1)
