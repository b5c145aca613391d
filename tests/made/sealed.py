"""A trail to seal: rows as requests write them, in transactions of their own."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg

from goldenthread.actions import anchors, seals
from goldenthread.queries import trail_check

WRITE = """
insert into gt_trail (id, account_id, verb, resource, object_ids, person_ids, purpose, decision,
  role, reason, request_id, session_hash, address)
select gen_random_uuid(), gen_random_uuid(), 'queue.read', E'tab\\tline\\nback\\\\slash',
  array[gen_random_uuid()], '{}', 'made for a test', 'served', 'front-door-screener', '200', '', '',
  '127.0.0.1' from generate_series(1, %s)
"""


@dataclass
class Trail:
    """A trail in a database of the test's own, its sealer and its anchor."""

    owner: psycopg.Connection
    url: str
    anchor: Path

    def write(self, rows: int = 5) -> None:
        """Write rows, each call in a transaction of its own."""
        self.owner.execute(WRITE, [rows])

    def seal(self, rows: int = 5) -> None:
        """Write rows and seal them: one batch. Others on the server may hold it up for a moment."""
        self.write(rows)
        self.settle()

    def settle(self) -> None:
        """Seal until nothing waits."""
        give_up = time.monotonic() + 30
        while self.verified().waiting:
            seals.seal(url=self.url)
            assert time.monotonic() < give_up, "some transaction on this server never ends"

    def anchored(self) -> int:
        """Append what is new to the anchor."""
        return anchors.append(url=self.url, file=self.anchor)

    def verified(self) -> trail_check.Verified:
        """Return what was gone through, whatever was found."""
        found = trail_check.Verified()
        list(trail_check.verify(url=self.url, verified=found))
        return found

    def found(self, *, anchor: bool = False) -> list[str]:
        """Return what is found, each as its sentence."""
        told = self.anchor.read_text() if anchor else None
        verified = trail_check.Verified()
        return [
            str(each) for each in trail_check.verify(url=self.url, verified=verified, anchor=told)
        ]

    def tamper(self, *statements: str) -> None:
        """Do what only a superuser can: past triggers, in one transaction."""
        with self.owner.transaction():
            self.owner.execute("set local session_replication_role = replica")
            for statement in statements:
                self.owner.execute(statement)

    def row(self, batch: int, place: int = 0) -> UUID:
        """Return the id of one row of a batch."""
        found = self.owner.execute(
            "select t.id from gt_trail t, gt_trail_batch b where b.batch = %s"
            " and (t.xid, t.id) between (b.first_xid, b.first_id) and (b.last_xid, b.last_id)"
            " order by t.xid, t.id offset %s limit 1",
            [batch, place],
        ).fetchone()
        return found[0]

    def batches(self) -> list[tuple[int, int]]:
        """Return the number of each batch and how many rows it has."""
        return self.owner.execute(
            "select batch, count from gt_trail_batch order by batch"
        ).fetchall()


def opened(*, owner: str, url: str, folder: Path) -> Iterator[Trail]:
    """Yield the trail of a database, for as long as somebody tests with it."""
    with psycopg.connect(owner, autocommit=True) as connection:
        yield Trail(owner=connection, url=url, anchor=folder / "anchor")
