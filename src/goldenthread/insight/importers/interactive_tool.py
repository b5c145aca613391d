"""DfE's local authority interactive tool: its measures by area and year, and what each measure is.

The tool prints "-" where it has no number. Its periods are years, or spans of several.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pyarrow as pa

from goldenthread.insight import areas, schema
from goldenthread.insight.importers import published, sheet
from goldenthread.insight.importers.opened import Opened
from goldenthread.insight.importers.piece import Piece, Progress, Unreadable
from goldenthread.insight.importers.sheet import Row

VALUES, DEFINITIONS = "interactive-tool", "interactive-tool-measures"
VALUES_KNOWN_BY = frozenset({"measure_short", "area_role", "value"})
DEFINITIONS_KNOWN_BY = frozenset({"Measure_code", "Measure_short", "Methodology"})
_NO_NUMBER = "-"
_LEVELS = {"national": "national", "region": "regional"}
_NEEDS = ("topic", "measure_short", "measure", "year", "area_role", "la_code", "area", "value")
_DEFINED = {
    "Measure_code": "code",
    "Topic": "topic",
    "Measure": "title",
    "Measure_short": "short",
    "Polarity": "good_is",
    "Description": "description",
    "Methodology": "method",
}


def values(opened: Opened, *, progress: Progress | None = None) -> Piece:
    """Read a whole file of the tool's values; raises ImportRefused. Nothing is written."""
    found = sheet.read(opened, needs=_NEEDS, what="the interactive tool", progress=progress)
    unreadable: list[Unreadable] = []
    rows = list(_values(found.body, unreadable))
    return Piece(
        kind=VALUES,
        file=opened.name,
        sha256=opened.sha256,
        title="Local authority interactive tool (DfE)",
        tables={"figures": pa.Table.from_pylist(rows, schema=schema.TABLES["figures"])},
        unreadable=tuple(unreadable),
    )


def definitions(opened: Opened, *, progress: Progress | None = None) -> Piece:
    """Read what each measure of the tool is; raises ImportRefused. Nothing is written."""
    found = sheet.read(
        opened, needs=tuple(_DEFINED), what="the measures of the interactive tool",
        progress=progress,
    )  # fmt: skip
    rows = [
        {column: row.cells[header].strip() or None for header, column in _DEFINED.items()}
        for row in found.body
    ]
    return Piece(
        kind=DEFINITIONS,
        file=opened.name,
        sha256=opened.sha256,
        title="Measures of the local authority interactive tool (DfE)",
        tables={"measures": pa.Table.from_pylist(rows, schema=schema.TABLES["measures"])},
    )


def _values(body: Sequence[Row], unreadable: list[Unreadable]) -> Iterator[dict[str, Any]]:
    for row in body:
        cells = {name: cell.strip() for name, cell in row.cells.items()}
        value = published.decimal(cells["value"].removeprefix("-"))
        if value is not None and cells["value"].startswith("-"):
            value = -value
        if value is None and cells["value"] not in ("", _NO_NUMBER):
            unreadable.append(sheet.missed(row, "value", f"Expected a number or {_NO_NUMBER}"))
        national = cells["area_role"] == "national"
        year = cells["year"]
        yield {
            "kind": VALUES,
            "period": year,
            "year": int(year) if len(year) == 4 and year.isdigit() else None,
            "area_level": _LEVELS.get(cells["area_role"], "la"),
            "area_code": areas.ENGLAND if national else cells["la_code"] or None,
            "name": cells["area"] or None,
            "about": f"{cells['topic']}; {cells['measure']}",
            "measure": cells["measure_short"],
            "value": value,
            "symbol": cells["value"] if value is None and cells["value"] else None,
            "typed": cells["value"],
        }
