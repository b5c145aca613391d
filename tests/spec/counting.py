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
from tests.spec import plain, tables

# The head of a table's column, and how its cells are read.
Reads = tuple[str, Callable[[str], Any]]

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


def said(table: str, indicator: Indicator, *, period: str, on: str, **columns: Reads) -> list[str]:
    """The rows of a spec's table as the engine would write them; equal to `written` if it agrees.

    `columns` give each dataset column the head of the table's column that fills it and how it is
    read. `counted` is written where a row is in the denominator (of a count, the number), `of which`
    where it is in the numerator; a head that is not there is not written.
    """
    cases = tables.rows(table)
    rows = [{name: reads(case[head]) for name, (head, reads) in columns.items()} for case in cases]
    found = each(indicator, rows, period=period, on=on)
    return [
        _case(
            case["why"],
            one.numerator if one.denominator is None else one.denominator,
            one.numerator if "of which" in case else None,
        )
        for case, one in zip(cases, found, strict=True)
    ]


def written(table: str) -> list[str]:
    """What a spec's table says of each of its rows."""
    yes = {"yes": 1, "no": 0}
    return [
        _case(
            case["why"], yes[case["counted"]], yes[case["of which"]] if "of which" in case else None
        )
        for case in tables.rows(table)
    ]


def text(cell: str) -> str | None:
    """The words of a cell; None for a blank."""
    return cell or None


def truth(cell: str) -> bool | None:
    """Yes or no; None for a blank."""
    return {"yes": True, "no": False, "": None}[cell]


def _case(why: str, counted: int, of_which: int | None) -> str:
    numbers = f"{counted}" if of_which is None else f"{counted}, of which {of_which}"
    return f"{why}: {numbers}"


def parted(
    indicator: Indicator, rows: Sequence[Mapping[str, Any]], *, period: str, on: str
) -> dict[str, tuple[int, int | None]]:
    """Of a mix, each part there is with how many of how many, as one area's."""
    same = [{**row, "la_code": "380"} for row in rows]
    found = ENGINES[on](dataset.table(indicator.table, same), [indicator], [reporting_year(period)])
    return {count.part: (count.numerator, count.denominator) for count in found}


def together(
    indicator: Indicator, rows: Sequence[Mapping[str, Any]], *, period: str, on: str
) -> Counted:
    """What the rows come to as one area's."""
    same = [{**row, "la_code": "380"} for row in rows]
    (count,) = ENGINES[on](
        dataset.table(indicator.table, same), [indicator], [reporting_year(period)]
    )
    return Counted(numerator=count.numerator, denominator=count.denominator)
