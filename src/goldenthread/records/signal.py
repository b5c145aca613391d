"""Signals: looks that a privacy officer is asked about."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.protected import Protected


class Signal(Protected):
    """One question about somebody's looks on one day, and what was found; the privacy desk's.

    `kind` is a key of content. `person_id` is whose record it was, None where it is about how many.
    `seen` is how many were opened, `usual` more than which is far above. `outcome` is "" until a
    privacy officer has looked into it.
    """

    naming = ("person_id",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField()
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    person_id = models.UUIDField(null=True)
    day = models.DateField()
    seen = models.PositiveIntegerField(default=1)
    usual = models.PositiveIntegerField(default=0)
    raised_at = models.DateTimeField()
    outcome = models.TextField(default="", blank=True)
    why = models.TextField(default="", blank=True)
    reviewed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_signal"
        indexes = [models.Index(fields=["desk", "outcome", "raised_at"], name="gt_signal_desk")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "account", "person_id", "day", "seal"],
                nulls_distinct=False,
                name="gt_signal_once",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", reviewed_by=None, reviewed_at=None)
                | (
                    ~models.Q(outcome="")
                    & ~models.Q(why="")
                    & models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False)
                ),
                name="gt_signal_reviewed_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by__isnull=True)
                | ~models.Q(reviewed_by=models.F("account")),
                name="gt_signal_not_ones_own",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.day}"
