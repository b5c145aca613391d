"""What two administrators change of who signs in and what they hold."""

from django.db import models

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.second_person import SecondPerson
from goldenthread.records.team import Team


class AccessChange(models.Model):
    """What is asked for, word for word as the second person agrees to it.

    Without an account it is of a new one, or of the whole agency, as `asked.act` says. `came_by`
    is the address of the service the asker used, for the letter to a new person. `left` says in
    words what an agency's people still had in hand.
    """

    asked = models.OneToOneField(
        SecondPerson, primary_key=True, on_delete=models.PROTECT, related_name="change"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    email = models.TextField(default="", blank=True)
    full_name = models.TextField(default="", blank=True)
    job_title = models.TextField(default="", blank=True)
    role = models.TextField(default="", blank=True)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")
    came_by = models.TextField(default="", blank=True)
    left = models.TextField(default="", db_default="", blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gt_access_change"

    def __str__(self) -> str:
        return f"{self.role} asked for at {self.agency_id}"
