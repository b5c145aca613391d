"""Counting a table of rows, one rule a row.

Each row is given an area of its own, so that one pass over the table says of every row by itself
whether it is counted. ENGINES lists what the pass is run on: all of them must say the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.insight import engine
from goldenthread.kernel.period import reporting_year
from goldenthread.language.indicator import Indicator
from tests.made import dataset
from tests.spec import plain

ENGINES: dict[str, Callable[..., list[engine.Count]]] = {
    "duckdb": engine.duckdb,
    "plain": plain.count,
}


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What one row added: 1 or 0 to each number; None where there is no denominator."""

    numerator: int
    denominator: int | None


def each(
    indicator: Indicator, rows: Sequence[Mapping[str, Any]], *, period: str, on: str
) -> list[Counted]:
    """What each row adds to an indicator in a reporting year, on one engine."""
    apart = [{**row, "la_code": f"{place:03d}"} for place, row in enumerate(rows)]
    found = ENGINES[on](
        dataset.table(indicator.table, apart), [indicator], [reporting_year(period)]
    )
    return [
        Counted(numerator=count.numerator, denominator=count.denominator)
        for count in sorted(found, key=lambda count: count.la_code)
    ]


def together(
    indicator: Indicator, rows: Sequence[Mapping[str, Any]], *, period: str, on: str
) -> Counted:
    """What the rows come to as one area's."""
    same = [{**row, "la_code": "380"} for row in rows]
    (count,) = ENGINES[on](
        dataset.table(indicator.table, same), [indicator], [reporting_year(period)]
    )
    return Counted(numerator=count.numerator, denominator=count.denominator)
