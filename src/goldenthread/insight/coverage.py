"""What rows we hold: of which area, of which period, and whether of all of it.

A census return covers its own collection year. The records cover every reporting year from their
first row to the moment they were taken, the first and the last of these perhaps in part; a list of
contacts from another system, from its first contact to its last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.insight import engine, sources
from goldenthread.insight.dataset import Snapshot
from goldenthread.insight.sources import Source
from goldenthread.kernel import calendar, words
from goldenthread.kernel.period import Period, reporting_year, reporting_year_of

# The date by which a record is first known to us, for each table taken from the records.
_BEGINS = {
    "contacts": "received_on",
    "referrals": "referral_on",
    "disagreements": "raised_on",
    "meetings": "called_on",
    "invitations": "invited_on",
}


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """One area and period of a table, and its source (insight.sources).

    `first` and `last` are the days of the period that are held; `partly` says in words that they
    are not all of it.
    """

    area: str
    period: Period
    source: Source
    first: date
    last: date
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
        for first, _ in _spans(snapshot, table, column).values()
        if (found := tuple(_spanned(first, taken, area=about["la_code"], source=sources.RECORDS)))
    }


def _returned(snapshot: Snapshot) -> dict[str, tuple[Coverage, ...]]:
    held: dict[str, tuple[Coverage, ...]] = {}
    for row in snapshot.table("loaded").to_pylist():
        if row["kind"] == sources.CENSUS.key:
            year = row["year"]
            period = reporting_year(f"{year - 1}-{year % 100:02d}")
            found = Coverage(
                area=row["la_code"],
                period=period,
                source=sources.CENSUS,
                first=period.start,
                last=period.end,
            )
            held[row["table"]] = (*held.get(row["table"], ()), found)
    return held


def _listed(snapshot: Snapshot) -> dict[str, tuple[Coverage, ...]]:
    found = tuple(
        covered
        for area, (first, last) in _spans(snapshot, "contacts", "received_on").items()
        for covered in _spanned(first, last, area=area, source=sources.CONTACTS)
    )
    return {"contacts": found} if found else {}


def _spans(snapshot: Snapshot, table: str, column: str) -> Mapping[str, tuple[date, date]]:
    return engine.spans(snapshot.counted_from(table), table=table, dated_by=column)


def _spanned(first: date, last: date, *, area: str, source: Source) -> Iterator[Coverage]:
    """Each reporting year from one day to another."""
    period = reporting_year_of(first)
    while period.start <= last:
        yield Coverage(
            area=area,
            period=period,
            source=source,
            first=max(period.start, first),
            last=min(period.end, last),
            partly=_partly(period, first=first, last=last),
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
