"""Shares: what was given about a child to another agency, or was not, and on what basis."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class Share(Protected):
    """One decision to give something to one person, or not to; held where the child is held.

    `decision` is "given" or "declined". `answers` are those of the form in `form`: purpose, basis,
    agreement, why. `items` are the ids of the entries given; their words as they were given stand
    in the `SharedCopy`, whose hash is `digest`. `to` is the account that reads it here; for
    somebody without one the answers say who. Never edited but to say when it was first opened and
    that it was taken back.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decision = models.TextField()
    form = models.TextField()
    form_version = models.PositiveIntegerField()
    answers = models.JSONField()
    items = models.JSONField(default=list)
    digest = models.TextField(default="", blank=True)
    to = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    recalled_at = models.DateTimeField(null=True)
    recalled_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    recalled_why = models.TextField(default="", blank=True)

    class Meta:
        db_table = "gt_share"
        indexes = [
            models.Index(fields=["scope"], name="gt_share_scope"),
            models.Index(fields=["desk"], name="gt_share_desk"),
            models.Index(fields=["person"], name="gt_share_of"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(decision="given", to__isnull=False) & ~models.Q(digest=""))
                | models.Q(decision="given", to=None, digest="", opened_at=None)
                | models.Q(
                    decision="declined", to=None, digest="", opened_at=None, recalled_at=None
                ),
                name="gt_share_decided",
            ),
            models.CheckConstraint(
                condition=models.Q(recalled_at=None, recalled_by=None)
                | models.Q(recalled_at__isnull=False, recalled_by__isnull=False),
                name="gt_share_recalled_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"share of {self.person_id}"
