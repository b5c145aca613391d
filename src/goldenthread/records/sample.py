"""Samples: what was recorded under delegation and drawn for a manager to read."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.protected import Protected


class Sample(Protected):
    """One entry drawn, and what the manager who read it found; held by the manager's desk.

    `view` is "", then "agrees" or "disagrees". It names no child: reading it needs a grant, which
    opening the sample gives and the review ends.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    duty = models.TextField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="+")
    reference = models.TextField()
    person_scope = models.UUIDField()
    occasion_scope = models.UUIDField(null=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    view = models.TextField(default="", blank=True)
    words = models.TextField(default="", blank=True)

    class Meta:
        db_table = "gt_sample"
        indexes = [
            models.Index(fields=["scope"], name="gt_sample_scope"),
            models.Index(fields=["desk", "reviewed_at"], name="gt_sample_desk"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["entry"], name="gt_sample_once"),
            models.CheckConstraint(
                condition=models.Q(view="", reviewed_by=None, reviewed_at=None)
                | models.Q(
                    view__in=["agrees", "disagrees"],
                    reviewed_by__isnull=False,
                    reviewed_at__isnull=False,
                ),
                name="gt_sample_reviewed_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by__isnull=True)
                | ~models.Q(reviewed_by=models.F("decided_by")),
                name="gt_sample_read_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"sample of {self.reference}"
