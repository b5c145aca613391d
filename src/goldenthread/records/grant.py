"""Grants: who has a relationship to a scope, and until when."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.team import Team


class Grant(models.Model):
    """Opens one scope, or one sealed store, for a time to one account or to a role in one team.

    `kind` is the relationship it is of and `level` the most it opens, both as content declares
    them; records does not interpret the kind. `source` says what gave it, such as "referrer" or
    "claim:<episode>", so that it can be ended with what gave it. Whoever joins the team or takes
    the role has a team's grant at once, and whoever leaves has it no more. A grant is inserted
    before the row it opens.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="grants")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="grants")
    role = models.TextField(default="", db_default="", blank=True)
    kind = models.TextField()
    level = models.PositiveSmallIntegerField()
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
            models.Index(fields=["team", "role", "ends_at"], name="gt_grant_of_a_team"),
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
            models.UniqueConstraint(
                fields=["team", "role", "scope", "seal", "source"],
                condition=models.Q(ends_at__isnull=True),
                name="gt_grant_once_a_team",
            ),
            models.CheckConstraint(
                condition=models.Q(account__isnull=False, team__isnull=True, role="")
                | (models.Q(account__isnull=True, team__isnull=False) & ~models.Q(role="")),
                name="gt_grant_account_or_team",
            ),
            models.CheckConstraint(condition=models.Q(level__range=(1, 5)), name="gt_grant_level"),
            models.CheckConstraint(condition=~models.Q(kind=""), name="gt_grant_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id or self.team_id} to {self.scope} by {self.source}"
