"""Practitioners: the people who work with children, with an account here or without one."""

import uuid

from django.db import models

from goldenthread.records.agency import Agency
from goldenthread.records.setting import Setting
from goldenthread.records.team import Team


class Practitioner(models.Model):
    """Somebody who works for an agency: in which team, at which setting, and how to reach them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    full_name = models.TextField()
    job_title = models.TextField(default="", blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="practitioners")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    setting = models.ForeignKey(Setting, on_delete=models.PROTECT, null=True, related_name="+")
    phone = models.TextField(default="", blank=True)
    email = models.TextField(default="", blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "gt_practitioner"

    def __str__(self) -> str:
        return self.full_name
