"""Clock runs: a projection of the thread for lists."""

import uuid

from django.db import models

from goldenthread.records.episode import Episode
from goldenthread.records.protected import Protected


class ClockRun(Protected):
    """One run of a clock on an episode, derived from its entries and rebuildable.

    `status` is running, met, breached, cancelled or not_measurable as at the last projection; a
    list compares `due_at` with its own now, because nothing ticks. An hours clock on a mere date
    has no due time and is not measurable, never met.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, related_name="clock_runs")
    clock = models.TextField()
    started_at = models.DateTimeField()
    start_precision = models.TextField(default="instant")
    due_on = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    status = models.TextField()

    class Meta:
        db_table = "gt_clock_run"
        indexes = [
            models.Index(fields=["scope"], name="gt_clock_run_scope"),
            models.Index(fields=["desk"], name="gt_clock_run_desk"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["episode", "clock", "started_at", "seal"], name="gt_clock_run_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.clock} on {self.episode_id}"
