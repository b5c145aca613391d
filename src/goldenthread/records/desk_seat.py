"""Seats at a duty desk."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.db import models

from goldenthread.records.account import Account


class TsTzRange(models.Func):
    """`tstzrange(starts, ends, '[)')`: an open end means still seated."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


class DeskSeat(models.Model):
    """An account's time at a duty desk: it sees what the desk holds open, and no more."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="seats")
    desk = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_desk_seat"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__isnull=True)
                | models.Q(ends_at__gt=models.F("starts_at")),
                name="gt_desk_seat_ends_after_start",
            ),
            models.CheckConstraint(condition=~models.Q(desk=""), name="gt_desk_seat_named"),
            ExclusionConstraint(
                name="gt_desk_seat_no_overlap",
                expressions=[
                    ("account", RangeOperators.EQUAL),
                    ("desk", RangeOperators.EQUAL),
                    (
                        TsTzRange(
                            "starts_at",
                            "ends_at",
                            RangeBoundary(inclusive_lower=True, inclusive_upper=False),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} at {self.desk}"
