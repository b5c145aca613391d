"""Episodes: one run of a pathway about one subject, with its head."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person
from goldenthread.records.protected import Protected


class Days(models.Func):
    """The days from one to another, the first included and the last not; for ever where none is."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Episode(Protected):
    """One matter, such as a contact about a child, from its opening to its close.

    The head (`state` to `version`) is a projection of the entries, rebuilt by
    `actions.projection` and updated under row lock with each entry. `sole` marks a pathway that may
    have one open episode a person (a referral: DOMAIN R1.1). `one_of` names the pathways of which a
    person has one at a time: such an episode keeps the days it `began_on` and `ended_on`, and two
    that share a day are refused. `withdrawn` is how many of its entries are in quarantine alone,
    and how often one went there or came back: every version counts them. Functions of PostgreSQL
    alone write it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    pathway = models.TextField()
    subject_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="episodes")
    reference = models.TextField(unique=True)
    occasion = models.ForeignKey(
        Occasion, on_delete=models.PROTECT, null=True, related_name="episodes"
    )
    opened_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="opened"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    sole = models.BooleanField(default=False)
    one_of = models.TextField(default="", db_default="", blank=True)
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    withdrawn = models.PositiveIntegerField(default=0, db_default=0)

    state = models.TextField(default="", blank=True)
    last_step = models.TextField(default="", blank=True)
    lane = models.TextField(default="", blank=True)
    due_on = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    due_clock = models.TextField(default="", blank=True)
    claimed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "gt_episode"
        indexes = [
            models.Index(fields=["scope"], name="gt_episode_scope"),
            models.Index(fields=["desk", "due_at"], name="gt_episode_desk_due"),
            models.Index(fields=["subject_person", "opened_at"], name="gt_episode_subject"),
            # The queue: what is open, in its order, and how much of it there is, without a look at
            # the many that are closed. Row security reads both from the index too.
            models.Index(
                fields=["pathway", "due_at", "opened_at", "reference"],
                include=["id", "lane", "desk", "scope", "seal"],
                condition=models.Q(closed_at__isnull=True),
                name="gt_episode_queue",
            ),
            models.Index(
                fields=["pathway", "lane", "desk"],
                include=["id", "due_at", "claimed_by", "scope", "seal"],
                condition=models.Q(closed_at__isnull=True),
                name="gt_episode_waiting",
            ),
            # Who came together, without a look at all that their desks hold.
            models.Index(
                fields=["occasion"],
                include=["id", "desk", "scope", "seal"],
                condition=models.Q(occasion__isnull=False),
                name="gt_episode_together",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pathway", "subject_person", "seal"],
                condition=models.Q(closed_at__isnull=True, sole=True),
                name="gt_episode_one_open",
            ),
            models.CheckConstraint(
                condition=models.Q(claimed_by__isnull=True, claimed_at__isnull=True)
                | models.Q(claimed_by__isnull=False, claimed_at__isnull=False),
                name="gt_episode_claim_paired",
            ),
            models.CheckConstraint(
                condition=models.Q(due_on__isnull=True, due_at__isnull=True)
                | models.Q(due_on__isnull=False, due_at__isnull=False),
                name="gt_episode_due_paired",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True)
                | models.Q(closed_at__gte=models.F("opened_at")),
                name="gt_episode_closed_after_opened",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True)
                | models.Q(ended_on__gte=models.F("began_on")),
                name="gt_episode_ended_after_began",
            ),
            # One may begin on the day the other ends: a plan takes over from a plan.
            ExclusionConstraint(
                name="gt_episode_alone",
                expressions=[
                    ("subject_person", RangeOperators.EQUAL),
                    ("one_of", RangeOperators.EQUAL),
                    ("seal", RangeOperators.EQUAL),
                    (Days("began_on", "ended_on"), RangeOperators.OVERLAPS),
                ],
                condition=~models.Q(one_of="") & models.Q(began_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.reference
