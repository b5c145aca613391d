"""People: children, unborn babies and adults."""

import uuid

from django.db import models

from goldenthread.records.protected import Protected


class Person(Protected):
    """One person. Its own id is its scope: a grant on it opens what is recorded about them.

    A date of birth or an expected one, never both (CIN rule 8525); the sex of who is not born yet
    is not known (8750), and nobody died before they were born (8535Q). Each contact arrives with a
    person of its own; `same_as` is the child of the register it was identified as, a projection of
    the identifications. The child keeps none itself: PostgreSQL refuses a chain.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.TextField(default="child")
    given_name = models.TextField()
    family_name = models.TextField()
    date_of_birth = models.DateField(null=True)
    expected_date_of_birth = models.DateField(null=True)
    died_on = models.DateField(null=True)
    sex = models.TextField(default="U")
    ethnicity = models.TextField(default="", blank=True)
    same_as = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="also_recorded_as"
    )

    class Meta:
        db_table = "gt_person"
        indexes = [
            models.Index(fields=["scope"], name="gt_person_scope"),
            models.Index(fields=["desk"], name="gt_person_desk"),
            models.Index(fields=["seal"], condition=~models.Q(seal=""), name="gt_person_sealed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(date_of_birth__isnull=True)
                | models.Q(expected_date_of_birth__isnull=True),
                name="gt_person_born_or_expected",
            ),
            models.CheckConstraint(
                condition=models.Q(expected_date_of_birth__isnull=True) | models.Q(sex="U"),
                name="gt_person_unborn_sex_unknown",
            ),
            models.CheckConstraint(
                condition=models.Q(died_on__isnull=True)
                | models.Q(date_of_birth__isnull=True)
                | models.Q(died_on__gte=models.F("date_of_birth")),
                name="gt_person_died_after_birth",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"
