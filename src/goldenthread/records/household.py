"""Households: places where people live together. Who they are is on the memberships."""

import uuid

from django.db import models


class Household(models.Model):
    """One household. It says nothing of anybody by itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "gt_household"

    def __str__(self) -> str:
        return str(self.pk)
