"""A question asked of many rows in passes of few, so that none of them is held whole.

What belongs together has one hash and so is in one pass. Nothing is spilled to the disk, where
who it is about would outlive a process that is killed.
"""

from collections.abc import Iterator
from typing import Any

import duckdb
import pyarrow as pa

from goldenthread.insight.batches import Counted

AT_ONCE = 25_000  # rows
_FETCHED = 5000


def asked(query: str, rows: Counted) -> Iterator[Any]:
    """The answers to `query` over rows, which it calls `held`, of each pass in turn.

    It must ask for no rows but those whose key's hash, divided by $passes, leaves $turn.
    """
    passes = max(1, -(-rows.num_rows // AT_ONCE))
    for turn in range(passes):
        # One thread: another would hold as much again, to end a pass of a tenth of a second sooner.
        with duckdb.connect(config={"threads": "1"}) as connection:
            held = pa.RecordBatchReader.from_batches(rows.schema, rows.to_batches())
            connection.register("held", held)
            found = connection.execute(query, {"passes": passes, "turn": turn})
            while some := found.fetchmany(_FETCHED):
                yield from some
