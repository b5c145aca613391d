"""Grants: who has a relationship to a scope, and until when."""

import uuid

from django.db import models

from goldenthread.records.account import Account


class Grant(models.Model):
    """Opens one scope, or one sealed store, to one account for a time.

    `source` says what gave it, such as "referrer" or "claim:<episode>", so that it can be ended
    with what gave it. A grant is inserted before the row it opens.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="grants")
    scope = models.UUIDField()
    seal = models.TextField(default="", blank=True)
    source = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_grant"
        indexes = [
            models.Index(fields=["account", "scope"], name="gt_grant_account"),
            # A screener's ended claims number thousands; every query asks for the few still open.
            models.Index(fields=["account", "ends_at"], name="gt_grant_open"),
            models.Index(fields=["source"], name="gt_grant_source"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gte=models.F("starts_at")),
                name="gt_grant_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["account", "scope", "seal", "source"],
                condition=models.Q(ends_at__isnull=True),
                name="gt_grant_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} to {self.scope} by {self.source}"
