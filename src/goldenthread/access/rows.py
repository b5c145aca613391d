"""Which rows a viewer sees: the application's own layer, beside row security in PostgreSQL.

The same three columns decide in both, so either alone must hold when the other is off.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import FilteredRelation, Q, QuerySet

from goldenthread.access.viewer import Viewer
from goldenthread.records.postgresql import identity
from goldenthread.records.protected import Protected

GRANTS = "grants"
OPEN = """
select scope, seal from gt_grant
where account_id = %s and starts_at <= %s and (ends_at is null or ends_at > %s)
"""


def visible[Row: Protected](*, viewer: Viewer, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return the rows of this query the viewer's desks and grants open, less what is sealed."""
    return rows.filter(_seen(viewer=viewer))


def beside(*, viewer: Viewer, through: str) -> FilteredRelation:
    """Return those rows of a relation that are visible, to be read in one question with its own."""
    return FilteredRelation(through, condition=_seen(viewer=viewer, through=f"{through}__"))


def _seen(*, viewer: Viewer, through: str = "") -> Q:
    scopes, seals = _granted(viewer=viewer)

    def among(column: str, values: Iterable[Any]) -> Q:
        return Q((f"{through}{column}__in", values))

    opened = among("desk", viewer.desks) | among("scope", scopes)
    return opened & (Q((f"{through}seal", "")) | among("seal", seals))


def at_desks[Row: Protected](*, viewer: Viewer, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return the rows of this query the viewer's desks hold, less what is sealed.

    Those of `visible` that are at a desk, asked without its "or": PostgreSQL multiplies two
    conditions that say the same and then takes ten thousand rows for one.
    """
    _, seals = _granted(viewer=viewer)
    return rows.filter(Q(seal="") | Q(seal__in=seals), desk__in=viewer.desks)


def sees(*, viewer: Viewer, record: Protected) -> bool:
    """Return whether the viewer's desks and grants open this one record."""
    scopes, seals = _granted(viewer=viewer)
    opened = (record.desk != "" and record.desk in viewer.desks) or record.scope in scopes
    return opened and (record.seal == "" or record.seal in seals)


def _granted(*, viewer: Viewer) -> tuple[set[UUID], set[str]]:
    """Return the scopes and seals granted now, read once an act and again when one changes."""
    acting = identity.current()
    if viewer.within is not None:
        return {viewer.within}, set()
    held = acting.remembered.setdefault(GRANTS, {})
    if viewer.account_id not in held:
        with connection.cursor() as cursor:
            cursor.execute(OPEN, [viewer.account_id, acting.now, acting.now])
            grants = cursor.fetchall()
        scopes = {scope for scope, _ in grants} | {viewer.account_id}
        held[viewer.account_id] = scopes, {seal for _, seal in grants if seal}
    found: tuple[set[UUID], set[str]] = held[viewer.account_id]
    return found


def forget() -> None:
    """Read the grants anew when they are next asked for: one was given or ended."""
    identity.current().remembered.pop(GRANTS, None)
