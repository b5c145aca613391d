"""What is said of somebody, for a time: when it was so, when and by whom it was recorded."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.person import Person


class Stated(models.Model):
    """A statement with two periods (DESIGN section 4): when it held, and since when we knew.

    Never edited: to correct or to end one is to record another that supersedes it. What stands is
    what nothing supersedes. `valid_to` is the last day it held, `why_ended` what is said of that.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    why_ended = models.TextField(default="", db_default="", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["supersedes", "seal"], name="gt_%(class)s_superseded_once"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_from__isnull=True)
                | models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
                name="gt_%(class)s_ends_after_start",
            ),
        ]
