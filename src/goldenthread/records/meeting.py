"""Meetings: when agencies met, or were to, and whether enough came to decide."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.protected import Protected


class Meeting(Protected):
    """One meeting, from its calling to its minutes. Its own id is its scope.

    It says nothing of any child: what it is about stands in `MeetingChild`, each under a scope of
    its own. `kind` is as content declares it. `state` is "called", "held", "incomplete" (held short
    of its quorum), "cancelled" or "adjourned"; `why` says why it is one of the last three, and
    `taken_up_on` when it is taken up again. `again_of` is the meeting it takes up.
    `minutes_sent_at` is when they went round.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField()
    title = models.TextField(default="", blank=True)
    place = models.TextField(default="", blank=True)
    planned_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True)
    state = models.TextField(default="called")
    why = models.TextField(default="", blank=True)
    taken_up_on = models.DateField(null=True)
    again_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    chair = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    called_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    called_at = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True)
    minutes_sent_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "gt_meeting"
        indexes = [
            models.Index(fields=["scope"], name="gt_meeting_scope"),
            models.Index(fields=["desk"], name="gt_meeting_desk"),
            models.Index(fields=["planned_at"], name="gt_meeting_planned"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["called", "held", "incomplete", "cancelled", "adjourned"]
                ),
                name="gt_meeting_state",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["held", "incomplete"], held_at__isnull=False)
                | models.Q(state__in=["called", "cancelled", "adjourned"], held_at=None),
                name="gt_meeting_held",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["called", "held"])
                | (
                    models.Q(state__in=["incomplete", "cancelled", "adjourned"]) & ~models.Q(why="")
                ),
                name="gt_meeting_says_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["incomplete", "adjourned"])
                | models.Q(taken_up_on__isnull=False),
                name="gt_meeting_taken_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.planned_at:%Y-%m-%d}"
