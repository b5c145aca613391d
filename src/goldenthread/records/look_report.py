"""Answers to somebody who asked who had looked at their record."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.protected import Protected


class LookReport(Protected):
    """One answer: about whom, to whom, from which day to which, and whether it names people.

    It holds the decision and not the answer, which is read from the trail each time it is printed.
    Held by the privacy officers' desk.
    """

    naming = ("person_id",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person_id = models.UUIDField()
    asked_by = models.TextField()
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    names = models.BooleanField(default=False)
    why = models.TextField(default="", blank=True)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        db_table = "gt_look_report"
        indexes = [models.Index(fields=["desk", "made_at"], name="gt_look_report_desk")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(names=False) | ~models.Q(why=""), name="gt_look_report_why"
            )
        ]

    def __str__(self) -> str:
        return f"report of looks {self.pk}"
