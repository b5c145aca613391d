"""The minutes of a meeting: what was said of each child, and what was said of all."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.protected import Protected


class Minutes(Protected):
    """One part of a meeting's minutes; about one child held where the meeting holds that child.

    Written again, the newest part stands. Once they have gone round nothing is written.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    child = models.ForeignKey(
        MeetingChild, on_delete=models.PROTECT, null=True, related_name="minutes"
    )
    words = models.TextField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "gt_minutes"
        indexes = [
            models.Index(fields=["scope"], name="gt_minutes_scope"),
            models.Index(fields=["desk"], name="gt_minutes_desk"),
            models.Index(fields=["meeting"], name="gt_minutes_of"),
        ]

    def __str__(self) -> str:
        return f"minutes of {self.meeting_id}"
