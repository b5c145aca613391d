"""Statistical neighbours: for each council the ten DfE holds to be most like it, and how like.

Source: NFER and DfE, groupings of April 2021; DfE, model of 2025. One row of the file is a council
and its ten neighbours, nearest first, each with a word for how near.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from goldenthread.insight import schema
from goldenthread.insight.importers import sheet
from goldenthread.insight.importers.opened import Opened
from goldenthread.insight.importers.piece import ImportRefused, Piece, Unreadable

_TEN = 10
_CODE = re.compile(r"[0-9]{3}")


@dataclass(frozen=True, kw_only=True)
class Grouping:
    """One grouping: the columns of the council, of its name and of its nearest neighbour."""

    version: str
    begins: tuple[str, ...]
    nearest: int


GROUPINGS = (
    Grouping(version="April 2021", begins=("LA num", "LA Name", "LA number"), nearest=5),
    Grouping(version="May 2025", begins=("old_la_code", "la_name", "region_ind"), nearest=4),
)


def grouping_of(first: Sequence[str]) -> Grouping | None:
    """The grouping a file is of, told from its first row; None if it is of none."""
    return next((each for each in GROUPINGS if tuple(first[:3]) == each.begins), None)


def read(opened: Opened, grouping: Grouping) -> Piece:
    """Read a whole grouping; raises ImportRefused if a row is not as wide as the others."""
    unreadable: list[Unreadable] = []
    rows = list(_rows(opened, grouping, unreadable))
    if not rows:
        raise ImportRefused("It has a header and no rows.", file=opened.name, row="row 1")
    return Piece(
        kind=f"neighbours-{grouping.version.lower().replace(' ', '-')}",
        file=opened.name,
        sha256=opened.sha256,
        title=f"Statistical neighbours of {grouping.version} (DfE)",
        tables={"neighbours": pa.Table.from_pylist(rows, schema=schema.TABLES["neighbours"])},
        unreadable=tuple(unreadable),
    )


def _rows(
    opened: Opened, grouping: Grouping, unreadable: list[Unreadable]
) -> Iterator[dict[str, Any]]:
    width = grouping.nearest + 2 * _TEN
    for number, line, cells in sheet.plain_rows(opened):
        if number == 1 or not any(cells):
            continue
        if len(cells) < width:
            raise ImportRefused(
                f"The row has {len(cells)} cells, and a council with ten neighbours has {width}.",
                file=opened.name,
                row=f"row {number}",
            )
        for rank in range(1, _TEN + 1):
            at = grouping.nearest + 2 * (rank - 1)
            code = cells[at].strip()
            if not _CODE.fullmatch(code):
                unreadable.append(_missed(number, line, rank, code))
            yield {
                "version": grouping.version,
                "area_code": cells[0].strip() or None,
                "name": cells[1].strip() or None,
                "rank": rank,
                "neighbour_code": code if _CODE.fullmatch(code) else None,
                "closeness": cells[at + 1].strip() or None,
            }


def _missed(number: int, line: int, rank: int, code: str) -> Unreadable:
    return Unreadable(
        row=f"row {number}",
        line=line,
        field=f"neighbour {rank}",
        value=code[:200],
        problem="Expected a council's three-digit code",
    )
