"""Entries: what was recorded, never edited."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.protected import Protected


class Entry(Protected):
    """A step recorded on an episode. A correction supersedes it; nothing overwrites it.

    `happened_precision` is "instant" or "day": a date alone makes an hours clock not measurable.
    `counted` holds only the answers a question names a dataset column for: the extract reads these
    and never the words. `entered_by` is who entered it anew here, where it had been recorded about
    somebody else. PostgreSQL refuses the web role every update but of `desk`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="entries")
    occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, null=True, related_name="entries"
    )
    step = models.TextField()
    step_version = models.PositiveIntegerField(default=1)
    form = models.TextField(default="", blank=True)
    form_version = models.PositiveIntegerField(default=0)
    happened_at = models.DateTimeField()
    happened_precision = models.TextField(default="instant")
    recorded_at = models.DateTimeField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    entered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    answers = models.JSONField(default=dict)
    counted = models.JSONField(default=dict)
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="superseded_by"
    )
    why_corrected = models.TextField(default="", blank=True)

    class Meta:
        db_table = "gt_entry"
        indexes = [
            models.Index(fields=["scope"], name="gt_entry_scope"),
            models.Index(fields=["desk"], name="gt_entry_desk"),
            models.Index(fields=["episode", "recorded_at"], name="gt_entry_episode"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["supersedes"], name="gt_entry_superseded_once"),
            models.UniqueConstraint(
                fields=["id", "episode", "scope", "seal"], name="gt_entry_composite"
            ),
            models.CheckConstraint(
                condition=models.Q(happened_precision__in=["instant", "day"]),
                name="gt_entry_precision",
            ),
            models.CheckConstraint(
                condition=models.Q(supersedes__isnull=True, why_corrected="")
                | (models.Q(supersedes__isnull=False) & ~models.Q(why_corrected="")),
                name="gt_entry_correction_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} on {self.episode_id}"
