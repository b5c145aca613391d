"""The area the partnership serves, and its neighbours in a given period."""

import os

from goldenthread.content.partnership import area as declared
from goldenthread.content.partnership.area import Area, NeighbourGroup
from goldenthread.kernel.period import Period, in_force

ENGLAND = "E92000001"


def own() -> Area:
    """The partnership's area; GOLDENTHREAD_AREA names another by its three-digit code."""
    code = os.environ.get("GOLDENTHREAD_AREA", "").strip()
    return of(code) if code else declared.partnership_area


def of(la_code: str) -> Area:
    """The area of a council's code. One that nobody declared has no name and no neighbours."""
    known = declared.partnership_area
    if la_code == known.la_code:
        return known
    return Area(key=f"la-{la_code}", name="", la_code=la_code, ons_code="")


def neighbours(area: Area, *, period: Period) -> NeighbourGroup | None:
    """The group of statistical neighbours a period is compared with, or None if none is known."""
    return next(
        (
            group
            for group in area.neighbours
            if in_force(period.start, since=group.since, until=group.until)
        ),
        None,
    )
