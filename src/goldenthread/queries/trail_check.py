"""Whether the trail is as it was written: each row against its batch, each batch against the last.

Whoever may do everything in the database can change a row, and its batch, and every batch after.
The first two are found here by themselves; the third, and a tail cut off with its batches, by the
anchor alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import psycopg

from goldenthread.kernel import head
from goldenthread.kernel.head import Head
from goldenthread.queries.trail_rows import Rows
from goldenthread.records.postgresql import chain
from goldenthread.records.postgresql.chain import Batch

# Batches held at once while their rows are read: at the most some 25 MB.
TOGETHER = 50


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that is not as it was sealed, in a sentence; `row` is "" where a batch is meant."""

    batch: int
    row: str
    says: str

    def __str__(self) -> str:
        return f"Batch {self.batch}{f', row {self.row}' if self.row else ''}: {self.says}"


@dataclass(kw_only=True)
class Verified:
    """What was gone through. `waiting` rows are not sealed yet, the oldest of `waiting_since`."""

    rows: int = 0
    batches: int = 0
    waiting: int = 0
    waiting_since: str = ""
    heads: dict[int, Head] = field(default_factory=dict, repr=False)
    # Not where they were sealed, and found where they were not, each with the batch.
    missing: dict[str, int] = field(default_factory=dict, repr=False)
    strays: dict[str, int] = field(default_factory=dict, repr=False)
    before: Batch | None = field(default=None, repr=False)


def verify(*, url: str, verified: Verified, anchor: str | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the trail, counting into `verified`; nothing if it is as written.

    `url` signs in as the sealer; `anchor` is the text of the anchor, None to do without it.
    """
    with psycopg.connect(url) as connection, connection.transaction():
        cursor = connection.cursor()
        cursor.execute("set transaction isolation level repeatable read read only")
        cursor.execute(chain.SETTINGS)
        for batches in _batches(connection):
            yield from _rows_of(cursor, batches, verified)
        _tail(cursor, verified)
    yield from _out_of_place(verified)
    if anchor is not None:
        yield from _anchored(anchor, verified)


def _batches(connection: psycopg.Connection) -> Iterator[list[Batch]]:
    """Yield the batches in order, some at a time and all of one shape."""
    with connection.cursor(name="batches") as cursor:
        cursor.execute(chain.BATCHES + "order by batch")
        while found := cursor.fetchmany(TOGETHER):
            for _, same in groupby(map(chain.batch, found), key=lambda each: each.shape):
                yield list(same)


def _rows_of(cursor: Any, batches: list[Batch], verified: Verified) -> Iterator[Finding]:
    """Verify batches of one shape over one reading of their rows."""
    rows = Rows(
        cursor,
        after=verified.before.last if verified.before else chain.BEFORE_ALL,
        until=max(each.last for each in batches),
        shape=batches[0].shape,
    )
    for batch in batches:
        yield from _chained(batch, rows, verified)
        yield from _matched(batch, rows, verified)
        verified.before = batch
        verified.batches += 1
        verified.heads[batch.batch] = Head(
            batch=batch.batch, count=batch.count, hash=batch.hash.hex()
        )
    verified.strays |= {row.place[1]: batches[-1].batch for row in rows.rest()}


def _chained(batch: Batch, rows: Rows, verified: Verified) -> Iterator[Finding]:
    """Hold a batch to the hash it has and to the batch before it."""
    if batch.hashed() != batch.hash:
        yield Finding(batch=batch.batch, row="", says="its seal was edited.")
    before = verified.before.batch if verified.before else 0
    if batch.batch == before + 1:
        if batch.previous != (verified.before.hash if verified.before else chain.NOTHING):
            says = f"it does not follow from batch {before}: one of the two was sealed anew."
            yield Finding(batch=batch.batch, row="", says=says)
        return
    for lost in range(before + 1, batch.batch):
        yield Finding(batch=lost, row="", says="its seal was deleted.")
    # What lies where the lost batches were is theirs, as far as anybody can say now.
    verified.rows += sum(1 for _ in rows.before(batch.first))


def _matched(batch: Batch, rows: Rows, verified: Verified) -> Iterator[Finding]:
    """Hold the rows that lie in a batch's place to the entries it has."""
    expected = batch.rows()
    earliest = verified.before.earliest.encode() if verified.before else b""
    for row in rows.through(batch.last):
        verified.rows += 1
        row_id = row.place[1]
        digest = expected.pop(row_id, None)
        if digest is None:
            verified.strays[row_id] = batch.batch
        elif digest != row.digest:
            yield Finding(batch=batch.batch, row=row_id, says="it was edited after it was sealed.")
        elif row.at < earliest:
            says = "it says that it is older than the batch before: it was inserted afterwards."
            yield Finding(batch=batch.batch, row=row_id, says=says)
    verified.missing |= dict.fromkeys(expected, batch.batch)


def _tail(cursor: Any, verified: Verified) -> None:
    """Count the rows after the last batch, which nobody has sealed yet."""
    after = verified.before.last if verified.before else chain.BEFORE_ALL
    last = verified.before.batch if verified.before else 0
    for row in chain.read(cursor, after=after, shape=chain.SHAPE):
        if row.place[1] in verified.missing:
            verified.strays[row.place[1]] = last
            continue
        verified.waiting += 1
        verified.waiting_since = min(verified.waiting_since or "~", row.at.decode())


def _out_of_place(verified: Verified) -> Iterator[Finding]:
    """Tell what was moved, deleted or inserted, of the rows not found where they were sealed."""
    for row, batch in verified.missing.items():
        moved = row in verified.strays
        says = "it was moved out of its place." if moved else "it was deleted."
        yield Finding(batch=batch, row=row, says=says)
    for row, batch in verified.strays.items():
        if row not in verified.missing:
            says = "it was inserted among the rows of this batch after they were sealed."
            yield Finding(batch=batch, row=row, says=says)


def _anchored(anchor: str, verified: Verified) -> Iterator[Finding]:
    """Hold the batches to the heads that were written down elsewhere."""
    heads, unreadable = head.read(anchor)
    for line in unreadable:
        says = f"line {line} of the anchor cannot be read: the anchor itself was changed."
        yield Finding(batch=0, row="", says=says)
    for each in heads:
        found = verified.heads.get(each.batch)
        if found is None:
            says = f"the anchor has it, with {each.count} rows, and the trail has not: it was cut."
            yield Finding(batch=each.batch, row="", says=says)
        elif found != each:
            says = "it is not the batch that was anchored: it was sealed anew."
            yield Finding(batch=each.batch, row="", says=says)
