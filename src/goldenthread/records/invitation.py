"""Who was asked to a meeting, what they answered, and whether they came."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.meeting import Meeting
from goldenthread.records.protected import Protected


class Invitation(Protected):
    """One person or agency asked to one meeting; held where the meeting is.

    `account` reads and answers here; without one the agency is told another way, and without an
    agency it is somebody of the family or who stands by them, named in `who`. `agency_kind` is kept
    as it was when they were asked. `children` are the ids of those `MeetingChild` rows that they
    are asked about. `attendance` is one of language.attendance, "" until it is recorded; `came` is
    who came where another did. `report_due_on` is empty where no report is asked of them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitations")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    agency_kind = models.TextField(default="", blank=True)
    who = models.TextField(default="", blank=True)
    children = ArrayField(models.UUIDField(), default=list)
    invited_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    in_time = models.BooleanField()
    response = models.TextField(default="", db_default="", blank=True)
    response_why = models.TextField(default="", db_default="", blank=True)
    responded_at = models.DateTimeField(null=True)
    report_due_on = models.DateField(null=True)
    reported_at = models.DateTimeField(null=True)
    attendance = models.TextField(default="", db_default="", blank=True)
    came = models.TextField(default="", db_default="", blank=True)

    class Meta:
        db_table = "gt_invitation"
        indexes = [
            models.Index(fields=["scope"], name="gt_invitation_scope"),
            models.Index(fields=["desk"], name="gt_invitation_desk"),
            models.Index(fields=["meeting"], name="gt_invitation_to"),
            models.Index(fields=["account"], name="gt_invitation_of"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "account", "seal"],
                condition=models.Q(account__isnull=False),
                name="gt_invitation_once",
            ),
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False, agency_kind__gt="")
                | (models.Q(agency=None, account=None, agency_kind="") & ~models.Q(who="")),
                name="gt_invitation_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(response="", responded_at=None)
                | models.Q(response__in=["accepted", "declined"], responded_at__isnull=False),
                name="gt_invitation_answered",
            ),
            models.CheckConstraint(
                condition=models.Q(attendance__in=["", "Y", "N", "A", "D", "R", "NA"]),
                name="gt_invitation_attendance",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation to {self.meeting_id}"
