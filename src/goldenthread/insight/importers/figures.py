"""Published figures of any kind: each number of a file as a row of its own, kept to be looked up.

DfE's children in need and looked after tables as they are published (a row for each area and year,
a column for each measure), the same for England alone, and the local authority interactive tool (a
row for each area, year and measure). What is not a number or a publisher's symbol is kept as typed,
counted missing and listed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from goldenthread.insight import schema
from goldenthread.insight.importers import published, sheet
from goldenthread.insight.importers.opened import Opened
from goldenthread.insight.importers.piece import ImportRefused, Piece, Progress, Unreadable
from goldenthread.insight.importers.sheet import Row

_PLACE = (*published.PLACE, "time_identifier")
_NATIONAL = ("time_period", "time_identifier", "geographic_level", "country_code", "country_name")


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One kind of file. `parts` are columns that say what a row is about, beside its place.

    A file whose columns do not tell it apart is told by what the first row has in `told_by`.
    """

    kind: str
    title: str
    known_by: frozenset[str]
    place: tuple[str, ...] = _PLACE
    parts: tuple[str, ...] = ("category",)
    told_by: tuple[str, str] | None = None


LAYOUTS = (
    Layout(
        kind="published-children-in-need",
        title="Published children in need (DfE)",
        known_by=frozenset({"Anypoint_episodes"}),
    ),
    Layout(
        kind="published-factors",
        title="Published factors found in assessments (DfE)",
        known_by=frozenset({"Episodes_with_assessment_factor"}),
    ),
    Layout(
        kind="published-protection-plans",
        title="Published child protection plans (DfE)",
        known_by=frozenset({"CPP_start", "CPP_At31"}),
    ),
    Layout(
        kind="published-looked-after",
        title="Published children looked after (DfE)",
        known_by=frozenset({"population_type", "children_count"}),
        parts=("population_type",),
    ),
    Layout(
        kind="published-headlines",
        title="Published headline figures of England (DfE)",
        known_by=frozenset({"children_in_need", "completed_assessments"}),
        place=_NATIONAL,
        parts=(),
    ),
    Layout(
        kind="published-england-need",
        title="Published children in need of England (DfE)",
        known_by=frozenset({"category_type", "number", "percent"}),
        place=_NATIONAL,
        parts=("category", "category_type"),
        told_by=("category", "Children in Need"),
    ),
    Layout(
        kind="published-england-protection",
        title="Published enquiries, conferences and plans of England (DfE)",
        known_by=frozenset({"category_type", "number", "percent"}),
        place=_NATIONAL,
        parts=("category", "category_type"),
        told_by=("category", "Section 47"),
    ),
)


def are_in(headers: set[str]) -> bool:
    """Whether a file with these headers is one that is read here."""
    return any(layout.known_by <= headers for layout in LAYOUTS)


def read(opened: Opened, *, progress: Progress | None = None) -> Piece:
    """Read a whole file of published figures; raises ImportRefused. Nothing is written."""
    names = sheet.headers(opened)
    known = [layout for layout in LAYOUTS if layout.known_by <= set(names)]
    needs = (*known[0].place, *known[0].parts)
    found = sheet.read(opened, needs=needs, what="published figures", progress=progress)
    layout = _told(known, found)
    measures = [name for name in found.headers if name not in (*layout.place, *layout.parts)]
    unreadable: list[Unreadable] = []
    rows = list(_rows(found.body, layout, measures, unreadable))
    return Piece(
        kind=layout.kind,
        file=opened.name,
        sha256=opened.sha256,
        title=layout.title,
        tables={"figures": pa.Table.from_pylist(rows, schema=schema.TABLES["figures"])},
        unreadable=tuple(unreadable),
    )


def _told(known: Sequence[Layout], found: sheet.Sheet) -> Layout:
    for layout in known:
        if layout.told_by is None:
            return layout
        column, value = layout.told_by
        if any(row.cells[column].strip() == value for row in found.body):
            return layout
    column, _ = known[0].told_by or ("", "")
    expected = " or ".join(f"{layout.told_by[1]!r}" for layout in known if layout.told_by)
    raise ImportRefused(
        f"None of its rows is about {expected}, so it is none of the tables read here.",
        file=found.file,
        row=f"row {found.body[0].number}",
        field=column,
    )


def _rows(
    body: Sequence[Row], layout: Layout, measures: Sequence[str], unreadable: list[Unreadable]
) -> Iterator[dict[str, Any]]:
    for row in body:
        place = _place(row, unreadable)
        about = "; ".join(row.cells[part].strip() for part in layout.parts)
        for measure in measures:
            typed = row.cells[measure].strip()
            yield {
                "kind": layout.kind,
                **place,
                "about": about,
                "measure": measure,
                **_figure(typed, row, measure, unreadable),
            }


def _place(row: Row, unreadable: list[Unreadable]) -> dict[str, Any]:
    level = row.cells["geographic_level"].strip()
    area = published.AREAS.get(level)
    if area is None:
        unreadable.append(sheet.missed(row, "geographic_level", "Expected the level of an area"))
    year = row.cells["time_period"].strip()
    readable = year.isascii() and year.isdigit() and len(year) == 4
    if not readable:
        unreadable.append(sheet.missed(row, "time_period", "Expected a year such as 2020"))
    code, name, ons = area.columns if area else ("", "", "")
    return {
        "period": year,
        "year": int(year) if readable else None,
        "area_level": area.level if area else None,
        "area_code": row.cells.get(code, "").strip() or None,
        "ons_code": row.cells.get(ons, "").strip() or None,
        "name": row.cells.get(name, "").strip() or None,
    }


def _figure(
    typed: str, row: Row, measure: str, unreadable: list[Unreadable]
) -> dict[str, str | float | None]:
    value = published.decimal(typed) if typed else None
    if value is None and typed and typed not in published.SYMBOLS:
        expected = f"Expected a number or one of {' '.join(published.SYMBOLS)}"
        unreadable.append(sheet.missed(row, measure, expected))
    return {"value": value, "symbol": typed if typed and value is None else None, "typed": typed}
