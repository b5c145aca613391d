"""Filling the dataset: from files people give, and from our own records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goldenthread.insight import areas, dataset, overlay, schema
from goldenthread.insight import extract as extraction
from goldenthread.insight.importers import recognise
from goldenthread.insight.importers.piece import ImportRefused, Listed, Piece, Progress

# Filled from published files; a live snapshot carries the newest of each beside the records.
PUBLISHED = (
    "published_referrals",
    "published_assessments",
    "population",
    "figures",
    "neighbours",
    "measures",
)


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """One file that was read: what it is, how many rows each table got, and what was unreadable."""

    file: str
    kind: str
    title: str
    la_code: str
    year: int | None
    rows: Mapping[str, int]
    unreadable: Listed


@dataclass(frozen=True, kw_only=True)
class Load:
    """What a load did. `snapshot` is the id of the snapshot it made, None for a dry run."""

    files: Sequence[Loaded]
    snapshot: str | None

    @property
    def unreadable(self) -> int:
        """How many values could not be read: each is kept as typed and counted missing."""
        return sum(len(file.unreadable) for file in self.files)


@dataclass(frozen=True, kw_only=True)
class Extracted:
    """What an extract took: the snapshot it made and how many rows each table has."""

    snapshot: str
    rows: Mapping[str, int]


def load(
    *,
    files: Sequence[Path],
    home: Path,
    now: datetime,
    names: Sequence[str] = (),
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Load:
    """Load files into a new imported snapshot: all of them, or none.

    Each is known by what is in it. One that covers what an earlier one covers replaces it, as it
    would if it were loaded later; files already loaded, and read the same, make no new snapshot.
    A dry run reads and checks everything and writes nothing. `names` are what whoever gave the
    files calls them, where that is not what they are called here.
    Raises ImportRefused with one sentence for people; the dataset is then as it was.
    """
    if not files:
        raise ImportRefused("Name at least one file to import.", file="import")
    pieces = [
        recognise.read(Path(path), name=name, progress=progress)
        for path, name in zip(files, names or [""] * len(files), strict=True)
    ]
    if dry_run:
        return Load(files=_loaded(pieces), snapshot=None)
    with dataset.writing(home=home) as writer:
        before = dataset.newest(home=home, kind="imported")
        under = {name: before.stored(name) for name in schema.TABLES} if before else {}
        if before and overlay.unchanged(under, pieces):
            made = before
        else:
            tables = overlay.laid(under=under, pieces=pieces, loaded_at=now)
            made = writer.publish(kind="imported", tables=tables, about={}, made_at=now)
        _beside_live(writer, made, pieces, now)
    return Load(files=_loaded(pieces), snapshot=made.id)


def extract(*, home: Path, url: str, now: datetime, progress: Progress | None = None) -> Extracted:
    """Take the records, as they are at this moment, into a new live snapshot.

    `url` signs in as the role that may only count. Published tables come along from the newest
    import. Raises psycopg.Error if the database refuses; the dataset is then as it was.
    """
    area = areas.own()
    with dataset.writing(home=home) as writer:
        tables = extraction.tables(url=url, la_code=area.la_code, progress=progress)
        imported = dataset.newest(home=home, kind="imported")
        if imported:
            tables |= {name: imported.stored(name) for name in PUBLISHED}
        made = writer.publish(
            kind="live",
            tables=tables,
            about={"la_code": area.la_code, "as_at": now.isoformat()},
            made_at=now,
        )
    return Extracted(snapshot=made.id, rows={name: made.rows(name) for name in extraction.TABLES})


def _beside_live(
    writer: dataset.Writer, made: dataset.Snapshot, pieces: Sequence[Piece], now: datetime
) -> None:
    """Put newly published tables beside the records too, taken when they were taken."""
    live = dataset.newest(home=writer.home, kind="live")
    if live is None or not any(name in piece.tables for piece in pieces for name in PUBLISHED):
        return
    if all(live.table(name).equals(made.table(name)) for name in PUBLISHED):
        return
    tables = {name: (made if name in PUBLISHED else live).stored(name) for name in schema.TABLES}
    writer.publish(kind="live", tables=tables, about=live.manifest["about"], made_at=now)


def _loaded(pieces: Sequence[Piece]) -> list[Loaded]:
    later = overlay.replaced(pieces)
    return [
        Loaded(
            file=piece.file,
            kind=piece.kind,
            title=piece.title
            + (f", replaced by {later[piece.file]}" if piece.file in later else ""),
            la_code=piece.la_code,
            year=piece.year,
            rows={name: table.num_rows for name, table in piece.tables.items()},
            unreadable=piece.unreadable,
        )
        for piece in pieces
    ]
