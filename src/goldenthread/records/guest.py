"""Guests: professionals who send a worry without an account."""

import uuid

from django.db import models

from goldenthread.records.agency import Agency
from goldenthread.records.protected import Protected


class Guest(Protected):
    """Who one submission is from, as they say, until the e-mail they gave is shown to be theirs.

    A guest has one id and one submission: it is the scope of the draft, then the id of the occasion
    it became. So a guest acts as that id and sees that submission and nothing else. It is held at
    the desk where the occasion is, for the screener to read (R2.6).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    full_name = models.TextField()
    job_title = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    # What they typed where their agency is none that we list.
    agency_words = models.TextField(default="", blank=True)
    agency_kind = models.TextField()
    email = models.EmailField(max_length=254)
    telephone = models.TextField()
    # The address of the service as they reached it, for the links sent to them.
    came_by = models.TextField()
    started_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_guest"
        indexes = [
            models.Index(fields=["scope"], name="gt_guest_scope"),
            models.Index(fields=["desk"], name="gt_guest_desk"),
            models.Index(models.functions.Lower("email"), name="gt_guest_email"),
        ]

    def __str__(self) -> str:
        return f"guest {self.pk}"

    @property
    def works_for(self) -> str:
        """The organisation, in their words where it is none that we list."""
        return self.agency_words or self.agency.name
