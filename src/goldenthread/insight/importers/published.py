"""Tables that are counted with: referrals, assessments by their length, the children there are.

Source: DfE, Characteristics of children in need, open data; ONS mid-year estimates as DfE re-issues
them. Where a number is not printed a symbol is (`c` suppressed, `x` or `:` not available, `z` not
applicable, `u` unreliable, `k` or `low` rounds to 0): the number is then missing and the symbol
kept. Rates and percentages are kept to be shown, never to compute with.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from goldenthread.insight import schema
from goldenthread.insight.importers import sheet
from goldenthread.insight.importers.opened import Opened
from goldenthread.insight.importers.piece import ImportRefused, Piece, Progress, Unreadable
from goldenthread.insight.importers.sheet import Row

SYMBOLS = ("c", "x", "z", "u", "k", "low", ":")


@dataclass(frozen=True, kw_only=True)
class Level:
    """A level of area, and the columns that say which: its code, its name and its ONS code."""

    level: str
    columns: tuple[str, str, str]


AREAS = {
    "National": Level(level="national", columns=("country_code", "country_name", "country_code")),
    "Regional": Level(level="regional", columns=("region_code", "region_name", "region_code")),
    "Local authority": Level(level="la", columns=("old_la_code", "la_name", "new_la_code")),
}
PLACE = (
    "time_period",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A number nobody prints, made of columns somebody does; missing where one of them is."""

    of: tuple[str, ...]
    less: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One kind of published file: its columns, and the columns of the dataset they go to.

    `sums` are worked out from counts, as numbers to add up less a number to take away.
    """

    kind: str
    table: str
    title: str
    what: str
    group: str
    only: str
    known_by: frozenset[str]
    counts: Mapping[str, str]
    rates: Mapping[str, str]
    sums: Mapping[str, Sum] = field(default_factory=dict)

    @property
    def needs(self) -> tuple[str, ...]:
        """Every column the file must have."""
        return (*PLACE, self.group, *self.counts, *self.rates)


REFERRALS = Layout(
    kind="published-referrals",
    table="published_referrals",
    title="Published referrals (DfE)",
    what="DfE's published referrals",
    group="category",
    only="Referrals and Re-referrals",
    known_by=frozenset({"Referrals", "Referrals_rate", "Re_referrals"}),
    counts={
        "Referrals": "referrals",
        "Re_referrals": "re_referrals",
        "No_Further_Action": "no_further_action",
        "Not_in_Need": "not_in_need",
        "Referrals_child": "referrals_child",
        "Re_referrals_child": "re_referrals_child",
    },
    rates={
        "Referrals_rate": "referrals_rate",
        "Re_referrals_percent": "re_referrals_percent",
        "No_Further_Action_percent": "no_further_action_percent",
        "Not_in_Need_percent": "not_in_need_percent",
        "Referrals_child_rate": "referrals_child_rate",
        "Re_referrals_child_percent": "re_referrals_child_percent",
    },
    sums={"further_action": Sum(of=("referrals",), less=("no_further_action",))},
)

# Working days from the start of an assessment to its end, as DfE's columns part them.
_IN_45_DAYS = {
    "Same_day": "same_day",
    "1-10_days": "days_1_to_10",
    "11-20_days": "days_11_to_20",
    "21-30_days": "days_21_to_30",
    "31-40_days": "days_31_to_40",
    "41-45_days": "days_41_to_45",
}

ASSESSMENTS = Layout(
    kind="published-assessments",
    table="published_assessments",
    title="Published assessments (DfE)",
    what="DfE's published duration of assessments",
    group="category",
    only="Duration of assessment",
    known_by=frozenset({"Assessments_completed"}),
    counts={"Assessments_completed": "completed", **_IN_45_DAYS},
    rates={},
    sums={"in_45_days": Sum(of=tuple(_IN_45_DAYS.values()))},
)

POPULATION = Layout(
    kind="population",
    table="population",
    title="Population of children (ONS)",
    what="the population of children",
    group="age_group",
    only="Children aged 0 to 17 years",
    known_by=frozenset({"population_estimate", "age_group"}),
    counts={"population_estimate": "population"},
    rates={},
)

LAYOUTS = (REFERRALS, ASSESSMENTS, POPULATION)


def read(opened: Opened, layout: Layout, *, progress: Progress | None = None) -> Piece:
    """Read a whole published file; raises ImportRefused if it is not one. Nothing is written."""
    read_sheet = sheet.read(opened, needs=layout.needs, what=layout.what, progress=progress)
    unreadable: list[Unreadable] = []
    rows = list(_rows(read_sheet, layout, unreadable))
    if not rows:
        raise ImportRefused(
            f"None of its rows is {layout.only!r}, which is what is read here.",
            file=opened.name,
            row=f"row {read_sheet.body[0].number}",
            field=layout.group,
        )
    return Piece(
        kind=layout.kind,
        file=opened.name,
        sha256=opened.sha256,
        title=layout.title,
        tables={layout.table: pa.Table.from_pylist(rows, schema=schema.TABLES[layout.table])},
        unreadable=tuple(unreadable),
    )


def _rows(
    read_sheet: sheet.Sheet, layout: Layout, unreadable: list[Unreadable]
) -> Iterator[dict[str, Any]]:
    seen: dict[tuple[Any, ...], int] = {}
    for row in read_sheet.body:
        if row.cells[layout.group].strip() != layout.only:
            unreadable.append(
                sheet.missed(row, layout.group, f"Left out: expected {layout.only!r}")
            )
            continue
        read_row = _place(row, layout, unreadable)
        for named, kind in ((layout.counts, _whole), (layout.rates, decimal)):
            for header, column in named.items():
                read_row |= _number(row, header, column, kind, unreadable)
        for column, made in layout.sums.items():
            read_row |= _summed(read_row, column, made)
        _once(read_row, row, layout, seen, read_sheet.file)
        yield read_row


def _place(row: Row, layout: Layout, unreadable: list[Unreadable]) -> dict[str, Any]:
    cells = row.cells
    area = AREAS.get(cells["geographic_level"].strip())
    if area is None:
        unreadable.append(
            sheet.missed(row, "geographic_level", f"Expected one of {', '.join(AREAS)}")
        )
    year = cells["time_period"].strip()
    readable = year.isascii() and year.isdigit() and len(year) == 4
    if not readable:
        unreadable.append(sheet.missed(row, "time_period", "Expected a year such as 2020"))
    code, name, ons = (cells[column].strip() for column in area.columns) if area else ("", "", "")
    if area and not code:
        unreadable.append(sheet.missed(row, area.columns[0], "Expected the code of the area"))
    return {
        "year": int(year) if readable else None,
        "area_level": area.level if area else None,
        "area_code": code or None,
        "ons_code": ons if area else None,
        "name": name if area else None,
        "region_code": cells["region_code"].strip() or None if area else None,
        layout.group: layout.only,
    }


def _number(
    row: Row,
    header: str,
    column: str,
    kind: Callable[[str], int | float | None],
    unreadable: list[Unreadable],
) -> dict[str, Any]:
    text = row.cells[header].strip()
    value = kind(text) if text else None
    if value is None and text and text not in SYMBOLS:
        unreadable.append(
            sheet.missed(row, header, f"Expected a number or one of {' '.join(SYMBOLS)}")
        )
    return {column: value, f"{column}_symbol": text if text and value is None else None}


def _coded_in(level: str) -> str:
    return next(area.columns[0] for area in AREAS.values() if area.level == level)


def _summed(read_row: Mapping[str, Any], column: str, made: Sum) -> dict[str, Any]:
    parts = (*made.of, *made.less)
    symbol = next((read_row[f"{part}_symbol"] for part in parts if read_row[part] is None), None)
    if any(read_row[part] is None for part in parts):
        return {column: None, f"{column}_symbol": symbol}
    total = sum(read_row[part] for part in made.of) - sum(read_row[part] for part in made.less)
    return {column: total, f"{column}_symbol": None}


def _once(
    read_row: dict[str, Any],
    row: Row,
    layout: Layout,
    seen: dict[tuple[Any, ...], int],
    file: str,
) -> None:
    key = tuple(read_row[name] for name in ("year", "area_level", "area_code", layout.group))
    if None in key:
        return
    if key in seen:
        raise ImportRefused(
            f"It gives {read_row['name']} for {read_row['year']} a second time (first in row "
            f"{seen[key]}), so it cannot be told which is right.",
            file=file,
            row=f"row {row.number}",
            field=_coded_in(read_row["area_level"]),
        )
    seen[key] = row.number


def _whole(text: str) -> int | None:
    # Eighteen digits are more children than there are, and fewer than a column holds.
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def decimal(text: str) -> float | None:
    """A number written in figures with at most one point, or None."""
    whole, _, part = text.partition(".")
    plain = whole + part
    return float(text) if plain.isascii() and plain.isdigit() and whole and len(text) < 30 else None
