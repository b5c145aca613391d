"""The exclusion list: whom an account is kept from, whatever desk, role or grant it has."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class Exclusion(Protected):
    """One account kept from one person, from a moment until two people have agreed to lift it.

    `kind` is a key of content. With `household` it keeps them from whoever lives with the person
    too, now or later. Nobody declared one that the service found by an address. The desk of those
    who keep the list reads it; whoever it is about never does, nor does anybody else who is kept
    from the same person. Written by functions of PostgreSQL alone.
    """

    naming = ("person_id",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    why = models.TextField(default="", db_default="", blank=True)
    household = models.BooleanField(default=False)
    declared_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_exclusion"
        indexes = [
            # Asked of every question of every account: nearly all find nothing here.
            models.Index(fields=["account", "ends_at"], name="gt_exclusion_account"),
            models.Index(fields=["scope"], name="gt_exclusion_scope"),
            models.Index(fields=["desk"], name="gt_exclusion_desk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "person", "seal"],
                condition=models.Q(ends_at__isnull=True),
                name="gt_exclusion_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gte=models.F("starts_at")),
                name="gt_exclusion_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} from {self.person_id}"
