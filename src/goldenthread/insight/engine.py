"""Counting: many indicators over one table, in one pass, for every area and period at once.

The expression built here is Ibis and knows no engine; `duckdb` runs it on this machine. Another
engine is another function of the same shape.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from goldenthread.insight import schema
from goldenthread.kernel.period import Period
from goldenthread.language.indicator import Indicator, Measure

_PERIODS = pa.schema(
    {"period_start": schema.DAY, "period_end": schema.DAY, "period_label": pa.string()}
)


@dataclass(frozen=True, kw_only=True)
class Count:
    """What was counted for one indicator, area and period: whole numbers, nothing divided.

    `denominator` is None for a count and for a rate, whose denominator is in another table.
    """

    indicator: str
    la_code: str
    period: str
    numerator: int
    denominator: int | None


def expression(table: Any, indicators: Sequence[Indicator], periods: Sequence[Period]) -> Any:
    """One row for each area in `table` and period, two columns for each indicator.

    A row of a return counts only in that return's own year; the year before has its own return.
    """
    spans = [(period.start, period.end, period.label) for period in periods]
    held = pa.table([list(column) for column in zip(*spans, strict=True)], schema=_PERIODS)
    crossed = table.cross_join(ibis.memtable(held))
    counted = {}
    for place, indicator in enumerate(indicators):
        rows = _in_period(indicator, of_return="return_year" in table.columns)
        chosen = rows if indicator.of_which is None else rows & indicator.of_which
        counted[f"n{place}"] = _number(indicator, chosen)
        counted[f"d{place}"] = _number(indicator, rows)
    return crossed.group_by("la_code", "period_label").aggregate(**counted)


def counts(rows: Any, indicators: Sequence[Indicator]) -> Iterator[Count]:
    """Read the rows of the expression, as Arrow gives them, back into counts."""
    for row in rows.to_pylist():
        for place, indicator in enumerate(indicators):
            share = indicator.measure is Measure.SHARE
            yield Count(
                indicator=indicator.key,
                la_code=row["la_code"],
                period=row["period_label"],
                numerator=row[f"n{place}"],
                denominator=row[f"d{place}"] if share else None,
            )


def duckdb(
    source: Path | pa.Table, indicators: Sequence[Indicator], periods: Sequence[Period]
) -> list[Count]:
    """Count over a Parquet file or an Arrow table with DuckDB, in this process."""
    if not indicators or not periods:
        return []
    with _connected() as connection:
        if isinstance(source, Path):
            table = _with_all_columns(connection.read_parquet(source), source.stem)
        else:
            table = connection.create_table("counted", source)
        found = connection.to_pyarrow(expression(table, indicators, periods))
    return sorted(
        counts(found, indicators),
        key=lambda count: (count.indicator, count.la_code, count.period),
    )


def _with_all_columns(table: Any, name: str) -> Any:
    # A snapshot written before a column was declared knows nothing of it: every row is without.
    missing = [each for each in schema.TABLES.get(name, ()) if each.name not in table.columns]
    if not missing:
        return table
    empty = {each.name: ibis.null().cast(ibis.DataType.from_pyarrow(each.type)) for each in missing}
    return table.mutate(**empty)


def _in_period(indicator: Indicator, *, of_return: bool) -> Any:
    dated = _[indicator.dated_by]
    rows = (dated >= _.period_start) & (dated <= _.period_end)
    if of_return:
        rows = rows & (_.return_year.isnull() | (_.return_year == _.period_end.year()))
    return rows if indicator.counts is None else rows & indicator.counts


def _number(indicator: Indicator, rows: Any) -> Any:
    return _[indicator.distinct].nunique(where=rows) if indicator.distinct else _.count(where=rows)


@contextmanager
def _connected() -> Iterator[Any]:
    connection = ibis.duckdb.connect()
    try:
        connection.raw_sql("SET autoinstall_known_extensions = false")
        yield connection
    finally:
        connection.disconnect()
