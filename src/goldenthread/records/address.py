"""Where people live, and lived."""

from django.db import models

from goldenthread.records.protected import Protected
from goldenthread.records.stated import Stated


class Address(Protected, Stated):
    """Where a person lives or lived.

    A safe address is a refuge or a place kept from somebody: it is shown to those who may open the
    person and never in a search, a stub or a letter to another.
    """

    kind = models.TextField()
    lines = models.TextField()
    postcode = models.TextField(default="", blank=True)
    is_safe = models.BooleanField(default=False)

    class Meta(Stated.Meta):
        db_table = "gt_address"
        indexes = [
            models.Index(fields=["scope"], name="gt_address_scope"),
            models.Index(fields=["desk"], name="gt_address_desk"),
            models.Index(fields=["person"], name="gt_address_of"),
        ]

    def __str__(self) -> str:
        return self.lines
