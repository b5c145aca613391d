"""What an agency wrote before a meeting."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.invitation import Invitation
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.protected import Protected


class AgencyReport(Protected):
    """One report about one child; held where the meeting holds that child. Never edited.

    Sent again, the newest stands and those before it stay to be read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="reports")
    child = models.ForeignKey(
        MeetingChild, on_delete=models.PROTECT, null=True, related_name="reports"
    )
    form = models.TextField()
    form_version = models.PositiveIntegerField()
    answers = models.JSONField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "gt_agency_report"
        indexes = [
            models.Index(fields=["scope"], name="gt_agency_report_scope"),
            models.Index(fields=["desk"], name="gt_agency_report_desk"),
            models.Index(fields=["child"], name="gt_agency_report_about"),
        ]

    def __str__(self) -> str:
        return f"report of {self.invitation_id}"
