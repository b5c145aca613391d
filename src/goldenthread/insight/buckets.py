"""Which period a day falls in, as arithmetic on the day: no row meets every period in turn.

A reporting year runs from April to March, so three months earlier it is a calendar year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.kernel import calendar
from goldenthread.kernel.period import Period

_YEAR, _MONTH = 12, 1


@dataclass(frozen=True, kw_only=True)
class Buckets:
    """Periods of one length, of `months` months each, between two days."""

    start: date
    end: date
    months: int

    def key(self, day: Any) -> Any:
        """The whole number of the period a column's day falls in, as an expression."""
        return _months(day) // self.months if self.months == _MONTH else ends_in(day)


def of(periods: Sequence[Period]) -> Buckets:
    """The buckets of these periods; raises ValueError if they are not all years or all months."""
    lengths = {_length(period) for period in periods}
    if len(lengths) != 1 or not lengths <= {_YEAR, _MONTH}:
        raise ValueError(
            "Periods are counted together where all are reporting years or all months."
        )
    return Buckets(
        start=min(period.start for period in periods),
        end=max(period.end for period in periods),
        months=lengths.pop(),
    )


def key_of(period: Period) -> int:
    """The whole number of a period, as `Buckets.key` gives it for a day in it."""
    if _length(period) == _MONTH:
        return period.start.year * 12 + period.start.month - 1
    return period.end.year


def ends_in(day: Any) -> Any:
    """The calendar year in which the reporting year of a column's day ends, as an expression."""
    return day.year() + (day.month() >= 4).cast("int32")


def _months(day: Any) -> Any:
    return day.year() * 12 + day.month() - 1


def _length(period: Period) -> int:
    """How many whole months a period has; 0 where it is not of whole months."""
    after = calendar.add_months(period.start, 1)
    if period.start.day == 1 and (after - period.end).days == 1:
        return _MONTH
    year = (period.start.month, period.start.day, period.end.month, period.end.day)
    return _YEAR if year == (4, 1, 3, 31) and period.end.year == period.start.year + 1 else 0
