"""The exclusion list: whose record somebody may not open, whatever role or grant they hold.

Asked before anything else is (SECURITY 2.1): the subject of a record and who lives with them, a
relative, a neighbour, a partner there was, whoever has a conflict of interest. What is kept from
them answers as what is not there.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import connection
from django.db.models import Q

from goldenthread.access.viewer import Viewer
from goldenthread.records.protected import Protected

KEPT_FROM = "select * from gt_kept_from(%s)"


def scopes(*, viewer: Viewer) -> frozenset[UUID]:
    """Return all that the viewer is kept from: people, and what tells of them with others."""
    return viewer.barred


def bars(*, viewer: Viewer, record: Protected) -> bool:
    """Return whether the viewer is kept from this record, by its scope or by whom it names."""
    kept_from = scopes(viewer=viewer)
    return bool(kept_from) and any(
        getattr(record, column) in kept_from for column in ("scope", *record.naming)
    )


def within(kept_from: frozenset[UUID], *, names: Iterable[str] = (), through: str = "") -> Q:
    """Return the condition that a row is about nobody of these, by its scope or any name of it."""
    found = Q()
    for column in ("scope", *names) if kept_from else ():
        found &= ~Q((f"{through}{column}__in", kept_from))
    return found


def accounts(*, person_id: UUID) -> frozenset[UUID]:
    """Return the accounts that are kept from somebody: nothing about them is given to these."""
    with connection.cursor() as cursor:
        cursor.execute(KEPT_FROM, [person_id])
        return frozenset(account_id for (account_id,) in cursor.fetchall())
