"""Versions of the partnership's own forms, written and published in the browser."""

import uuid

from django.db import models
from django.db.models import F, Q

from goldenthread.records.account import Account


class FormVersion(models.Model):
    """One version of a form, as `language.drafting` writes it: a draft, or published for good.

    `form` is the key of the form; `number` is given when it is published, and `since` the first
    day it is asked. Whoever wrote it last does not publish it. A published version is never
    edited: PostgreSQL refuses it. It says nothing of anybody.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form = models.TextField()
    number = models.PositiveIntegerField(null=True)
    body = models.JSONField()
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    published_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    since = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "gt_form_version"
        constraints = [
            models.UniqueConstraint(fields=["form", "number"], name="gt_form_version_number"),
            models.UniqueConstraint(
                fields=["form"], condition=Q(number__isnull=True), name="gt_form_version_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(number=None, published_by=None, published_at=None, since=None)
                | Q(
                    number__gte=101,
                    published_by__isnull=False,
                    published_at__isnull=False,
                    since__isnull=False,
                ),
                name="gt_form_version_whole",
            ),
            models.CheckConstraint(
                condition=Q(published_by__isnull=True) | ~Q(published_by=F("written_by")),
                name="gt_form_version_two_people",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.number or 'draft'}"
