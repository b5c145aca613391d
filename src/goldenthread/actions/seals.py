"""Sealing the trail: its settled rows are chained in batches.

A row is settled once every transaction that might write before it has ended: then no row can come
between it and what is sealed. A request pays nothing for it. Each batch is one
transaction, so a sealer that is killed leaves it whole or not at all.
"""

from dataclasses import replace
from typing import Any

import psycopg

from goldenthread.records.postgresql import chain
from goldenthread.records.postgresql.chain import Batch, Row

MOST = 10_000
# One sealer at a time in one database; another that comes meanwhile finds nothing to do.
LOCK = 7_204_201_810
TURN = "select pg_try_advisory_xact_lock(%s)"
SETTLED = "select pg_snapshot_xmin(pg_current_snapshot())::text, now()::text"
INSERT = """
insert into gt_trail_batch (batch, shape, count, first_xid, first_id, last_xid, last_id, sealed_at,
  entries, previous, hash) values (%s, %s, %s, %s::xid8, %s, %s::xid8, %s, %s, %s, %s, %s)
"""


def seal(*, url: str, most: int = MOST) -> int:
    """Seal every settled row, at most `most` in a batch; return how many.

    `url` signs in as the sealer.
    """
    sealed = 0
    with psycopg.connect(url) as connection:
        while rows := _next(connection, most=most):
            sealed += rows
    return sealed


def _next(connection: psycopg.Connection, *, most: int) -> int:
    """Seal one batch, in one transaction and one snapshot; return how many rows it has."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(f"set transaction isolation level repeatable read; {chain.SETTINGS}")
        cursor.execute(TURN, [LOCK])
        if not _told(cursor)[0]:
            return 0
        cursor.execute(SETTLED)
        unsettled, now = _told(cursor)
        before = chain.newest(cursor)
        rows = list(
            chain.read(
                cursor,
                after=before.last if before else chain.BEFORE_ALL,
                until=(int(unsettled) - 1, chain.LAST_ID),
                most=most,
                shape=chain.SHAPE,
            )
        )
        if rows:
            _insert(cursor, _batch(rows, before=before, now=now))
        return len(rows)


def _told(cursor: Any) -> tuple[Any, ...]:
    found: tuple[Any, ...] = cursor.fetchone()
    return found


def _batch(rows: list[Row], *, before: Batch | None, now: str) -> Batch:
    made = Batch(
        batch=before.batch + 1 if before else 1,
        shape=chain.SHAPE,
        count=len(rows),
        first=rows[0].place,
        last=rows[-1].place,
        sealed_at=now,
        entries=b"".join(row.entry for row in rows),
        previous=before.hash if before else chain.NOTHING,
        hash=b"",
    )
    return replace(made, hash=made.hashed())


def _insert(cursor: Any, made: Batch) -> None:
    where = (str(made.first[0]), made.first[1], str(made.last[0]), made.last[1])
    chained = (made.sealed_at, made.entries, made.previous, made.hash)
    cursor.execute(INSERT, [made.batch, made.shape, made.count, *where, *chained])
