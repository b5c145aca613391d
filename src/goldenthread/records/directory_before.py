"""What the directory said before it was changed."""

import uuid

from django.db import models

from goldenthread.records.account import Account


class DirectoryBefore(models.Model):
    """What one place, team or practitioner said until it was changed. Written once, never edited.

    `of` is which list it is in, "setting", "team" or "practitioner", and `listed_id` its row there;
    `said` the answers it gave, dates as dates are written; `number` counts its changes from 1. What
    it said at a moment is the oldest of these that was changed after it, else what it says now.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    of = models.TextField()
    listed_id = models.UUIDField()
    number = models.PositiveIntegerField()
    said = models.JSONField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "gt_directory_before"
        constraints = [
            models.UniqueConstraint(fields=["listed_id", "number"], name="gt_directory_before_once")
        ]

    def __str__(self) -> str:
        return f"{self.of} until {self.changed_at}"
