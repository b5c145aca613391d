"""The dataset: Parquet snapshots, each written whole or not at all, and pinned by its id.

`<home>/dataset/snapshots/<id>/` holds one file a table and a manifest; `<home>/dataset/CURRENT`
names the newest live and the newest imported one. A snapshot is written to a folder of another
name, flushed to disk and renamed before CURRENT is replaced, so a reader never meets half of one.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.insight import batches, schema
from goldenthread.insight.batches import Rows

Kind = Literal["live", "imported"]

_ID = re.compile(r"(live|imported)-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}")
_UNFINISHED = ".unfinished-"


class NoSnapshot(LookupError):
    """Raised when there is no such snapshot; its message is a sentence for people."""


@dataclass(frozen=True)
class Snapshot:
    """One pinned state of the dataset. Nothing in it changes after it is published."""

    id: str
    folder: Path

    @cached_property
    def manifest(self) -> Mapping[str, Any]:
        """What the snapshot says of itself: `kind`, `made_at`, `tables` and `about`."""
        manifest: dict[str, Any] = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        return manifest

    @property
    def kind(self) -> Kind:
        """ "live" (extracted from the records) or "imported" (loaded from files)."""
        return "live" if self.id.startswith("live-") else "imported"

    @property
    def made_at(self) -> datetime:
        """When it was made, as told by whoever made it."""
        return datetime.fromisoformat(self.manifest["made_at"])

    def path(self, table: str) -> Path:
        """The Parquet file of a table."""
        return self.folder / f"{table}.parquet"

    def counted_from(self, table: str) -> Path | pa.Table:
        """What a table is counted from: its file; no rows where the snapshot is older than it."""
        return self.path(table) if table in self.manifest["tables"] else schema.empty(table)

    def rows(self, table: str) -> int:
        """How many rows a table has; none where the snapshot is older than the table."""
        rows: int = self.manifest["tables"].get(table, {"rows": 0})["rows"]
        return rows

    def stored(self, table: str) -> Rows:
        """A table to be gone through, with exactly the columns of its schema."""
        if table not in self.manifest["tables"]:
            return schema.empty(table)
        return batches.stored(self.path(table), schema.TABLES[table])

    def table(self, table: str) -> pa.Table:
        """All of a table in memory, with exactly the columns of its schema."""
        if table not in self.manifest["tables"]:
            return schema.empty(table)
        return pq.read_table(self.path(table), schema=schema.TABLES[table])


@dataclass(frozen=True)
class Writer:
    """The one process that may publish a snapshot just now."""

    home: Path

    def publish(
        self,
        *,
        kind: Kind,
        tables: Mapping[str, Rows],
        about: Mapping[str, Any],
        made_at: datetime,
    ) -> Snapshot:
        """Write a snapshot and make it the newest of its kind; tables not given are empty.

        Two snapshots of equal content made at one moment are one snapshot.
        Raises OSError if the disk refuses; nothing is then changed.
        """
        shelf = _shelf(self.home)
        unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=shelf))
        written = {
            name: _write(tables.get(name, schema.empty(name)), unfinished / f"{name}.parquet")
            for name in schema.TABLES
        }
        manifest = {
            "kind": kind,
            "made_at": made_at.astimezone(UTC).isoformat(),
            "tables": written,
            "about": dict(about),
        }
        text = json.dumps(manifest, indent=1, sort_keys=True)
        _write_text(unfinished / "manifest.json", text)
        _flush_folder(unfinished)
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        name = f"{kind}-{made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}-{digest}"
        if not (shelf / name).exists():
            unfinished.rename(shelf / name)
            _flush_folder(shelf)
        else:
            shutil.rmtree(unfinished)
        _point(self.home, kind, name)
        return Snapshot(id=name, folder=shelf / name)


@contextmanager
def writing(*, home: Path) -> Iterator[Writer]:
    """Hold the right to publish, waiting for whoever has it; clears what a crash left behind."""
    shelf = _shelf(home)
    shelf.mkdir(parents=True, exist_ok=True, mode=0o700)
    shelf.parent.chmod(0o700)  # it is about children: for the account that runs us alone
    with (shelf.parent / "LOCK").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _clear_unfinished(shelf)
        try:
            yield Writer(home=home)
        finally:
            _clear_unfinished(shelf)


def newest(*, home: Path, kind: Kind) -> Snapshot | None:
    """The newest snapshot of a kind, or None if there is none."""
    name = _current(home).get(kind)
    return pinned(home=home, snapshot_id=name) if name else None


def pinned(*, home: Path, snapshot_id: str) -> Snapshot:
    """The snapshot of this id; raises NoSnapshot if there is none."""
    folder = _shelf(home) / snapshot_id
    if not _ID.fullmatch(snapshot_id) or not folder.is_dir():
        raise NoSnapshot(
            f"There is no snapshot called {snapshot_id[:80]!r}: choose live, imported or the id of "
            "one that is there."
        )
    return Snapshot(id=snapshot_id, folder=folder)


def chosen(*, home: Path, source: str | None = None) -> Snapshot:
    """The snapshot to read: "live", "imported" or an id; raises NoSnapshot if it is not there.

    Without a choice it is the live one where there is casework, else the newest import.
    """
    if source is None:
        live, imported = newest(home=home, kind="live"), newest(home=home, kind="imported")
        found = live if live is not None and live.rows("contacts") else imported or live
    elif source == "live":
        found = newest(home=home, kind="live")
    elif source == "imported":
        found = newest(home=home, kind="imported")
    else:
        return pinned(home=home, snapshot_id=source)
    if found is None:
        what = {"live": "extract", "imported": "import"}.get(source or "", "dataset")
        raise NoSnapshot(
            f"There is no {what} yet: load a return or a published table with goldenthread import, "
            "or take the records with goldenthread extract."
        )
    return found


def _shelf(home: Path) -> Path:
    return home / "dataset" / "snapshots"


def _current(home: Path) -> dict[str, str | None]:
    pointer = home / "dataset" / "CURRENT"
    if not pointer.exists():
        return {"live": None, "imported": None}
    current: dict[str, str | None] = json.loads(pointer.read_text("utf-8"))
    return current


def _point(home: Path, kind: Kind, name: str) -> None:
    pointer = home / "dataset" / "CURRENT"
    replace_text(pointer, json.dumps(_current(home) | {kind: name}, sort_keys=True))


def replace_text(path: Path, text: str) -> None:
    """Write a small file whole or not at all: a reader meets what was there or what is."""
    replacement = path.with_name(f"{_UNFINISHED}{path.name}")
    _write_text(replacement, text)
    replacement.replace(path)
    _flush_folder(path.parent)


def _write(rows: Rows, path: Path) -> dict[str, Any]:
    count = batches.written(rows, path, schema.TABLES[path.stem])
    with path.open("rb") as written:
        os.fsync(written.fileno())
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    return {"rows": count, "sha256": digest}


def _write_text(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear_unfinished(shelf: Path) -> None:
    for folder in shelf.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(folder)
