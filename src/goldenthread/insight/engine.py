"""Counting: many indicators over one table, for every area and period at once.

The rows are read once for each date that puts them in a period, and only the columns that are
asked for. The expressions built here are Ibis and know no engine; `duckdb` runs them on this
machine. Another engine is another function of the same shape.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection, connect
from ibis import _

from goldenthread.insight import buckets, schema
from goldenthread.insight.buckets import Buckets
from goldenthread.kernel.period import Period
from goldenthread.language.indicator import Indicator, Measure

_AREA, _WHEN, _PART, _HELD = "la_code", "bucket", "part", "held"


@dataclass(frozen=True, kw_only=True)
class Count:
    """What was counted for one indicator, area and period: whole numbers, nothing divided.

    `denominator` is None for a count and for a rate, whose denominator is in another table. Of a
    mix there is one for each `part` there is, over the whole; otherwise `part` is "".
    """

    indicator: str
    la_code: str
    period: str
    numerator: int
    denominator: int | None
    part: str = ""


def expressions(
    table: Any, indicators: Sequence[Indicator], periods: Sequence[Period]
) -> Iterator[tuple[Sequence[Indicator], Any]]:
    """Yield what is asked of `table`, each question with the indicators it answers, in order.

    One question for all that are dated by one column, and one for each mix. A row of a return
    counts only in that return's own year; the year before has its own return.
    """
    across = buckets.of(periods)
    for _by, together in groupby(sorted(indicators, key=_question), key=_question):
        asked = list(together)
        yield asked, _expression(table, asked, across)


def duckdb(
    source: Path | pa.Table, indicators: Sequence[Indicator], periods: Sequence[Period]
) -> list[Count]:
    """Count over a Parquet file or an Arrow table with DuckDB, in this process.

    Every area there is has a count for every period, nought included. Periods are whole months that
    do not overlap, all of one length; raises ValueError for others.
    """
    if not indicators or not periods:
        return []
    found: list[Count] = []
    with _holding(source, indicators[0].table) as connection:
        held = connection.sql(f"select distinct {_AREA} from {_HELD}").fetchall()
        areas = sorted(area for (area,) in held if area is not None)
        for asked, query in _queries(tuple(indicators), tuple(periods)):
            rows = connection.sql(query).to_arrow_table().to_pylist()
            found += _counts(rows, asked, areas=areas, periods=periods)
    return sorted(
        found, key=lambda count: (count.indicator, count.la_code, count.period, count.part)
    )


def spans(source: Path | pa.Table, *, table: str, dated_by: str) -> dict[str, tuple[date, date]]:
    """The first and the last day of each area that has any, in order of the areas."""
    with _holding(source, table) as connection:
        found = connection.sql(
            f"select {_AREA}, min({dated_by}), max({dated_by}) from {_HELD}"
            f" where {_AREA} is not null and {dated_by} is not null group by all order by all"
        ).fetchall()
    return {area: (first, last) for area, first, last in found}


@lru_cache(maxsize=256)
def _queries(
    indicators: tuple[Indicator, ...], periods: tuple[Period, ...]
) -> tuple[tuple[tuple[Indicator, ...], str], ...]:
    """What DuckDB is asked, with the indicators each question answers: made once in a process."""
    of = schema.TABLES[indicators[0].table]
    table = ibis.table(ibis.Schema.from_pyarrow(of), name=_HELD)
    return tuple(
        (tuple(asked), str(ibis.to_sql(expression, dialect="duckdb")))
        for asked, expression in expressions(table, indicators, periods)
    )


def columns(indicator: Indicator) -> frozenset[str]:
    """The columns of its table that an indicator reads."""
    table = ibis.table(ibis.Schema.from_pyarrow(schema.TABLES[indicator.table]), name="read")
    asked = [each for each in (indicator.counts, indicator.of_which) if each is not None]
    fields = {
        field.name
        for each in asked
        for field in each.resolve(table).op().find(ibis.expr.operations.Field)
    }
    besides = {indicator.dated_by, indicator.distinct, indicator.by.column if indicator.by else ""}
    return frozenset((fields | besides) - {""})


def _question(indicator: Indicator) -> tuple[str, str, str]:
    """What may be asked together: the same date, and a mix with none but itself."""
    return (
        indicator.dated_by,
        indicator.by.column if indicator.by else "",
        (indicator.key if indicator.by else ""),
    )


def _expression(table: Any, asked: Sequence[Indicator], across: Buckets) -> Any:
    dated = _[asked[0].dated_by]
    within = table.filter(dated >= across.start, dated <= across.end)
    if "return_year" in table.columns:
        within = within.filter(_.return_year.isnull() | (_.return_year == buckets.ends_in(dated)))
    keys = {_AREA: _[_AREA], _WHEN: across.key(dated)}
    if mix := asked[0].by:
        chosen = asked[0].counts
        rows = within if chosen is None else within.filter(chosen)
        return rows.group_by(**keys, **{_PART: _[mix.column]}).aggregate(n0=_.count())
    counted = {}
    for place, indicator in enumerate(asked):
        counts, of_which = indicator.counts, indicator.of_which
        both = of_which if counts is None else counts if of_which is None else counts & of_which
        counted[f"n{place}"] = _number(indicator, both)
        if of_which is not None:
            counted[f"d{place}"] = _number(indicator, counts)
    return within.group_by(**keys).aggregate(**counted)


def _number(indicator: Indicator, rows: Any) -> Any:
    if indicator.distinct:
        return _[indicator.distinct].nunique(where=rows)
    return _.count() if rows is None else _.count(where=rows)


def _counts(
    rows: Iterable[Mapping[str, Any]],
    asked: Sequence[Indicator],
    *,
    areas: Sequence[str],
    periods: Sequence[Period],
) -> Iterator[Count]:
    """The rows of one question as counts, with nought where there was no row."""
    labels = {buckets.key_of(period): period.label for period in periods}
    held = {(row[_AREA], labels.get(row[_WHEN]), row.get(_PART)): row for row in rows}
    if asked[0].by:
        yield from _parts(held, asked[0])
        return
    for area in areas:
        for period in periods:
            row = held.get((area, period.label, None), {})
            for place, indicator in enumerate(asked):
                share = indicator.measure is Measure.SHARE
                yield Count(
                    indicator=indicator.key,
                    la_code=area,
                    period=period.label,
                    numerator=row.get(f"n{place}", 0),
                    denominator=row.get(f"d{place}", 0) if share else None,
                )


def _parts(held: Mapping[tuple[Any, ...], Mapping[str, Any]], mixed: Indicator) -> Iterator[Count]:
    whole: dict[tuple[str, str], int] = {}
    for (area, label, _part), row in held.items():
        whole[area, label] = whole.get((area, label), 0) + row["n0"]
    for (area, label, part), row in held.items():
        if area is not None and label is not None:
            yield Count(
                indicator=mixed.key,
                la_code=area,
                period=label,
                numerator=row["n0"],
                denominator=whole[area, label],
                part=part or "",
            )


@contextmanager
def _holding(source: Path | pa.Table, table: str) -> Iterator[DuckDBPyConnection]:
    """A connection that holds one table, whole or as a view of its file."""
    with connect(config={"autoinstall_known_extensions": "false"}) as connection:
        if isinstance(source, Path):
            missing = _missing(pq.read_schema(source).names, table)
            connection.execute(
                f"create view {_HELD} as select *{missing} from read_parquet('{source}')"
            )
        else:
            connection.register(_HELD, source)
        yield connection


def _missing(names: Sequence[str], table: str) -> str:
    # A snapshot written before a column was declared knows nothing of it: every row is without.
    absent = [field for field in schema.TABLES.get(table, ()) if field.name not in names]
    return "".join(f", null::{_type(field.type)} as {field.name}" for field in absent)


def _type(of: pa.DataType) -> str:
    kinds = (
        (pa.types.is_date, "date"),
        (pa.types.is_timestamp, "timestamptz"),
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_integer, "bigint"),
        (pa.types.is_floating, "double"),
    )
    return next((name for is_one, name in kinds if is_one(of)), "varchar")
