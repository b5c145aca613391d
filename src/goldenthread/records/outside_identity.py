"""Who an account's holder is in their agency's own directory."""

import uuid

from django.db import models

from goldenthread.records.account import Account


class OutsideIdentity(models.Model):
    """An issuer and the subject it names, joined to one account until it is ended.

    `joined_by` is who joined it, the holder themselves or nobody where it was done on the server.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    issuer = models.TextField()
    subject = models.TextField()
    joined_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    joined_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_outside_identity"
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "subject"],
                condition=models.Q(ended_at__isnull=True),
                name="gt_outside_identity_one_account",
            ),
            models.UniqueConstraint(
                fields=["account", "issuer"],
                condition=models.Q(ended_at__isnull=True),
                name="gt_outside_identity_one_subject",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} at {self.issuer}"
