"""Who people are to each other."""

from django.db import models

from goldenthread.records.person import Person
from goldenthread.records.protected import Protected
from goldenthread.records.stated import Stated


class Relationship(Protected, Stated):
    """What another is to a person: `kind` reads "`other` is the person's ...".

    Each tie is two rows, one under each person's scope, made and ended together as one `pair`.
    """

    naming = ("other_id",)

    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    pair = models.UUIDField()
    kind = models.TextField()
    parental_responsibility = models.BooleanField(default=False)

    class Meta(Stated.Meta):
        db_table = "gt_relationship"
        indexes = [
            models.Index(fields=["scope"], name="gt_relationship_scope"),
            models.Index(fields=["desk"], name="gt_relationship_desk"),
            models.Index(fields=["person"], name="gt_relationship_of"),
            models.Index(fields=["other"], name="gt_relationship_other"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"
