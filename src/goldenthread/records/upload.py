"""Uploads: files somebody gave on a page, to be read into the dataset together."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.protected import Protected


class Upload(Protected):
    """Files given at once, and what became of them: all were loaded, or none.

    Its scope is the account's own id, which every account holds. `state` is "waiting", "reading",
    "loaded", "refused" or "failed". `files` says of each its name and size and, once loaded, what
    it is, how many rows each table got and how many values could not be read; those are in the
    snapshot it names. The files themselves are deleted when they have been read.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    state = models.TextField(default="waiting")
    files = models.JSONField(default=list)
    reading = models.TextField(default="", blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    snapshot = models.TextField(default="", blank=True)
    says = models.TextField(default="", blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_upload"
        indexes = [models.Index(fields=["scope", "uploaded_at"], name="gt_upload_scope")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "reading"], finished_at=None)
                | models.Q(state__in=["loaded", "refused", "failed"], finished_at__isnull=False),
                name="gt_upload_state",
            ),
            models.CheckConstraint(
                condition=models.Q(state="loaded") & ~models.Q(snapshot="")
                | ~models.Q(state="loaded") & models.Q(snapshot=""),
                name="gt_upload_snapshot",
            ),
        ]

    def __str__(self) -> str:
        return f"upload {self.pk}"
