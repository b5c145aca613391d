"""Datasets made for a test: files written and loaded, or rows put straight into a snapshot."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from goldenthread.actions import datasets
from goldenthread.insight import dataset, schema
from goldenthread.insight.batches import Rows
from goldenthread.insight.dataset import Snapshot

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


def load(home: Path, *, at: datetime = NOW, **files: str) -> datasets.Load:
    """Write each text to a file named by its keyword and load them all at once."""
    home.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in files.items():
        path = home / name.replace("_", ".", 1)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return datasets.load(files=paths, home=home, now=at)


def table(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """A table of the dataset from rows; columns not given are empty."""
    of = schema.TABLES[name]
    return pa.Table.from_pylist(
        [{column: row.get(column) for column in of.names} for row in rows], of
    )


def rows(held: Rows) -> list[dict[str, Any]]:
    """Every row of a table, in order, wherever it is kept."""
    return [row for batch in held.to_batches() for row in batch.to_pylist()]


def live(
    home: Path,
    *,
    la_code: str = "380",
    as_at: datetime = NOW,
    **tables: Sequence[Mapping[str, Any]],
) -> Snapshot:
    """Publish a live snapshot of these rows, as though taken from records at `as_at`."""
    held = {
        name: table(name, [{"la_code": la_code, **row} for row in rows])
        for name, rows in tables.items()
    }
    about = {"la_code": la_code, "as_at": as_at.isoformat()}
    with dataset.writing(home=home) as writer:
        return writer.publish(kind="live", tables=held, about=about, made_at=as_at)
