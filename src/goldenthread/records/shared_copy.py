"""Copies: exactly what was given, as it read on the day it was given."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected
from goldenthread.records.share import Share


class SharedCopy(Protected):
    """What one person was given, word for word; a later change of the record does not change it.

    Its own id is its scope: who gave it and who was given it hold a grant on that and on nothing
    else of the child. `told` heads it (whose, from whom, for what), `items` are the entries as
    they read, and `digest` is the SHA-256 of both.
    """

    naming = ("person_id",)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    share = models.ForeignKey(Share, on_delete=models.PROTECT, related_name="copies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    told = models.JSONField()
    items = models.JSONField()
    digest = models.TextField()
    at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        db_table = "gt_shared_copy"
        indexes = [
            models.Index(fields=["scope"], name="gt_shared_copy_scope"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["share", "seal"], name="gt_shared_copy_once"),
        ]

    def __str__(self) -> str:
        return f"copy of share {self.share_id}"
