"""A name on a sealed record's access list: who was let in, by whom, from when and until when."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.protected import Protected
from goldenthread.records.sealed_record import SealedRecord


class AccessName(Protected):
    """One person let into one sealed record. What lets them in are grants of its seal.

    Kept when it ends, so that the list says who ever could see the record.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.ForeignKey(SealedRecord, on_delete=models.PROTECT, related_name="names")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    why = models.TextField(default="", db_default="", blank=True)
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_access_name"
        indexes = [
            models.Index(fields=["scope"], name="gt_access_name_scope"),
            models.Index(fields=["desk"], name="gt_access_name_desk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["sealed", "account", "seal"],
                condition=models.Q(ended_at__isnull=True),
                name="gt_access_name_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True)
                | models.Q(ended_at__isnull=False, ended_by__isnull=False),
                name="gt_access_name_ended_paired",
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("added_at")),
                name="gt_access_name_until_later",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} into {self.sealed_id}"
