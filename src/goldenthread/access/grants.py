"""Grants: giving and ending a relationship to a scope."""

from datetime import datetime
from uuid import UUID

from goldenthread.access import rows
from goldenthread.records.grant import Grant

# A front door manager at the end of a bad day holds some dozens; past this the list is a mistake.
MOST_PERSONAL_GRANTS = 2000


class TooManyGrants(RuntimeError):
    """Raised when an account holds so many grants that reading would slow for everybody."""


def give(*, account_id: UUID, scope: UUID, source: str, at: datetime, seal: str = "") -> None:
    """Open `scope` to the account from `at`; a grant of the same source is not given twice.

    Given before the row it opens is inserted, because row security checks the insert too.
    Raises TooManyGrants past the cap.
    """
    held = Grant.objects.filter(account_id=account_id, ends_at__isnull=True)
    if held.filter(scope=scope, source=source, seal=seal).exists():
        return
    if held.count() >= MOST_PERSONAL_GRANTS:
        raise TooManyGrants(
            "You hold too much at once. Hand back what you no longer work on, then take this."
        )
    rows.forget()
    Grant.objects.create(account_id=account_id, scope=scope, source=source, seal=seal, starts_at=at)


def end(*, source: str, at: datetime) -> int:
    """End every open grant of this source; return how many."""
    rows.forget()
    return Grant.objects.filter(source=source, ends_at__isnull=True).update(ends_at=at)
