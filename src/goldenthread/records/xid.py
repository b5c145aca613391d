"""A transaction of PostgreSQL, by its number: what tells whether a row is settled."""

from typing import Any

from django.db import models
from django.db.models import Func


class CurrentTransaction(Func):
    """The transaction under way, as the database numbers it for ever (never used twice)."""

    function = "pg_current_xact_id"


class XidField(models.Field):
    """A column of PostgreSQL's type xid8, read back as text."""

    def db_type(self, connection: Any) -> str:
        """Return the type by its name in PostgreSQL."""
        del connection
        return "xid8"
