"""Who was told that a record is kept by its custodian: what the custodian is alerted to."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.protected import Protected
from goldenthread.records.restriction import Restriction


class RestrictedLook(Protected):
    """One look-up that was answered with a custodian's number. The custodian alone reads it."""

    naming = ("restriction_id",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="looks")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "gt_restricted_look"
        indexes = [
            models.Index(fields=["scope"], name="gt_restricted_look_scope"),
            models.Index(fields=["desk"], name="gt_restricted_look_desk"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} at {self.at}"
