"""A record restricted: kept from all but those named, who are told of through a custodian."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class Restriction(Protected):
    """One child's record restricted, from a moment until two people have agreed to lift it.

    Its seal is of this one record, and whoever is named holds a grant of it. Written by functions
    of PostgreSQL alone: the rows it seals go out of the sight of whoever is not named.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    custodian = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    telephone = models.TextField()
    why = models.TextField()
    restricted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    restricted_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_restriction"
        indexes = [
            models.Index(fields=["scope"], name="gt_restriction_scope"),
            models.Index(fields=["desk"], name="gt_restriction_desk"),
            models.Index(fields=["seal"], name="gt_restriction_seal"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "seal"],
                condition=models.Q(lifted_at__isnull=True),
                name="gt_restriction_once",
            ),
            models.CheckConstraint(
                condition=models.Q(seal__startswith="restricted:"), name="gt_restriction_sealed"
            ),
        ]

    def __str__(self) -> str:
        return f"restricted, {self.custodian_id} keeps it"
