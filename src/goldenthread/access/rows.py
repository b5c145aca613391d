"""Which rows a viewer sees: the application's own layer, beside row security in PostgreSQL.

The same three columns decide in both, so either alone must hold when the other is off.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access.viewer import Viewer
from goldenthread.records.grant import Grant
from goldenthread.records.postgresql import identity
from goldenthread.records.protected import Protected


def visible[Row: Protected](*, viewer: Viewer, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return the rows of this query the viewer's desks and grants open, less what is sealed."""
    scopes, seals = _granted(viewer=viewer)
    return rows.filter(Q(desk__in=viewer.desks) | Q(scope__in=scopes)).filter(
        Q(seal="") | Q(seal__in=seals)
    )


def sees(*, viewer: Viewer, record: Protected) -> bool:
    """Return whether the viewer's desks and grants open this one record."""
    scopes, seals = _granted(viewer=viewer)
    opened = (record.desk != "" and record.desk in viewer.desks) or record.scope in scopes
    return opened and (record.seal == "" or record.seal in seals)


def _granted(*, viewer: Viewer) -> tuple[set[UUID], set[str]]:
    now: datetime = identity.current().now
    grants = Grant.objects.filter(
        Q(ends_at__isnull=True) | Q(ends_at__gt=now),
        account_id=viewer.account_id,
        starts_at__lte=now,
    ).values_list("scope", "seal")
    scopes = {scope for scope, _ in grants} | {viewer.account_id}
    return scopes, {seal for _, seal in grants if seal}
