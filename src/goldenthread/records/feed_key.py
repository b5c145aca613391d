"""Feed keys: what another agency's system proves itself with."""

import uuid

from django.db import models

from goldenthread.records.agency import Agency


class FeedKey(models.Model):
    """The hash of a key given to one agency's system; the key itself is shown once and not kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()
    hashed = models.TextField(unique=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_feed_key"

    def __str__(self) -> str:
        return self.name
