"""Notifications: what the police have told of, by their own reference."""

import uuid

from django.db import models

from goldenthread.records.agency import Agency
from goldenthread.records.occasion import Occasion
from goldenthread.records.protected import Protected


class Notification(Protected):
    """One police reference and the occasion it became, so that sending again is not a second.

    `fingerprint` tells the same content from changed content, `version` how often it was changed.
    It holds no name and no word, and stays at its desk when the contact has left it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    police_reference = models.TextField()
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="+")
    fingerprint = models.TextField()
    version = models.PositiveIntegerField(default=1)
    received_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "gt_notification"
        indexes = [
            models.Index(fields=["scope"], name="gt_notification_scope"),
            models.Index(fields=["desk"], name="gt_notification_desk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "police_reference", "seal"], name="gt_notification_once"
            ),
        ]

    def __str__(self) -> str:
        return self.police_reference
