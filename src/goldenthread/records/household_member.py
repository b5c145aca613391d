"""Who lives with whom."""

from django.db import models

from goldenthread.records.household import Household
from goldenthread.records.protected import Protected
from goldenthread.records.stated import Stated


class HouseholdMember(Protected, Stated):
    """A person's time in a household. A person may belong to two: separated parents are common."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="members")

    class Meta(Stated.Meta):
        db_table = "gt_household_member"
        indexes = [
            models.Index(fields=["scope"], name="gt_household_member_scope"),
            models.Index(fields=["desk"], name="gt_household_member_desk"),
            models.Index(fields=["person"], name="gt_household_member_of"),
            models.Index(fields=["household"], name="gt_household_member_in"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.household_id}"
