"""Those who did not agree with what a meeting decided."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.invitation import Invitation
from goldenthread.records.meeting_decision import MeetingDecision
from goldenthread.records.protected import Protected


class Dissent(Protected):
    """Somebody who did not agree with a decision, and why; held where the decision is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    decision = models.ForeignKey(MeetingDecision, on_delete=models.PROTECT, related_name="dissents")
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="dissents")
    words = models.TextField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "gt_dissent"
        indexes = [
            models.Index(fields=["scope"], name="gt_dissent_scope"),
            models.Index(fields=["desk"], name="gt_dissent_desk"),
            models.Index(fields=["decision"], name="gt_dissent_from"),
        ]

    def __str__(self) -> str:
        return f"dissent from {self.decision_id}"
