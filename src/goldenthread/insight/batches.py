"""Rows gone through a batch at a time, so that many of them take no more memory than few.

A `pa.Table` is rows in memory. Those of a snapshot, and those put aside on disk while a file is
read, are gone through in the same way.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

# Rows of a batch, and of a row group of a file: DuckDB passes over those that hold none it wants.
_SIZE = 16_384


class Rows(Protocol):
    """Rows of one table, from the first of them as often as they are asked for."""

    @property
    def schema(self) -> pa.Schema:
        """Their columns."""

    def to_batches(self) -> Iterable[pa.RecordBatch]:
        """Go through them."""


class Counted(Rows, Protocol):
    """Rows of which it is known how many they are."""

    @property
    def num_rows(self) -> int:
        """How many there are."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """Rows that are made anew by `through` each time they are gone through."""

    schema: pa.Schema
    through: Callable[[], Iterable[pa.RecordBatch]]

    def to_batches(self) -> Iterable[pa.RecordBatch]:
        """Go through them."""
        return self.through()


def stored(path: Path, of: pa.Schema) -> Rows:
    """The rows of a Parquet file, with exactly these columns; one it has not is empty."""

    def through() -> Iterator[pa.RecordBatch]:
        with pq.ParquetFile(path) as file:
            held = [name for name in of.names if name in file.schema_arrow.names]
            for batch in file.iter_batches(batch_size=_SIZE, columns=held, use_threads=False):
                yield shaped(batch, of)

    return Made(schema=of, through=through)


def shaped(batch: pa.RecordBatch, of: pa.Schema) -> pa.RecordBatch:
    """A batch with exactly these columns; one it has not is empty."""
    found = dict(zip(batch.schema.names, batch.columns, strict=True))
    return pa.record_batch(
        [
            found[field.name].cast(field.type)
            if field.name in found
            else pa.nulls(batch.num_rows, field.type)
            for field in of
        ],
        schema=of,
    )


def even(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same rows in batches of one size, however they came; the last has what is left."""
    held: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        held.append(batch)
        rows += batch.num_rows
        while rows >= _SIZE:
            rows -= _SIZE
            left = held.pop()
            held.append(left.slice(0, left.num_rows - rows))
            full = pa.concat_batches(held)
            held = [left.slice(left.num_rows - rows)]
            yield full
    if rows:
        yield pa.concat_batches(held)


def same(one: Iterable[pa.RecordBatch], other: Iterable[pa.RecordBatch]) -> bool:
    """Whether both are the same rows in the same order."""
    pairs = zip_longest(even(one), even(other))
    return all(a is not None and b is not None and a.equals(b) for a, b in pairs)


def written(rows: Rows, path: Path, of: pa.Schema) -> int:
    """Write rows to a Parquet file, and return how many; equal rows make equal files.

    Raises KeyError for rows without a column of `of`, and OSError if the disk refuses.
    """
    count = 0
    with pq.ParquetWriter(path, of, compression="zstd") as into:
        for batch in even(rows.to_batches()):
            into.write_batch(batch.select(of.names).cast(of))
            count += batch.num_rows
            # What was let go of goes back to the machine now, and is not held for later.
            pa.default_memory_pool().release_unused()
    return count
