"""The trail: who looked at or did what."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from goldenthread.records.xid import CurrentTransaction, XidField


class Trail(models.Model):
    """One served read, one action or one denial. Never content; ids only.

    The web role may insert and nothing else. Foreign keys are left out on purpose: a trail row
    must outlive whatever it names. `xid` is the transaction that wrote it, by which the sealer
    knows when no row can come before it any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(db_default=Now())
    account_id = models.UUIDField(null=True)
    agency_id = models.UUIDField(null=True)
    role = models.TextField(default="", blank=True)
    verb = models.TextField()
    resource = models.TextField(default="", blank=True)
    object_ids = ArrayField(models.UUIDField(), default=list)
    person_ids = ArrayField(models.UUIDField(), default=list)
    purpose = models.TextField(default="", blank=True)
    decision = models.TextField()
    reason = models.TextField(default="", blank=True)
    request_id = models.TextField(default="", blank=True)
    session_hash = models.TextField(default="", blank=True)
    address = models.TextField(default="", blank=True)
    xid = XidField(db_default=CurrentTransaction())

    class Meta:
        db_table = "gt_trail"
        indexes = [
            models.Index(fields=["at"], name="gt_trail_at"),
            models.Index(fields=["account_id", "at"], name="gt_trail_account"),
            models.Index(fields=["xid", "id"], name="gt_trail_in_order"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decision__in=["served", "done", "denied"]),
                name="gt_trail_decision",
            )
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.decision}"
