"""Delegations: a duty given in writing to a named practitioner."""

import uuid

from django.db import models

from goldenthread.records.account import Account


class Delegation(models.Model):
    """A duty of content, given by a manager to one account for a time.

    It is ended, never deleted: what was decided under it must show that it was in force.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="delegations")
    duty = models.TextField()
    given_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(default="", blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_delegation"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gte=models.F("starts_at")),
                name="gt_delegation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(account=models.F("given_by")),
                name="gt_delegation_by_another",
            ),
            models.UniqueConstraint(
                fields=["account", "duty"],
                condition=models.Q(ends_at__isnull=True),
                name="gt_delegation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.duty} to {self.account_id}"
