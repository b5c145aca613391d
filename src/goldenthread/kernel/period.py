"""Spans of days: the reporting year, and the days on which a rule is in force."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.kernel import calendar

_YEAR_START = (4, 1)  # 1 April


@dataclass(frozen=True)
class Period:
    """The days from `start` to `end`, both included, and the name people give them.

    Raises ValueError if it ends before it starts.
    """

    start: date
    end: date
    label: str

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("A period cannot end before it starts: check its two dates.")

    def contains(self, day: date) -> bool:
        """Whether `day` is one of the period's days."""
        return self.start <= day <= self.end

    def previous(self) -> "Period":
        """The same span a year earlier, with which this one is compared."""
        if self == _year(self.start.year):
            return _year(self.start.year - 1)
        start, end = (calendar.add_months(day, -12) for day in (self.start, self.end))
        return Period(start, end, f"{start.isoformat()} to {end.isoformat()}")


def reporting_year(label: str) -> Period:
    """The reporting year written "2019-20": 1 April 2019 to 31 March 2020.

    Raises ValueError with one plain sentence for anything else.
    """
    written = re.fullmatch(r"([0-9]{4})-([0-9]{2})", label.strip())
    if not written or (int(written[1]) + 1) % 100 != int(written[2]) or int(written[1]) < 1900:
        raise ValueError(f"{label!r} is not a reporting year: write it like 2019-20.")
    return _year(int(written[1]))


def reporting_year_of(day: date) -> Period:
    """The reporting year that contains `day`."""
    return _year(day.year if (day.month, day.day) >= _YEAR_START else day.year - 1)


def month_of(day: date) -> Period:
    """The calendar month that contains `day`, labelled "Mar 2020"."""
    first = day.replace(day=1)
    return Period(first, calendar.add_months(first, 1) - timedelta(days=1), f"{day:%b %Y}")


def months(within: Period) -> tuple[Period, ...]:
    """The calendar months that begin in a period, in order."""
    found, month = [], month_of(within.start)
    while month.start <= within.end:
        found.append(month)
        month = month_of(month.end + timedelta(days=1))
    return tuple(found)


def in_force(day: date, *, since: date | None, until: date | None) -> bool:
    """Whether a rule is in force on `day`: `since` and `until` are its first and last days."""
    return (since is None or since <= day) and (until is None or day <= until)


def _year(first: int) -> Period:
    label = f"{first}-{(first + 1) % 100:02d}"
    return Period(date(first, *_YEAR_START), date(first + 1, 3, 31), label)
