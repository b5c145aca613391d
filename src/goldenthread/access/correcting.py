"""Who may correct an entry: who recorded it, or a manager; in a role that may record its step."""

from goldenthread.access.viewer import Viewer
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry

VERB, OTHERS = "entry.correct", "entry.correct-others"


def may(*, viewer: Viewer, entry: Entry, step: Step | None) -> bool:
    """Return whether the viewer may correct it, going by who they are and not by its answers.

    What was sent to us is the sender's own, and what a service recorded nobody said: neither is
    corrected. Nor is what was recorded at a step that is declared no longer.
    """
    if step is None or VERB not in viewer.may or step.automatic or step.asks is None:
        return False
    if step.first and step.kept_with == "occasion":
        return False
    if not any(each.role == viewer.role for each in step.by):
        return False
    return entry.by_id == viewer.account_id or OTHERS in viewer.may
