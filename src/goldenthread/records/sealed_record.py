"""A record put under a sealed class: kept from all but those on its own access list."""

import uuid

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class SealedRecord(Protected):
    """One person's whole record, or one episode, sealed until two people have agreed to lift it.

    `store` is the key of the sealed class, which records does not interpret; the seal is of this
    one record. `about` are the words it is listed by. `colleague` is whose own record it is, or
    whose child's: they are never let in. What is sealed of somebody recorded already is sealed by
    functions of PostgreSQL alone: the rows go out of the sight of whoever is not named.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    store = models.TextField()
    about = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    episode = models.ForeignKey(Episode, on_delete=models.PROTECT, null=True, related_name="+")
    colleague = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    custodian = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    sealed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_sealed_record"
        indexes = [
            models.Index(fields=["scope"], name="gt_sealed_record_scope"),
            models.Index(fields=["desk"], name="gt_sealed_record_desk"),
            models.Index(fields=["seal"], name="gt_sealed_record_seal"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "episode", "seal"],
                condition=models.Q(lifted_at__isnull=True),
                nulls_distinct=False,
                name="gt_sealed_record_once",
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, episode__isnull=True)
                | models.Q(person__isnull=True, episode__isnull=False),
                name="gt_sealed_record_of_one",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    seal__startswith=models.functions.Concat(models.F("store"), models.Value(":"))
                ),
                name="gt_sealed_record_of_its_store",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.store}, {self.custodian_id} keeps it"
