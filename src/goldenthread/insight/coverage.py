"""What rows we hold: of which area, of which period, and whether of all of it.

A census return covers its own collection year. The records cover every reporting year from their
first row to the moment they were taken, the first and the last of these perhaps in part.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyarrow.compute as pc

from goldenthread.insight.dataset import Snapshot
from goldenthread.kernel import calendar, words
from goldenthread.kernel.period import Period, reporting_year, reporting_year_of

# The date by which a record is first known to us, for each table taken from the records.
_BEGINS = {"contacts": "received_on", "referrals": "referral_on"}


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """One area and period of a table. `partly` says, in words, what of the period is missing."""

    area: str
    period: Period
    partly: str = ""

    def covers(self, area: str, period: Period) -> bool:
        """Whether this is the coverage of that area and period."""
        return (self.area, self.period) == (area, period)


def of(snapshot: Snapshot) -> Mapping[str, tuple[Coverage, ...]]:
    """What a snapshot's rows cover, for each table that has any."""
    if snapshot.kind == "imported":
        return _returned(snapshot.table("loaded").to_pylist())
    return {
        table: found
        for table, column in _BEGINS.items()
        if (found := tuple(_recorded(snapshot, table, column)))
    }


def _returned(loaded: list[dict[str, Any]]) -> dict[str, tuple[Coverage, ...]]:
    held: dict[str, tuple[Coverage, ...]] = {}
    for row in loaded:
        if row["kind"] == "cin":
            year = row["year"]
            period = reporting_year(f"{year - 1}-{year % 100:02d}")
            found = Coverage(area=row["la_code"], period=period)
            held[row["table"]] = (*held.get(row["table"], ()), found)
    return held


def _recorded(snapshot: Snapshot, table: str, column: str) -> Iterator[Coverage]:
    first = pc.min(snapshot.table(table)[column]).as_py()
    if first is None:
        return
    about = snapshot.manifest["about"]
    taken = calendar.london_date(datetime.fromisoformat(about["as_at"]))
    period = reporting_year_of(first)
    while period.start <= taken:
        yield Coverage(
            area=about["la_code"], period=period, partly=_partly(period, first=first, last=taken)
        )
        period = reporting_year_of(date(period.end.year, 4, 1))


def _partly(period: Period, *, first: date, last: date) -> str:
    start, end = max(period.start, first), min(period.end, last)
    if (start, end) == (period.start, period.end):
        return ""
    return (
        f"Part of the year: these records run from {words.plain_date(start)} to "
        f"{words.plain_date(end)}."
    )
