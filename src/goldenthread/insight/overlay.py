"""Laying what was read over what was there: one snapshot after another.

A census return replaces the same council's return of the same year; a published table replaces the
one of its kind. Everything else stays as it was.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import re_referrals, schema
from goldenthread.insight.importers.piece import Piece

# Tables that come from a return carry whose it is and of which year.
_RETURNED = ("children", "referrals", "assessments")
# Tables that come whole from one council's own system.
_OF_COUNCIL = ("contacts",)
# Tables several kinds of file share, and the column that says which one a row came from.
_TOLD_APART = {"figures": "kind", "neighbours": "version"}
_ABOUT_FILES = ("unreadable", "loaded")


def laid(
    *, under: Mapping[str, pa.Table], pieces: Sequence[Piece], loaded_at: datetime
) -> dict[str, pa.Table]:
    """The tables of `under` with `pieces` laid over them, one after another."""
    tables = {name: under.get(name, schema.empty(name)) for name in schema.TABLES}
    for piece in pieces:
        tables = {name: _without(table, name, piece) for name, table in tables.items()}
        for name, table in {**piece.tables, **_about(piece, loaded_at)}.items():
            tables[name] = pa.concat_tables([tables[name], table.cast(schema.TABLES[name])])
    returns = {(row["la_code"], row["year"]) for row in tables["loaded"].to_pylist() if row["year"]}
    tables["referrals"] = re_referrals.of_returns(tables["referrals"], loaded=returns)
    return tables


def replaced(pieces: Sequence[Piece]) -> dict[str, str]:
    """The files that a later one of the same load replaces, each with that later file's name."""
    last = {_covers(piece): piece.file for piece in pieces}
    return {
        piece.file: last[_covers(piece)] for piece in pieces if last[_covers(piece)] != piece.file
    }


def _covers(piece: Piece) -> tuple[str, str, int | None]:
    return piece.kind, piece.la_code, piece.year


def unchanged(under: Mapping[str, pa.Table], pieces: Sequence[Piece]) -> bool:
    """Whether laying `pieces` over `under` would leave each of its tables as it is.

    A file that was read before, by the same rules, changes nothing; one read by other rules does.
    """
    last = {_covers(piece): piece for piece in pieces}
    return all(_is_there(under, piece) for piece in last.values())


def _is_there(under: Mapping[str, pa.Table], piece: Piece) -> bool:
    held = under["loaded"].filter(_of(under["loaded"], "loaded", piece))
    if set(held["table"].to_pylist()) != set(piece.tables):
        return False
    for name, table in piece.tables.items():
        there = under[name].filter(_of(under[name], name, piece))
        # Told from all the returns there are, once they are laid: no piece has it.
        told = [column for column in table.column_names if column != "re_referral"]
        if not there.select(told).equals(table.select(told)):
            return False
    there = under["unreadable"].filter(_of(under["unreadable"], "unreadable", piece))
    listed = _about(piece, None)["unreadable"]
    what = [column for column in listed.column_names if column != "file"]
    return bool(there.select(what).equals(listed.select(what)))


def _without(table: pa.Table, name: str, piece: Piece) -> pa.Table:
    """The table without what the piece replaces."""
    if name not in (*_ABOUT_FILES, *piece.tables):
        return table
    return table.filter(pc.invert(_of(table, name, piece)))


def _of(table: pa.Table, name: str, piece: Piece) -> pa.ChunkedArray:
    """Which rows of a table came from what the piece replaces, or from the piece itself."""
    if name in _ABOUT_FILES:
        return pc.and_(
            pc.equal(table["kind"], piece.kind),
            pc.and_(
                pc.equal(table["la_code"], piece.la_code),
                pc.equal(pc.fill_null(table["year"], 0), piece.year or 0),
            ),
        )
    if name in _RETURNED:
        return pc.and_(
            pc.equal(table["la_code"], piece.la_code), pc.equal(table["return_year"], piece.year)
        )
    if name in _TOLD_APART:
        column = _TOLD_APART[name]
        return pc.is_in(table[column], value_set=pc.unique(piece.tables[name][column]))
    if name in _OF_COUNCIL:
        return pc.equal(table["la_code"], piece.la_code)
    return pa.chunked_array([pa.repeat(pa.scalar(True), table.num_rows)])


def _about(piece: Piece, loaded_at: datetime | None) -> dict[str, pa.Table]:
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
