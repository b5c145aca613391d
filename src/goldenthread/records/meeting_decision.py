"""What a meeting decided of each child, or of what it was about."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.protected import Protected


class MeetingDecision(Protected):
    """One decision; held where the meeting holds its child, or with the meeting. Never edited.

    `answers` are those of the kind's form in `form`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    child = models.ForeignKey(
        MeetingChild, on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    form = models.TextField()
    form_version = models.PositiveIntegerField()
    answers = models.JSONField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "gt_meeting_decision"
        indexes = [
            models.Index(fields=["scope"], name="gt_meeting_decision_scope"),
            models.Index(fields=["desk"], name="gt_meeting_decision_desk"),
            models.Index(fields=["meeting"], name="gt_meeting_decision_of"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "child", "seal"], name="gt_meeting_decision_once"
            ),
        ]

    def __str__(self) -> str:
        return f"decision of {self.meeting_id}"
