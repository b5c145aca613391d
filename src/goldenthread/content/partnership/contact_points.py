"""The telephone numbers people are given, each with the day it is good from.

Numbers move: a new one is a new line with `since`, and the old line gets `until`.
"""

from dataclasses import dataclass, replace
from datetime import date

from goldenthread.kernel import period
from goldenthread.kernel.citation import Citation

PUBLISHED = Citation(
    source="The partnership's annual report 2019-20", place="contacts", status="seen"
)


@dataclass(frozen=True, kw_only=True)
class ContactPoint:
    """Somebody to ring: who they are, when they answer, and who says this is their number."""

    key: str
    name: str
    number: str
    hours: str
    since: date
    source: Citation
    until: date | None = None

    @property
    def dialled(self) -> str:
        """The number as a telephone link dials it."""
        return self.number.replace(" ", "")


FRONT_DOOR = ContactPoint(
    key="front-door",
    name="The front door",
    number="01274 437500",
    hours="office hours, Monday to Friday",
    since=date(2019, 4, 1),
    source=PUBLISHED,
)
EMERGENCY_DUTY_TEAM = ContactPoint(
    key="emergency-duty-team",
    name="The emergency duty team",
    number="01274 431010",
    hours="evenings, nights, weekends and bank holidays",
    since=date(2019, 4, 1),
    source=PUBLISHED,
)
POINTS = (FRONT_DOOR, EMERGENCY_DUTY_TEAM)

# A demonstration must not make a real telephone ring: these ranges are kept for drama.
DRAMA = Citation(source="Ofcom, telephone numbers for drama use", place="no area: 01632 960")
INVENTED = (
    replace(FRONT_DOOR, number="01632 960500", source=DRAMA),
    replace(EMERGENCY_DUTY_TEAM, number="01632 960010", source=DRAMA),
)


def at(key: str, *, on: date, invented: bool = False) -> ContactPoint:
    """Return the number to ring on that day; raises LookupError if none is in force."""
    for point in INVENTED if invented else POINTS:
        if point.key == key and period.in_force(on, since=point.since, until=point.until):
            return point
    raise LookupError(f"No telephone number of {key} is in force on {on}.")
