"""Batches of the trail: its rows in order, each chained to the one before it."""

from django.db import models
from django.db.models.functions import Now

from goldenthread.records.xid import XidField


class TrailBatch(models.Model):
    """One batch, sealed: which rows it holds, and a hash over them and over the batch before.

    `entries` are 48 bytes for each row, in the order of its transaction and id: the 16 of its id
    and the 32 of its SHA-256. `shape` says which columns were hashed. Inserted by the sealer and by
    nobody else, and never edited.
    """

    batch = models.BigIntegerField(primary_key=True)
    shape = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField()
    first_xid = XidField()
    first_id = models.UUIDField()
    last_xid = XidField()
    last_id = models.UUIDField()
    sealed_at = models.DateTimeField(db_default=Now())
    entries = models.BinaryField()
    previous = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        db_table = "gt_trail_batch"

    def __str__(self) -> str:
        return f"batch {self.batch}"
