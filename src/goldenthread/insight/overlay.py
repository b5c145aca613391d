"""Laying what was read over what was there: one snapshot after another.

A census return replaces the same council's return of the same year; a published table replaces the
one of its kind. Everything else stays as it was. Rows go through a batch at a time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import batched

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import batches, re_referrals, schema
from goldenthread.insight.batches import Made, Rows
from goldenthread.insight.importers.piece import Piece

# Tables that come from a return carry whose it is and of which year.
_RETURNED = ("children", "referrals", "assessments")
# Tables that come whole from one council's own system.
_OF_COUNCIL = ("contacts",)
# Tables several kinds of file share, and the column that says which one a row came from.
_TOLD_APART = {"figures": "kind", "neighbours": "version"}
_ABOUT_FILES = ("unreadable", "loaded")
_LISTED_AT_ONCE = 2000

# Which rows of a batch are meant.
_Mask = Callable[[pa.RecordBatch], pa.Array]


def laid(
    *, under: Mapping[str, Rows], pieces: Sequence[Piece], loaded_at: datetime
) -> dict[str, Rows]:
    """The tables of `under` with `pieces` laid over them, one after another."""
    tables: dict[str, Rows] = {name: under.get(name, schema.empty(name)) for name in schema.TABLES}
    for piece in pieces:
        over = {**piece.tables, **_about(piece, loaded_at)}
        tables |= {name: _over(tables[name], name, piece, rows) for name, rows in over.items()}
    loaded = pa.Table.from_batches(tables["loaded"].to_batches(), schema.LOADED).to_pylist()
    returns = {(row["la_code"], row["year"]) for row in loaded if row["year"]}
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


def unchanged(under: Mapping[str, Rows], pieces: Sequence[Piece]) -> bool:
    """Whether laying `pieces` over `under` would leave each of its tables as it is.

    A file that was read before, by the same rules, changes nothing; one read by other rules does.
    """
    last = {_covers(piece): piece for piece in pieces}
    return all(_is_there(under, piece) for piece in last.values())


def _is_there(under: Mapping[str, Rows], piece: Piece) -> bool:
    held = _there(under, "loaded", piece, ["table"])
    if {table for batch in held for table in batch["table"].to_pylist()} != set(piece.tables):
        return False
    given = {**piece.tables, "unreadable": _about(piece, None)["unreadable"]}
    for name, rows in given.items():
        # Told from all the returns there are, once they are laid: no piece has it. A file is the
        # same whatever it is called.
        told = [column for column in rows.schema.names if column not in ("re_referral", "file")]
        ours = (batch.select(told) for batch in rows.to_batches())
        if not batches.same(_there(under, name, piece, told), ours):
            return False
    return True


def _there(
    under: Mapping[str, Rows], name: str, piece: Piece, columns: list[str]
) -> Iterator[pa.RecordBatch]:
    """What is there of the piece in one table."""
    mask = _of(name, piece)
    for batch in under[name].to_batches():
        yield batch.filter(mask(batch)).select(columns)


def _over(under: Rows, name: str, piece: Piece, rows: Rows) -> Rows:
    """What a piece has of a table, after what there was of it that the piece does not replace."""
    mask = _of(name, piece)

    def through() -> Iterator[pa.RecordBatch]:
        for batch in under.to_batches():
            yield batch.filter(pc.invert(mask(batch)))
        for batch in rows.to_batches():
            yield batch.cast(schema.TABLES[name])

    return Made(schema=schema.TABLES[name], through=through)


def _of(name: str, piece: Piece) -> _Mask:
    """Which rows of a table came from what the piece replaces, or from the piece itself."""
    if name in _ABOUT_FILES:
        return lambda batch: pc.and_(
            pc.equal(batch["kind"], piece.kind),
            pc.and_(
                pc.equal(batch["la_code"], piece.la_code),
                pc.equal(pc.fill_null(batch["year"], 0), piece.year or 0),
            ),
        )
    if name in _RETURNED:
        return lambda batch: pc.and_(
            pc.equal(batch["la_code"], piece.la_code), pc.equal(batch["return_year"], piece.year)
        )
    if name in _TOLD_APART:
        column = _TOLD_APART[name]
        kinds = {kind for batch in piece.tables[name].to_batches() for kind in batch[column]}
        return lambda batch: pc.is_in(batch[column], value_set=pa.array(kinds, schema.TEXT))
    if name in _OF_COUNCIL:
        return lambda batch: pc.equal(batch["la_code"], piece.la_code)
    return lambda batch: pa.repeat(pa.scalar(True), batch.num_rows)


def _about(piece: Piece, loaded_at: datetime | None) -> dict[str, Rows]:
    source: dict[str, object] = {
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
    return {
        "loaded": pa.Table.from_pylist(loaded, schema=schema.LOADED),
        "unreadable": Made(schema=schema.UNREADABLE, through=partial(_listed, piece, source)),
    }


def _listed(piece: Piece, source: Mapping[str, object]) -> Iterable[pa.RecordBatch]:
    for values in batched(piece.unreadable, _LISTED_AT_ONCE):
        rows = [{**source, **vars(value)} for value in values]
        yield pa.RecordBatch.from_pylist(rows, schema=schema.UNREADABLE)
