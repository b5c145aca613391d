"""Tallies: how often something was tried from one place within an hour or a minute."""

import uuid

from django.db import models


class Tally(models.Model):
    """One count of one thing tried by one place, letter box or feed key, kept by its hash.

    `hour` is when the hour or minute began that is counted.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hashed = models.TextField()
    hour = models.DateTimeField()
    number = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "gt_tally"
        constraints = [models.UniqueConstraint(fields=["hashed", "hour"], name="gt_tally_once")]

    def __str__(self) -> str:
        return f"{self.number} at {self.hour}"
