"""The numbers a person is known by elsewhere."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class Identifier(Protected):
    """An NHS number, unique pupil number or council id, with the dates it was in use.

    One person holds a number at a time. One that came in a form is only `told`: the child it came
    with is somebody new until a person has said who they are, and may then prove to be its holder.
    Uniqueness includes the seal: a refusal must not tell that a sealed record exists.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.TextField()
    value = models.TextField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    told = models.BooleanField(default=False, db_default=False)
    recorded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "gt_identifier"
        indexes = [
            models.Index(fields=["scope"], name="gt_identifier_scope"),
            models.Index(fields=["desk"], name="gt_identifier_desk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value", "seal"],
                condition=models.Q(valid_to__isnull=True, told=False),
                name="gt_identifier_one_holder",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
