"""The legal calendar: working days of England, months, and hours in Europe/London.

Day 0 is the date of the start event, so what is due in one working day from a Friday is due on
the Monday. A working day is Monday to Friday and not a bank holiday in England; the bank holidays,
moved and extra ones included, come from the `holidays` library.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

LONDON = ZoneInfo("Europe/London")

# England's bank holidays have had their present form since the May Day holiday of 1978. Years to
# come follow the standing rule until a proclamation changes one, and the library follows it.
FIRST_YEAR = 1978
LAST_YEAR = 2050


def is_working_day(day: date) -> bool:
    """Whether `day` is Monday to Friday and not a bank holiday in England.

    Raises ValueError outside the years the calendar knows.
    """
    _must_know(day)
    return _count_to(day) > _count_before(day)


def add_working_days(day: date, n: int) -> date:
    """The `n`th working day after `day`, or before it where `n` is negative.

    `day` is day 0 whether or not it is a working day itself. Raises ValueError where the answer
    or the start is outside the years the calendar knows.
    """
    _must_know(day)
    if n == 0:
        return day
    place = _count_to(day) + n - 1 if n > 0 else _count_before(day) + n
    if not 0 <= place < len(_working_days()):
        raise ValueError(_unknown_years())
    return _working_days()[place]


def working_days_between(start: date, end: date) -> int:
    """How many working days after `start` up to and including `end`; negative if `end` is first.

    The inverse of `add_working_days` for every `end` that is a working day. Raises ValueError
    outside the years the calendar knows.
    """
    _must_know(start)
    _must_know(end)
    if end < start:
        return _count_before(end) - _count_before(start)
    return _count_to(end) - _count_to(start)


def add_months(day: date, n: int) -> date:
    """The same day of the month `n` months on, or the last day of that month if it has none.

    Raises ValueError where there is no such year.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("That many months falls outside the calendar: use fewer.")
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_hours(instant: datetime, n: int) -> datetime:
    """The instant `n` elapsed hours later, in London: an hour is 60 minutes in March too.

    Raises ValueError if `instant` has no time zone.
    """
    return (_aware(instant).astimezone(UTC) + timedelta(hours=n)).astimezone(LONDON)


def london_date(instant: datetime) -> date:
    """The date in London at `instant`. Raises ValueError if it has no time zone."""
    return _aware(instant).astimezone(LONDON).date()


def start_of_day(day: date) -> datetime:
    """Midnight in London at the start of `day`."""
    return datetime.combine(day, time.min, LONDON)


def end_of_day(day: date) -> datetime:
    """The last microsecond of `day` in London, so that it is still that day."""
    return datetime.combine(day, time.max, LONDON)


@cache
def _working_days() -> tuple[date, ...]:
    """Every working day the calendar knows, in order, so that counting days is two look-ups."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    bank_holidays = set(country_holidays("GB", subdiv="ENG", years=years))
    first = date(FIRST_YEAR, 1, 1)
    span = (date(LAST_YEAR + 1, 1, 1) - first).days
    days = (first + timedelta(days=n) for n in range(span))
    return tuple(day for day in days if day.weekday() < 5 and day not in bank_holidays)


def _count_to(day: date) -> int:
    return bisect_right(_working_days(), day)


def _count_before(day: date) -> int:
    return bisect_left(_working_days(), day)


def _must_know(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(_unknown_years())


def _unknown_years() -> str:
    return f"Working days are known from {FIRST_YEAR} to {LAST_YEAR}: use a date in those years."


def _aware(instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        raise ValueError("A time needs its time zone: give one with an offset, like +00:00.")
    return instant
