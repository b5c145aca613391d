"""A police notification as its force sent it: what was received, and what happens to it next."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.queries import clocks
from goldenthread.records.notification import Notification


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One notification of the viewer's force. `mine` says that the viewer sent it first."""

    occasion_id: UUID
    police_reference: str
    reference: str
    received_at: datetime
    changed_at: datetime
    due_on: date
    mine: bool


def one(*, viewer: Viewer, occasion_id: UUID) -> Sent:
    """Return what the viewer's force sent; raises Denied where there is none in sight."""
    decision.require(viewer=viewer, verb="notification.send")
    visible = rows.visible(viewer=viewer, rows=Notification.objects.all())
    found = visible.filter(occasion_id=occasion_id, agency_id=viewer.agency_id)
    kept = found.select_related("occasion").first()
    if kept is None:
        raise Denied(verb="notification.send", reason="no-relationship", hidden=True)
    return Sent(
        occasion_id=kept.occasion_id,
        police_reference=kept.police_reference,
        reference=kept.occasion.reference,
        received_at=kept.received_at,
        changed_at=kept.changed_at,
        due_on=clocks.due_on(clock="domestic-abuse-triage", started=kept.received_at),
        mine=kept.occasion.by_id == viewer.account_id,
    )
