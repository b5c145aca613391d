"""What every action of the tracker keeps, whether it is about a child or about none."""

import uuid

from django.db import models
from django.db.models import F, Q

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency


class Tracked(models.Model):
    """One thing to be done, from where it came to what it changed.

    `origin_kind` and `origin_id` or `origin_key` say what it came from. `first_due_on` is the day
    it was due at first and never changes. `moves` is every move made, in order: "move", "by" and
    "name", "at", "words" and, where a day was moved, "due_on"; PostgreSQL refuses to change or
    drop one. `measure` is the question whose answer, before and after, shows what it changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    origin_kind = models.TextField()
    origin_id = models.UUIDField(null=True)
    origin_key = models.TextField(default="", blank=True)
    what = models.TextField()
    why = models.TextField()
    owner_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    due_on = models.DateField()
    first_due_on = models.DateField()
    state = models.TextField()
    at_risk = models.BooleanField(default=False)
    verified_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    measure = models.TextField(default="", blank=True)
    measure_before = models.TextField(default="", blank=True)
    measure_after = models.TextField(default="", blank=True)
    measured_on = models.DateField(null=True)
    moves = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["owner_agency", "state", "due_on"], name="%(class)s_agency"),
            models.Index(fields=["owner", "state", "due_on"], name="%(class)s_owner"),
            models.Index(fields=["origin_id"], name="%(class)s_origin"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(verified_by__isnull=True)
                | Q(owner__isnull=True)
                | ~Q(verified_by=F("owner")),
                name="%(class)s_not_ones_own",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["verified", "embedded"]) | Q(verified_by__isnull=False),
                name="%(class)s_verified_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(measured_on__isnull=True, measure_after="")
                | (Q(measured_on__isnull=False) & ~Q(measure_after="")),
                name="%(class)s_measured_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state}, due {self.due_on}"
