"""What stays on a thread where something was withdrawn: that it was, of which day, and no word."""

import uuid

from django.db import models

from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class Withdrawal(Protected):
    """One contact withdrawn from a person's thread, because it was about somebody else.

    It names nobody else, and nothing of what was said. `ended_at` is when the privacy officer put
    back what was withdrawn. Written by functions of PostgreSQL alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    happened_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_withdrawal"
        indexes = [
            models.Index(fields=["scope"], name="gt_withdrawal_scope"),
            models.Index(fields=["desk"], name="gt_withdrawal_desk"),
            models.Index(fields=["person"], name="gt_withdrawal_of"),
        ]

    def __str__(self) -> str:
        return f"withdrawn from {self.person_id}"
