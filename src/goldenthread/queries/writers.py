"""Who an entry is by, as this viewer may be told: a guest in their own words, a source perhaps."""

from dataclasses import dataclass

from goldenthread.access import masks
from goldenthread.access.viewer import Viewer
from goldenthread.language.step import Step
from goldenthread.queries import guests
from goldenthread.records.entry import Entry


@dataclass(frozen=True, kw_only=True)
class Writer:
    """A name, what they are and for whom they work."""

    name: str
    job_title: str
    agency: str


UNTOLD = Writer(name=masks.SOMEBODY, job_title="", agency="")


def of(*, viewer: Viewer, entry: Entry, step: Step | None, shown: frozenset[str]) -> Writer:
    """Return who recorded an entry; somebody, to who is not shown who raised the worry."""
    if masks.SOURCE not in shown and masks.tells_source(step):
        return UNTOLD
    guest = guests.of_entry(viewer=viewer, entry=entry)
    if guest:
        name = f"{guest.name} ({guest.standing.lower()}, no account)"
        return Writer(name=name, job_title=guest.job_title, agency=guest.agency)
    agency = entry.agency.name if entry.agency else ""
    return Writer(name=str(entry.by), job_title=entry.by.job_title, agency=agency)
