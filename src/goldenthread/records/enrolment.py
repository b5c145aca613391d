"""The school, nursery or surgery somebody goes to."""

from django.db import models

from goldenthread.records.protected import Protected
from goldenthread.records.setting import Setting
from goldenthread.records.stated import Stated


class Enrolment(Protected, Stated):
    """A person's time at a setting: one of the list, or a name as somebody wrote it.

    `kind` is the kind of setting. `name` is kept as it was told, whether it is on the list or not.
    """

    kind = models.TextField()
    setting = models.ForeignKey(Setting, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.TextField()

    class Meta(Stated.Meta):
        db_table = "gt_enrolment"
        indexes = [
            models.Index(fields=["scope"], name="gt_enrolment_scope"),
            models.Index(fields=["desk"], name="gt_enrolment_desk"),
            models.Index(fields=["person"], name="gt_enrolment_of"),
        ]

    def __str__(self) -> str:
        return self.name
