"""Actions about a child."""

from django.db import models

from goldenthread.records.person import Person
from goldenthread.records.protected import Protected
from goldenthread.records.tracked import Tracked


class ChildAction(Tracked, Protected):
    """One thing to be done for a child, seen by whoever sees the child and by nobody else."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="actions")

    class Meta(Tracked.Meta):
        db_table = "gt_child_action"
        indexes = [
            *Tracked.Meta.indexes,
            models.Index(fields=["scope"], name="gt_child_action_scope"),
            models.Index(fields=["desk"], name="gt_child_action_desk"),
        ]
