"""What takes two people: asked by one, and agreed to or not by another."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.protected import Protected


class SecondPerson(Protected):
    """One act asked for, and what a second person said of it.

    `act` names what is to be done and `about` the id it is to be done to. `seen` is how that stood
    when it was asked, in words by their titles, so that the second is shown what has changed since.
    PostgreSQL refuses a second person who is the first.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    act = models.TextField()
    about = models.UUIDField()
    why = models.TextField()
    seen = models.JSONField(default=dict)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decision = models.TextField(default="", db_default="", blank=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_why = models.TextField(default="", db_default="", blank=True)

    class Meta:
        db_table = "gt_second_person"
        indexes = [
            models.Index(fields=["scope"], name="gt_second_person_scope"),
            models.Index(fields=["desk"], name="gt_second_person_desk"),
            models.Index(fields=["act", "about"], name="gt_second_person_about"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["act", "about", "seal"],
                condition=models.Q(decision=""),
                name="gt_second_person_asked_once",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by__isnull=True)
                | ~models.Q(decided_by=models.F("asked_by")),
                name="gt_second_person_is_another",
            ),
            models.CheckConstraint(
                condition=models.Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | models.Q(
                    decision__in=["agreed", "refused"],
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                name="gt_second_person_decided",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} asked by {self.asked_by_id}"
