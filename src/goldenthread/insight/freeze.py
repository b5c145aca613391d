"""The end of a year: one snapshot of the records kept as the year's own, and what came in after it.

A statutory return and an annual report are made from the frozen year. What is entered late goes on
being counted where the present is shown, and is listed, so that nobody takes the one for the other.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.insight import dataset
from goldenthread.insight.dataset import NoSnapshot, Snapshot
from goldenthread.kernel.period import Period, reporting_year

# The column that tells a row of each table, the day that puts it in a year, and what may change.
_TABLES: Mapping[str, tuple[str, str]] = {
    "contacts": ("cont_contact_id", "received_on"),
    "referrals": ("cine_referral_id", "referral_on"),
}


class AlreadyFrozen(ValueError):
    """Raised when a year is frozen already; its message is a sentence for people."""


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """A year's own snapshot, and when it was made so."""

    period: Period
    snapshot: Snapshot
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Late:
    """One row of the year that the frozen snapshot has not, or has otherwise.

    `what` is "entered" or "changed"; `columns` are those that are not as they were.
    """

    table: str
    id: str
    on: str
    what: str
    columns: tuple[str, ...] = ()


def freeze(*, home: Path, period: str, now: datetime) -> Frozen:
    """Keep the newest snapshot of the records as the year's own.

    Raises NoSnapshot where there is none or it was taken before the year ended, AlreadyFrozen, or
    ValueError for what is not a reporting year.
    """
    year = reporting_year(period)
    with dataset.writing(home=home):
        held = _held(home)
        if year.label in held:
            raise AlreadyFrozen(
                f"{year.label} is frozen already, as {held[year.label]['snapshot']}: a frozen year "
                "is never frozen anew, and what came in later is listed beside it."
            )
        newest = dataset.newest(home=home, kind="live")
        if newest is None:
            raise NoSnapshot("There is no extract of the records yet: run goldenthread extract.")
        taken = datetime.fromisoformat(newest.manifest["about"]["as_at"]).date()
        if taken <= year.end:
            raise NoSnapshot(
                f"The newest extract is of {taken.isoformat()}, before {year.label} had ended: run "
                "goldenthread extract once it has."
            )
        held[year.label] = {"snapshot": newest.id, "at": now.isoformat()}
        dataset.replace_text(_place(home), json.dumps(held, indent=1, sort_keys=True))
    return Frozen(period=year, snapshot=newest, at=now)


def frozen(*, home: Path, period: str) -> Frozen | None:
    """A year's own snapshot, or None where it is not frozen."""
    found = _held(home).get(period)
    if found is None:
        return None
    return Frozen(
        period=reporting_year(period),
        snapshot=dataset.pinned(home=home, snapshot_id=found["snapshot"]),
        at=datetime.fromisoformat(found["at"]),
    )


def late(*, home: Path, period: str) -> list[Late]:
    """What the newest records have of a frozen year that its own snapshot has not, or otherwise.

    Raises NoSnapshot where the year is not frozen.
    """
    year = frozen(home=home, period=period)
    newest = dataset.newest(home=home, kind="live")
    if year is None or newest is None:
        raise NoSnapshot(f"{period} is not frozen yet: run goldenthread freeze {period}.")
    return [row for table in _TABLES for row in _later(table, year, newest)]


def _later(table: str, year: Frozen, newest: Snapshot) -> Iterator[Late]:
    key, dated = _TABLES[table]
    before = {row[key]: row for row in year.snapshot.table(table).to_pylist()}
    for row in _within(newest.table(table), dated, year.period).to_pylist():
        place = {"table": table, "id": row[key], "on": row[dated].isoformat()}
        old = before.get(row[key])
        if old is None:
            yield Late(**place, what="entered")
        elif changed := tuple(name for name, value in row.items() if value != old.get(name)):
            yield Late(**place, what="changed", columns=changed)


def _within(rows: pa.Table, dated: str, period: Period) -> pa.Table:
    days = rows[dated]
    return rows.filter(
        pc.and_(pc.greater_equal(days, period.start), pc.less_equal(days, period.end))
    ).sort_by(dated)


def _held(home: Path) -> dict[str, dict[str, str]]:
    place = _place(home)
    held: dict[str, dict[str, str]] = json.loads(place.read_text("utf-8")) if place.exists() else {}
    return held


def _place(home: Path) -> Path:
    return home / "dataset" / "FROZEN"
