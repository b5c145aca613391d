"""Which child of the register somebody recorded is."""

from django.db import models

from goldenthread.records.person import Person
from goldenthread.records.protected import Protected
from goldenthread.records.stated import Stated


class Identification(Protected, Stated):
    """One decision on who the person a contact arrived with is; the newest stands.

    `decision` is "same" (as `child`), "not-known" (nobody on the register) or "undone". The link on
    the person is a projection of these rows, so undoing restores exactly what was before.
    """

    naming = ("child_id",)

    decision = models.TextField()
    child = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.TextField()

    class Meta(Stated.Meta):
        db_table = "gt_identification"
        indexes = [
            models.Index(fields=["scope"], name="gt_identification_scope"),
            models.Index(fields=["desk"], name="gt_identification_desk"),
            models.Index(fields=["person"], name="gt_identification_of"),
            models.Index(fields=["child"], name="gt_identification_child"),
        ]

    def __str__(self) -> str:
        return f"{self.decision} {self.person_id}"
