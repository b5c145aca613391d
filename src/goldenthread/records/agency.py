"""Agencies: who employs the people and controls the entries they make."""

import uuid

from django.db import models


class Agency(models.Model):
    """One organisation of the partnership: a school, the council, the police, a trust.

    Nobody of one that has left signs in; what its people recorded stays and is its own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.TextField(unique=True)
    name = models.TextField()
    kind = models.TextField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_agency"

    def __str__(self) -> str:
        return self.name
