"""Anchoring the trail: the head of each batch is appended to a file that lies somewhere else.

Who may change everything in the database could cut the newest batches off and leave no trace in
it. The anchor has their heads: put it on a machine those people cannot change.
"""

import os
from pathlib import Path

import psycopg

from goldenthread.kernel import head
from goldenthread.kernel.head import Head

SINCE = """
select batch, count, encode(hash, 'hex') from gt_trail_batch where batch >= %s order by batch
"""


class Broken(RuntimeError):
    """Raised when the anchor holds what the trail does not: nothing is appended to it."""


def append(*, url: str, file: Path) -> int:
    """Append the heads that are not in the file yet and have them reach the disk; return how many.

    `url` signs in as the sealer. Safe to repeat and to be killed at: what is missing is appended
    the next time. Raises Broken, or OSError where the file cannot be written.
    """
    heads, torn = _behind(url=url, file=file)
    if heads:
        _write(file, heads, torn=torn)
    return len(heads)


def behind(*, url: str, file: Path) -> int:
    """Return how many heads are not in the file yet. Raises Broken."""
    return len(_behind(url=url, file=file)[0])


def _behind(*, url: str, file: Path) -> tuple[list[Head], bool]:
    """Return what is to be appended, and whether the file ends in the middle of a line."""
    text = file.read_text() if file.exists() else ""
    known = head.read(text)[0]
    heads = _since(url, batch=known[-1].batch if known else 1)
    if known and (not heads or heads.pop(0) != known[-1]):
        raise Broken(
            f"The anchor {file} knows batch {known[-1].batch} of the trail and the database does "
            "not, or not as it was: run goldenthread trail verify."
        )
    return heads, not text.endswith("\n") and text != ""


def _since(url: str, *, batch: int) -> list[Head]:
    with psycopg.connect(url) as connection:
        found = connection.execute(SINCE, [batch]).fetchall()
    return [Head(batch=number, count=count, hash=hashed) for number, count, hashed in found]


def _write(file: Path, heads: list[Head], *, torn: bool) -> None:
    lines = "".join(f"{each}\n" for each in heads)
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
    with os.fdopen(descriptor, "a") as anchor:
        # A line a killed writer left half done is ended, and passed over by whoever reads.
        anchor.write(f"\n{lines}" if torn else lines)
        anchor.flush()
        os.fsync(anchor.fileno())
