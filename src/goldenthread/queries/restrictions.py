"""What an agency gave on condition that some other agencies do not read it.

Kept from those named whatever desk they sit at; the agency that gave it and those who decide read
it always, or nobody could weigh it.
"""

from goldenthread.access.viewer import Viewer
from goldenthread.records.entry import Entry

GIVEN = "mash-information-given"


def withheld(*, viewer: Viewer, entry: Entry) -> bool:
    """Return whether this contribution must not be read by the viewer's agency."""
    if entry.step != GIVEN or entry.agency_id == viewer.agency_id:
        return False
    if viewer.role != "mash-partner":
        return False
    return viewer.agency_kind in (entry.answers.get("restricted_agencies") or ())
