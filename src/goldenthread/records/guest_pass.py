"""Passes: what a guest proves themselves with."""

import uuid

from django.db import models


class GuestPass(models.Model):
    """The hash of one link or one code sent to a guest: for one purpose, once, for a time.

    It names its guest by an id that means nothing to whoever cannot see the guest, so it is found
    before anybody is known to be acting.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    guest_id = models.UUIDField()
    purpose = models.TextField()
    hashed = models.TextField(unique=True)
    starts_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "gt_guest_pass"
        indexes = [models.Index(fields=["guest_id", "purpose"], name="gt_guest_pass_guest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose__in=["link", "code"]), name="gt_guest_pass_purpose"
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose} for guest {self.guest_id}"
