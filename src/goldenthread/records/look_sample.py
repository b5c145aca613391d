"""Looks drawn by chance for a line manager to read."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.protected import Protected


class LookSample(Protected):
    """One look drawn of a week, and what the manager says of it.

    Its scope is the manager's own account, or its own id where nobody manages them; the privacy
    officers' desk holds every one. `week` is its Monday, `trail_id` the row of the trail,
    `person_ids` whom the look showed. `view` is "" until it was read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    week = models.DateField()
    trail_id = models.UUIDField()
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    verb = models.TextField()
    person_ids = ArrayField(models.UUIDField(), default=list)
    looked_at = models.DateTimeField()
    drawn_at = models.DateTimeField()
    view = models.TextField(default="", blank=True)
    words = models.TextField(default="", blank=True)
    reviewed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_look_sample"
        indexes = [
            models.Index(fields=["scope", "view"], name="gt_look_sample_scope"),
            models.Index(fields=["desk", "view"], name="gt_look_sample_desk"),
            models.Index(fields=["week"], name="gt_look_sample_week"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["trail_id", "seal"], name="gt_look_sample_once"),
            models.CheckConstraint(
                condition=models.Q(view="", reviewed_by=None, reviewed_at=None)
                | (
                    ~models.Q(view="")
                    & models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False)
                ),
                name="gt_look_sample_reviewed_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by__isnull=True)
                | ~models.Q(reviewed_by=models.F("account")),
                name="gt_look_sample_not_ones_own",
            ),
        ]

    def __str__(self) -> str:
        return f"look drawn of {self.week}"
