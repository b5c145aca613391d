"""Where somebody with an account lives, so that a look at a neighbour is noticed."""

from django.db import models

from goldenthread.records.account import Account


class AccountHome(models.Model):
    """One colleague's own address, as their staff record has it. No role that serves reads it.

    One function of PostgreSQL compares it with the addresses of those they looked at.
    """

    account = models.OneToOneField(
        Account, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    lines = models.TextField(default="", blank=True)
    postcode = models.TextField()

    class Meta:
        db_table = "gt_account_home"

    def __str__(self) -> str:
        return "a home"
