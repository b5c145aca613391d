"""Which practitioner works with somebody, and since when."""

from django.db import models

from goldenthread.records.practitioner import Practitioner
from goldenthread.records.protected import Protected
from goldenthread.records.stated import Stated


class Involvement(Protected, Stated):
    """A practitioner's time with a person: `what` says what they do for them."""

    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    what = models.TextField()

    class Meta(Stated.Meta):
        db_table = "gt_involvement"
        indexes = [
            models.Index(fields=["scope"], name="gt_involvement_scope"),
            models.Index(fields=["desk"], name="gt_involvement_desk"),
            models.Index(fields=["person"], name="gt_involvement_of"),
        ]

    def __str__(self) -> str:
        return self.what
