"""What was withdrawn, kept where the privacy officer alone reads it."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.protected import Protected
from goldenthread.records.withdrawal import Withdrawal


class Quarantine(Protected):
    """What was recorded about the wrong person, and what the privacy officer decided of it.

    A whole contact, and the episode it was entered anew as; or one `entry` alone with all it said
    before it was corrected, and the entry it was entered anew as, where it was.
    `held` says of each row where it was before, so that it is put back exactly there. `decision` is
    "", then "upheld" (it stays here) or "released" (it went back). Its own id is the scope of every
    row it holds. Written by functions of PostgreSQL alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    withdrawal = models.ForeignKey(Withdrawal, on_delete=models.PROTECT, related_name="+")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="+")
    entered_anew = models.ForeignKey(Episode, on_delete=models.PROTECT, null=True, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    entry_anew = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.TextField()
    withdrawn_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField()
    held = models.JSONField(default=list)
    decision = models.TextField(default="", blank=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_why = models.TextField(default="", blank=True)

    class Meta:
        db_table = "gt_quarantine"
        indexes = [
            models.Index(fields=["scope"], name="gt_quarantine_scope"),
            models.Index(fields=["desk"], name="gt_quarantine_desk"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decision="", decided_by=None, decided_at=None)
                | models.Q(
                    decision__in=["upheld", "released"],
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                name="gt_quarantine_decided_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(entered_anew__isnull=False, entry=None, entry_anew=None)
                | models.Q(entered_anew=None, entry__isnull=False),
                name="gt_quarantine_of_one_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"quarantine of {self.episode_id}"
