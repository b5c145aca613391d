"""Accounts: the people who sign in, and the named services that act."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower, Now

from goldenthread.records.agency import Agency
from goldenthread.records.team import Team


class AccountManager(BaseUserManager["Account"]):
    """Finds an account by work e-mail, whatever the case it was typed in."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account with this e-mail address; raises Account.DoesNotExist."""
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """One person or named service. `role` is a key of content; records does not interpret it.

    There is no staff or superuser flag: Django's admin is not part of a casework system.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254)
    full_name = models.TextField()
    job_title = models.TextField(default="", blank=True)
    role = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="accounts")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="accounts")
    is_service = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    # By the database's own clock, as `last_login` is by the machine's.
    opened_at = models.DateTimeField(db_default=Now())

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects = AccountManager()

    class Meta:
        db_table = "gt_account"
        constraints = [
            models.UniqueConstraint(Lower("email"), name="gt_account_one_email"),
            models.CheckConstraint(
                condition=models.Q(is_service=True) | models.Q(agency__isnull=False),
                name="gt_account_person_has_agency",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        """Return the name as colleagues know it."""
        return self.full_name
