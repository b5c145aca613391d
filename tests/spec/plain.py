"""A second engine: indicators counted row by row in plain Python, with no database.

It runs the same declarations as DuckDB and shares none of its code: an Ibis deferred expression is
resolved against one row at a time, whose cells follow SQL's three values (a missing value is neither
true nor false). Slow, and easy to believe. An operation no indicator has used yet is an
AttributeError here; add it to Cell.
"""

import operator
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from goldenthread.insight.engine import Count
from goldenthread.kernel.period import Period
from goldenthread.language.indicator import Indicator, Measure


class Cell:
    """One value of one row, which may be missing (None)."""

    __hash__ = None

    def __init__(self, value: Any) -> None:
        self.value = value

    def notnull(self) -> "Cell":
        return Cell(self.value is not None)

    def isnull(self) -> "Cell":
        return Cell(self.value is None)

    def coalesce(self, *others: Any) -> "Cell":
        every = (self.value, *map(value_of, others))
        return Cell(next((each for each in every if each is not None), None))

    def isin(self, values: Iterable[Any]) -> "Cell":
        return self._with(list(values), lambda mine, theirs: mine in theirs)

    def notin(self, values: Iterable[Any]) -> "Cell":
        return self._with(list(values), lambda mine, theirs: mine not in theirs)

    def between(self, lower: Any, upper: Any) -> "Cell":
        return (self >= lower) & (self <= upper)

    def __eq__(self, other: object) -> "Cell":
        return self._with(other, operator.eq)

    def __ne__(self, other: object) -> "Cell":
        return self._with(other, operator.ne)

    def __lt__(self, other: Any) -> "Cell":
        return self._with(other, operator.lt)

    def __le__(self, other: Any) -> "Cell":
        return self._with(other, operator.le)

    def __gt__(self, other: Any) -> "Cell":
        return self._with(other, operator.gt)

    def __ge__(self, other: Any) -> "Cell":
        return self._with(other, operator.ge)

    def __and__(self, other: Any) -> "Cell":
        both = {self.value, value_of(other)}
        return Cell(False if False in both else None if None in both else True)

    def __or__(self, other: Any) -> "Cell":
        return ~(~self & ~Cell(value_of(other)))

    def __invert__(self) -> "Cell":
        return Cell(None if self.value is None else not self.value)

    def _with(self, other: object, works: Callable[[Any, Any], Any]) -> "Cell":
        theirs = value_of(other)
        if self.value is None or theirs is None:
            return Cell(None)
        return Cell(works(self.value, theirs))


class Row:
    """A row whose columns are cells."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values

    def __getattr__(self, name: str) -> Cell:
        return Cell(self._values[name])


def value_of(thing: object) -> Any:
    """The value in a cell, or the thing itself where it is a plain value."""
    return thing.value if isinstance(thing, Cell) else thing


def count(
    source: pa.Table, indicators: Sequence[Indicator], periods: Sequence[Period]
) -> list[Count]:
    """Count over an Arrow table, one row after another."""
    rows = source.to_pylist()
    return [
        each
        for indicator in sorted(indicators, key=lambda indicator: indicator.key)
        for area in sorted({row["la_code"] for row in rows})
        for period in sorted(periods, key=lambda period: period.label)
        for each in _counts(
            indicator, [row for row in rows if row["la_code"] == area], area, period
        )
    ]


def _counts(indicator: Indicator, rows: list[dict], area: str, period: Period) -> list[Count]:
    counted = [row for row in rows if _in(period, row, indicator) and _is(indicator.counts, row)]
    place = {"indicator": indicator.key, "la_code": area, "period": period.label}
    if indicator.by:
        parts = [row[indicator.by.column] or "" for row in counted]
        return [
            Count(**place, numerator=parts.count(part), denominator=len(parts), part=part)
            for part in sorted(set(parts))
        ]
    chosen = [row for row in counted if _is(indicator.of_which, row)]
    share = indicator.measure is Measure.SHARE
    denominator = _number(indicator, counted) if share else None
    return [Count(**place, numerator=_number(indicator, chosen), denominator=denominator)]


def _number(indicator: Indicator, rows: list[dict]) -> int:
    if not indicator.distinct:
        return len(rows)
    return len({row[indicator.distinct] for row in rows if row[indicator.distinct] is not None})


def _in(period: Period, row: dict, indicator: Indicator) -> bool:
    day: date | None = row[indicator.dated_by]
    returned = row.get("return_year")
    if day is None or (returned is not None and returned != period.end.year):
        return False
    return period.start <= day <= period.end


def _is(expression: Any, row: dict) -> bool:
    return expression is None or expression.resolve(Row(row)).value is True
