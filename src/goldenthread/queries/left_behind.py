"""What somebody was writing when their session ended, for nobody but them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.records.draft import LEFT_BEHIND, Draft


@dataclass(frozen=True, kw_only=True)
class LeftBehind:
    """The words, field by field, and the page they belong to."""

    draft_id: UUID
    address: str
    typed: Mapping[str, list[str]]


def found(*, viewer: Viewer, draft_id: UUID, address_in: str) -> LeftBehind:
    """Return what was kept; `address_in` names the field with the page. Raises Denied."""
    decision.require(viewer=viewer, verb="session.words")
    visible = rows.visible(viewer=viewer, rows=Draft.objects.all())
    mine = visible.filter(account_id=viewer.account_id, instrument=LEFT_BEHIND)
    kept = mine.filter(pk=draft_id).first()
    if kept is None:
        raise Denied(verb="session.words", reason="no-relationship", hidden=True)
    words = dict(kept.typed)
    address = words.pop(address_in, ["/"])[0]
    return LeftBehind(draft_id=kept.pk, address=address, typed=words)
