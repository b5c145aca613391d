"""The area the partnership serves, and the areas it is compared with.

Statistical neighbours: the ten councils DfE and NFER hold to be most like this one (groupings of
April 2021 and May 2025). A comparison for a year uses the group of that year.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class NeighbourGroup:
    """Ten councils by their three-digit codes, for periods starting from `since` to `until`."""

    version: str
    councils: tuple[str, ...]
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Area:
    """A council's area: its three-digit DfE code and its ONS code."""

    key: str
    name: str
    la_code: str
    ons_code: str
    neighbours: tuple[NeighbourGroup, ...] = ()


bradford = Area(
    key="bradford",
    name="Bradford",
    la_code="380",
    ons_code="E08000032",
    neighbours=(
        NeighbourGroup(
            version="April 2021",
            councils=("354", "353", "889", "382", "335", "874", "831", "350", "332", "894"),
            until=date(2024, 3, 31),
        ),
        NeighbourGroup(
            version="May 2025",
            councils=("889", "330", "353", "373", "831", "354", "350", "335", "333", "382"),
            since=date(2024, 4, 1),
        ),
    ),
)

# The area this partnership serves; GOLDENTHREAD_AREA names another by its three-digit code.
partnership_area = bradford
