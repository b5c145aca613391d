"""How the trail is chained: what of a row is hashed, and what of a batch.

A row is hashed as its line in the text format of COPY (its columns in a fixed order, times in UTC),
so that whoever verifies reads the table and trusts no function kept in the database. The hash of a
batch is over the hash before it, a line that says what the batch is, and its entries.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

from psycopg import sql

# A column added to the trail makes a new shape: what was sealed before is verified as it was.
SHAPES: dict[int, tuple[str, ...]] = {
    1: (
        "xid", "id", "at", "account_id", "agency_id", "role", "verb", "resource", "object_ids",
        "person_ids", "purpose", "decision", "reason", "request_id", "session_hash", "address",
    ),
}  # fmt: skip
SHAPE = max(SHAPES)
ENTRY = 48
# What comes before the first batch, and before the first row.
NOTHING = bytes(32)
FIRST_ID, LAST_ID = "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"
BEFORE_ALL = (0, FIRST_ID)
SETTINGS = "set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'"

# The place of a row: its transaction, then its id. No two share one.
Place = tuple[int, str]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the trail as it is now: where it stands, when it says it was, and its hash."""

    place: Place
    at: bytes
    digest: bytes

    @property
    def entry(self) -> bytes:
        """The 48 bytes a batch keeps of it."""
        return UUID(self.place[1]).bytes + self.digest


@dataclass(frozen=True, kw_only=True)
class Batch:
    """One batch as the table has it.

    `sealed_at` is what PostgreSQL prints, in UTC. A row of the next batch that says it is from
    before `earliest` was put in afterwards: no role may hold a transaction open for so long.
    """

    batch: int
    shape: int
    count: int
    first: Place
    last: Place
    sealed_at: str
    earliest: str = ""
    entries: bytes = field(repr=False)
    previous: bytes
    hash: bytes

    def hashed(self) -> bytes:
        """Return the hash its contents give, whatever the table says it is."""
        told = (self.batch, self.shape, self.count, *self.first, *self.last, self.sealed_at)
        header = "\t".join(map(str, told)) + "\n"
        return sha256(self.previous + header.encode() + self.entries).digest()

    def rows(self) -> dict[str, bytes]:
        """Return the hash of each of its rows by the row's id."""
        parts = range(0, len(self.entries) - ENTRY + 1, ENTRY)
        kept = [self.entries[place : place + ENTRY] for place in parts]
        return {str(UUID(bytes=entry[:16])): entry[16:] for entry in kept}


COPY = """
copy (select {columns} from gt_trail where (xid, id) > ({after_xid}::xid8, {after_id}) {until}
  order by xid, id {most}) to stdout
"""
UNTIL = "and (xid, id) <= ({xid}::xid8, {id})"


def read(
    cursor: Any, *, after: Place, until: Place | None = None, most: int | None = None, shape: int
) -> Iterator[Row]:
    """Yield the rows after a place, up to and with another, in order; by a cursor in SETTINGS."""
    query = sql.SQL(COPY).format(
        columns=sql.SQL(", ").join(map(sql.Identifier, SHAPES.get(shape, SHAPES[SHAPE]))),
        after_xid=str(after[0]),
        after_id=after[1],
        until=sql.SQL(UNTIL).format(xid=str(until[0]), id=until[1]) if until else sql.SQL(""),
        most=sql.SQL("limit {}").format(most) if most else sql.SQL(""),
    )
    with cursor.copy(query) as copied:
        for line in _lines(copied):
            xid, row_id, at, _ = line.split(b"\t", 3)
            place = (int(xid), row_id.decode())
            yield Row(place=place, at=at, digest=sha256(line).digest())


def _lines(copied: Iterable[Any]) -> Iterator[bytes]:
    """Yield whole lines: a newline inside a value is escaped, so a bare one ends a row."""
    left = b""
    for part in copied:
        *whole, left = (left + bytes(part)).split(b"\n")
        yield from whole


BATCHES = """
select batch, shape, count, first_xid::text, first_id::text, last_xid::text, last_id::text,
  sealed_at::text, (sealed_at - interval '1 hour')::text, entries, previous, hash
from gt_trail_batch
"""


def batch(row: tuple[Any, ...]) -> Batch:
    """Return the batch of a row of BATCHES."""
    number, shape, count, first_xid, first_id, last_xid, last_id, sealed_at, earliest, *kept = row
    entries, previous, hashed = map(bytes, kept)
    return Batch(
        batch=number,
        shape=shape,
        count=count,
        first=(int(first_xid), first_id),
        last=(int(last_xid), last_id),
        sealed_at=sealed_at,
        earliest=earliest,
        entries=entries,
        previous=previous,
        hash=hashed,
    )


def newest(cursor: Any) -> Batch | None:
    """Return the last batch there is, None before the first."""
    cursor.execute(BATCHES + "order by batch desc limit 1")
    found = cursor.fetchone()
    return batch(found) if found else None
