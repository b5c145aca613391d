"""Breaking the glass: one child opened to one account for an hour, and what was found of it."""

import uuid
from datetime import timedelta

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected

LASTS = timedelta(minutes=60)


class BreakGlass(Protected):
    """One child whose record somebody opened without a relationship, and why, in their own words.

    `category` and `outcome` are keys of content. `custodian` is the agency that keeps the record.
    The privacy desk's; made by a function of PostgreSQL alone, with the grants it gives. `outcome`
    is "" until a privacy officer has looked into it.
    """

    naming = ("person_id",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    custodian = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    category = models.TextField()
    why = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.TextField(default="", db_default="", blank=True)
    done = models.TextField(default="", db_default="", blank=True)
    reviewed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_break_glass"
        indexes = [
            models.Index(fields=["desk", "outcome", "opened_at"], name="gt_break_glass_desk"),
            models.Index(fields=["account", "opened_at"], name="gt_break_glass_account"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gte=models.F("opened_at"))
                & models.Q(ends_at__lte=models.F("opened_at") + LASTS),
                name="gt_break_glass_an_hour",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", reviewed_by=None, reviewed_at=None)
                | (
                    ~models.Q(outcome="")
                    & ~models.Q(done="")
                    & models.Q(reviewed_by__isnull=False, reviewed_at__isnull=False)
                ),
                name="gt_break_glass_reviewed_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(reviewed_by__isnull=True)
                | ~models.Q(reviewed_by=models.F("account")),
                name="gt_break_glass_not_ones_own",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} at {self.opened_at}"
