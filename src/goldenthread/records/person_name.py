"""Other names a person has, had or is called by."""

from django.db import models

from goldenthread.records.protected import Protected
from goldenthread.records.stated import Stated


class PersonName(Protected, Stated):
    """An alias, a birth name, a former name or another spelling."""

    kind = models.TextField()
    given_name = models.TextField()
    family_name = models.TextField()

    class Meta(Stated.Meta):
        db_table = "gt_person_name"
        indexes = [
            models.Index(fields=["scope"], name="gt_person_name_scope"),
            models.Index(fields=["desk"], name="gt_person_name_desk"),
            models.Index(fields=["person"], name="gt_person_name_of"),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"
