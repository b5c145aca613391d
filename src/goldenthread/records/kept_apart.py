"""Words of an entry that some who see the entry must not read, kept in a row of their own."""

import uuid

from django.db import models

from goldenthread.records.entry import Entry
from goldenthread.records.protected import Protected


class KeptApart(Protected):
    """Answers given on condition that some do not have them, for one audience.

    Those who decide and those who hold the child have a row at `home_desk` under the child's scope,
    which follows the entry; those others who may have it, one under the entry's own id. Never
    edited, and gone from a desk with its entry.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="kept_apart")
    home_desk = models.TextField(default="", blank=True)
    answers = models.JSONField(default=dict)

    class Meta:
        db_table = "gt_kept_apart"
        indexes = [
            models.Index(fields=["scope"], name="gt_kept_apart_scope"),
            models.Index(fields=["desk"], name="gt_kept_apart_desk"),
        ]

    def __str__(self) -> str:
        return f"kept apart from {self.entry_id}"
