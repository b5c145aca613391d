"""Who may withdraw one entry: who recorded it, or a manager of the agency that controls it."""

from goldenthread.access.viewer import Viewer
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry

VERB, OTHERS = "entry.withdraw", "entry.withdraw-others"


def may(*, viewer: Viewer, entry: Entry, step: Step | None) -> bool:
    """Return whether the viewer may say that the entry is about the wrong child.

    Not of what began its episode, nor of what a service recorded as part of another thing: those
    are withdrawn with the whole contact. Nor at a step that is declared no longer.
    """
    if step is None or VERB not in viewer.may or step.first or step.automatic or step.asks is None:
        return False
    managed = OTHERS in viewer.may and entry.agency_id == viewer.agency_id
    return managed or entry.by_id == viewer.account_id
