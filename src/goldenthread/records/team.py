"""Teams within an agency."""

import uuid

from django.db import models

from goldenthread.records.agency import Agency


class Team(models.Model):
    """One team of an agency, such as the integrated front door."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    key = models.TextField()
    name = models.TextField()
    opened_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)

    class Meta:
        db_table = "gt_team"
        constraints = [
            models.UniqueConstraint(fields=["agency", "key"], name="gt_team_one_key_an_agency")
        ]

    def __str__(self) -> str:
        return self.name
