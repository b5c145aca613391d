"""What an agency gave on condition that some other agencies do not read it.

Kept from those named whatever desk they sit at; the agency that gave it and those who decide read
it always, or nobody could weigh it.
"""

from django.db.models import Q

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


def kept_from(*, viewer: Viewer) -> Q:
    """Return which entries `withheld` keeps from the viewer, as a condition of a query."""
    if viewer.role != "mash-partner":
        return Q(pk__in=())
    kept = Q(step=GIVEN, answers__restricted_agencies__contains=[viewer.agency_kind])
    return kept & (Q(agency__isnull=True) | ~Q(agency_id=viewer.agency_id))
