"""Laying what was read over what was there: one snapshot after another.

A census return replaces the same council's return of the same year; a published table replaces the
one of its kind. Everything else stays as it was.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import schema
from goldenthread.insight.importers.piece import ImportRefused, Piece

# Tables that come from a return carry whose it is and of which year.
_RETURNED = ("children", "referrals")
_ABOUT_FILES = ("unreadable", "loaded")


def laid(
    *, under: Mapping[str, pa.Table], pieces: Sequence[Piece], loaded_at: datetime
) -> dict[str, pa.Table]:
    """The tables of `under` with `pieces` laid over them.

    Raises ImportRefused if two of the pieces would replace each other.
    """
    _distinct(pieces)
    tables = {name: under.get(name, schema.empty(name)) for name in schema.TABLES}
    for piece in pieces:
        tables = {name: _without(table, name, piece) for name, table in tables.items()}
        for name, table in {**piece.tables, **_about(piece, loaded_at)}.items():
            tables[name] = pa.concat_tables([tables[name], table.cast(schema.TABLES[name])])
    return tables


def _distinct(pieces: Iterable[Piece]) -> None:
    seen: dict[tuple[str, str, int | None], str] = {}
    for piece in pieces:
        key = (piece.kind, piece.la_code, piece.year)
        if key in seen:
            raise ImportRefused(
                f"It holds the same as {seen[key]} ({piece.title}): load one of the two.",
                file=piece.file,
            )
        seen[key] = piece.file


def _without(table: pa.Table, name: str, piece: Piece) -> pa.Table:
    """The table without what the piece replaces."""
    if name in _ABOUT_FILES:
        old = pc.and_(
            pc.equal(table["kind"], piece.kind),
            pc.and_(
                pc.equal(table["la_code"], piece.la_code),
                pc.equal(pc.fill_null(table["year"], 0), piece.year or 0),
            ),
        )
    elif name not in piece.tables:
        return table
    elif name in _RETURNED:
        old = pc.and_(
            pc.equal(table["la_code"], piece.la_code), pc.equal(table["return_year"], piece.year)
        )
    else:
        return table.slice(0, 0)
    return table.filter(pc.invert(old))


def _about(piece: Piece, loaded_at: datetime) -> dict[str, pa.Table]:
    source = {
        "kind": piece.kind,
        "la_code": piece.la_code,
        "year": piece.year,
        "file": piece.file,
    }
    loaded = [
        source
        | {
            "table": name,
            "rows": table.num_rows,
            "sha256": piece.sha256,
            "loaded_at": loaded_at,
        }
        for name, table in piece.tables.items()
    ]
    unreadable = [source | vars(value) for value in piece.unreadable]
    return {
        "loaded": pa.Table.from_pylist(loaded, schema=schema.LOADED),
        "unreadable": pa.Table.from_pylist(unreadable, schema=schema.UNREADABLE),
    }
