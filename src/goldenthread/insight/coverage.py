"""What rows we hold: of which area, of which period, and whether of all of it.

A census return covers its own collection year. The records cover every reporting year from their
first row to the moment they were taken, the first and the last of these perhaps in part; a list of
contacts from another system, from its first contact to its last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pyarrow.compute as pc

from goldenthread.insight import sources
from goldenthread.insight.dataset import Snapshot
from goldenthread.insight.sources import Source
from goldenthread.kernel import calendar, words
from goldenthread.kernel.period import Period, reporting_year, reporting_year_of

# The date by which a record is first known to us, for each table taken from the records.
_BEGINS = {"contacts": "received_on", "referrals": "referral_on", "disagreements": "raised_on"}


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """One area and period of a table, and its source (insight.sources).

    `partly` says, in words, what of the period is missing.
    """

    area: str
    period: Period
    source: Source
    partly: str = ""

    def covers(self, area: str, period: Period) -> bool:
        """Whether this is the coverage of that area and period."""
        return (self.area, self.period) == (area, period)


def of(snapshot: Snapshot) -> Mapping[str, tuple[Coverage, ...]]:
    """What a snapshot's rows cover, for each table that has any."""
    if snapshot.kind == "imported":
        return _returned(snapshot) | _listed(snapshot)
    about = snapshot.manifest["about"]
    taken = calendar.london_date(datetime.fromisoformat(about["as_at"]))
    return {
        table: found
        for table, column in _BEGINS.items()
        if (first := pc.min(snapshot.table(table)[column]).as_py())
        and (found := tuple(_spanned(first, taken, area=about["la_code"], source=sources.RECORDS)))
    }


def _returned(snapshot: Snapshot) -> dict[str, tuple[Coverage, ...]]:
    held: dict[str, tuple[Coverage, ...]] = {}
    for row in snapshot.table("loaded").to_pylist():
        if row["kind"] == sources.CENSUS.key:
            year = row["year"]
            period = reporting_year(f"{year - 1}-{year % 100:02d}")
            found = Coverage(area=row["la_code"], period=period, source=sources.CENSUS)
            held[row["table"]] = (*held.get(row["table"], ()), found)
    return held


def _listed(snapshot: Snapshot) -> dict[str, tuple[Coverage, ...]]:
    contacts = snapshot.table("contacts")
    found: list[Coverage] = []
    for area in sorted(set(contacts["la_code"].drop_null().to_pylist())):
        days = contacts.filter(pc.equal(contacts["la_code"], area))["received_on"]
        first, last = pc.min(days).as_py(), pc.max(days).as_py()
        if first is not None:
            found += _spanned(first, last, area=area, source=sources.CONTACTS)
    return {"contacts": tuple(found)} if found else {}


def _spanned(first: date, last: date, *, area: str, source: Source) -> Iterator[Coverage]:
    """Each reporting year from one day to another."""
    period = reporting_year_of(first)
    while period.start <= last:
        partly = _partly(period, first=first, last=last)
        yield Coverage(area=area, period=period, source=source, partly=partly)
        period = reporting_year_of(date(period.end.year, 4, 1))


def _partly(period: Period, *, first: date, last: date) -> str:
    start, end = max(period.start, first), min(period.end, last)
    if (start, end) == (period.start, period.end):
        return ""
    return (
        f"Part of the year: these records run from {words.plain_date(start)} to "
        f"{words.plain_date(end)}."
    )
