"""Filters the templates use, so that every page says dates and counts the same way."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from goldenthread.kernel import calendar, words


def plain_date(value: date | datetime) -> str:
    """ "6 May 2020", of a date or of a moment in London."""
    return words.plain_date(_day(value))


def week_day(value: date | datetime) -> str:
    """ "Wednesday 6 May 2020"."""
    return _week_day(_day(value))


@lru_cache(maxsize=512)
def _week_day(day: date) -> str:
    # A list of fifty says the same few days over and over.
    return f"{day:%A} {words.plain_date(day)}"


def plain_moment(value: datetime) -> str:
    """ "6 May 2020 at 8:15pm"."""
    return words.plain_moment(value)


def plain_time(value: datetime) -> str:
    """ "8:15pm"."""
    return words.plain_time(value)


def clock_time(value: datetime) -> str:
    """ "10:42", the short form beside a saved draft."""
    return f"{value.astimezone(calendar.LONDON):%H:%M}"


def waited(minutes: int) -> str:
    """ "25 minutes", "3 hours", "2 days": how long somebody has waited, rounded down."""
    if minutes < 120:
        return counted(minutes, "minute")
    return counted(minutes // 60, "hour") if minutes < 48 * 60 else counted(minutes // 1440, "day")


def number(value: float | None) -> str:
    """ "9,934" or "697.4": thousands parted, no trailing nought added to a whole number."""
    if value is None:
        return "–"
    return f"{value:,}"


def counted(value: int, one: str, many: str = "") -> str:
    """ "1 child", "3 children"."""
    return f"{value:,} {one if value == 1 else many or one + 's'}"


def listed(values: list[str]) -> str:
    """ "Amira, Yusuf and Sara"."""
    if len(values) < 2:
        return "".join(values)
    return f"{', '.join(values[:-1])} and {values[-1]}"


def _day(value: date | datetime) -> date:
    return calendar.london_date(value) if isinstance(value, datetime) else value


FILTERS: dict[str, Callable[..., Any]] = {
    "plain_date": plain_date,
    "week_day": week_day,
    "plain_moment": plain_moment,
    "plain_time": plain_time,
    "clock_time": clock_time,
    "waited": waited,
    "number": number,
    "counted": counted,
    "listed": listed,
}
