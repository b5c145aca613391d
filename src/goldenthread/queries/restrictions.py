"""What an agency gave on condition that some other agencies do not read it.

The words are kept apart from the entry, in rows that those named see neither by this layer nor by
PostgreSQL's. The agency that gave it and those who decide read it always, or nobody could weigh it.
"""

from typing import Any

from goldenthread.access import rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.kept_apart import KeptApart


def withheld(*, viewer: Viewer, entry: Entry) -> bool:
    """Return whether words of this entry are kept where the viewer does not see them."""
    return on_condition(entry) and not words(viewer=viewer, entry=entry)


def words(*, viewer: Viewer, entry: Entry) -> dict[str, Any]:
    """Return what of an entry is kept apart and in the viewer's sight."""
    if not on_condition(entry):
        return {}
    kept = rows.visible(viewer=viewer, rows=KeptApart.objects.filter(entry=entry)).first()
    return dict(kept.answers) if kept is not None else {}


def on_condition(entry: Entry) -> bool:
    """Return whether an agency gave it on condition that some others do not read it."""
    step = catalogue.declared(Step).get(entry.step)
    return bool(step and step.kept_apart_from and entry.answers.get(step.kept_apart_from))
