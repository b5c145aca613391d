"""Drafts: words kept as they were typed."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.occasion import Occasion
from goldenthread.records.protected import Protected

# In the place of a form's key: words of any page, kept as a session ended.
LEFT_BEHIND = "left-behind"


class Draft(Protected):
    """A form not yet sent. `typed` is the posted form exactly as typed, right or wrong.

    Its scope is the account's own id, which every account holds. Once sent it names the occasion,
    so that sending the same draft twice is one contact.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="drafts")
    instrument = models.TextField()
    instrument_version = models.PositiveIntegerField()
    typed = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    sent_occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        db_table = "gt_draft"
        indexes = [models.Index(fields=["scope"], name="gt_draft_scope")]

    def __str__(self) -> str:
        return f"{self.instrument} draft {self.id}"
