"""Grants: giving and ending a relationship to a scope."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from goldenthread.access import rows
from goldenthread.records.grant import Grant

# A front door manager at the end of a bad day holds some dozens; past this the list is a mistake.
MOST_PERSONAL_GRANTS = 2000


class TooManyGrants(RuntimeError):
    """Raised when an account holds so many grants that reading would slow for everybody."""


def give(
    *,
    account_id: UUID,
    scope: UUID,
    source: str,
    at: datetime,
    until: datetime | None = None,
    seal: str = "",
) -> None:
    """Open `scope` to the account from `at`, until it is ended or `until` comes.

    A grant of the same source is not given twice.

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
    Grant.objects.create(
        account_id=account_id, scope=scope, source=source, seal=seal, starts_at=at, ends_at=until
    )


def end(*, source: str, at: datetime) -> int:
    """End every grant of this source that is not over yet; return how many."""
    rows.forget()
    open_ = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    return Grant.objects.filter(open_, source=source).update(ends_at=at)
