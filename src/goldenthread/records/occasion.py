"""Occasions: one submission about several children."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.protected import Protected


class Occasion(Protected):
    """What was said once about several children, kept under its own scope.

    `answers` are the shared answers of the instrument; each child's own answers are on the entry of
    that child's episode. The one who sent it is granted this scope and nothing more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField()
    reference = models.TextField(unique=True)
    instrument = models.TextField()
    instrument_version = models.PositiveIntegerField()
    answers = models.JSONField()
    submitted_at = models.DateTimeField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "gt_occasion"
        indexes = [
            models.Index(fields=["scope"], name="gt_occasion_scope"),
            models.Index(fields=["desk"], name="gt_occasion_desk"),
        ]

    def __str__(self) -> str:
        return self.reference
