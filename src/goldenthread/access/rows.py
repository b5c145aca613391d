"""Which rows a viewer sees: the application's own layer, beside row security in PostgreSQL.

The same three columns decide in both, so either alone must hold when the other is off.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import FilteredRelation, Q, QuerySet

from goldenthread.access import exclusions
from goldenthread.access.break_glass import KIND, SOURCE, Through
from goldenthread.access.viewer import Viewer
from goldenthread.records.postgresql import identity
from goldenthread.records.protected import Protected

GRANTS = "grants"
OPEN = """
select scope, seal, kind, level, source, ends_at from gt_grant
where account_id = %(account)s and starts_at <= %(now)s and (ends_at is null or ends_at > %(now)s)
union all
select g.scope, g.seal, g.kind, g.level, g.source, g.ends_at
from gt_account a join gt_grant g on g.team_id = a.team_id and g.role = a.role
where a.id = %(account)s and g.starts_at <= %(now)s and (g.ends_at is null or g.ends_at > %(now)s)
"""
# What everybody has to what is their own, and a guest to the one submission they made.
OWN, REFERRER = "own", "referrer"
# A desk and what is one's own open as far as the role sees by them.
MOST = 5


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is granted to a viewer now: by scope and by seal, each kind with the most it opens.

    `glass` is the break-glass a scope is open by, where one is.
    """

    scopes: dict[UUID, dict[str, int]] = field(default_factory=dict)
    seals: dict[str, dict[str, int]] = field(default_factory=dict)
    glass: dict[UUID, Through] = field(default_factory=dict)


def visible[Row: Protected](*, viewer: Viewer, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return the rows of this query the viewer's desks and grants open, less what is sealed."""
    return rows.filter(_seen(viewer=viewer, names=rows.model.naming))


def beside(*, viewer: Viewer, through: str) -> FilteredRelation:
    """Return those rows of a relation that are visible, to be read in one question with its own."""
    return FilteredRelation(through, condition=_seen(viewer=viewer, through=f"{through}__"))


def _seen(*, viewer: Viewer, names: Iterable[str] = (), through: str = "") -> Q:
    held, kept_from = _held(viewer=viewer), exclusions.scopes(viewer=viewer)

    def among(column: str, values: Iterable[Any]) -> Q:
        return Q((f"{through}{column}__in", values))

    opened = among("desk", viewer.desks) | among("scope", held.scopes)
    found = opened & (Q((f"{through}seal", "")) | among("seal", held.seals))
    return found & exclusions.within(kept_from, names=names, through=through)


def at_desks[Row: Protected](*, viewer: Viewer, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return the rows of this query the viewer's desks hold, less what is sealed.

    Those of `visible` that are at a desk, asked without its "or": PostgreSQL multiplies two
    conditions that say the same and then takes ten thousand rows for one.
    """
    held, kept_from = _held(viewer=viewer), exclusions.scopes(viewer=viewer)
    found = rows.filter(Q(seal="") | Q(seal__in=held.seals), desk__in=viewer.desks)
    return found.filter(exclusions.within(kept_from, names=rows.model.naming))


def sees(*, viewer: Viewer, record: Protected) -> bool:
    """Return whether the viewer's desks and grants open this one record."""
    held = _held(viewer=viewer)
    if exclusions.bars(viewer=viewer, record=record):
        return False
    opened = (record.desk != "" and record.desk in viewer.desks) or record.scope in held.scopes
    return opened and (record.seal == "" or record.seal in held.seals)


def relationships(*, viewer: Viewer, record: Protected) -> dict[str, int]:
    """Return each kind of relationship that opens a record the viewer sees, and how far at most.

    What is sealed is opened by what lets into its store, and by nothing else.
    """
    held = _held(viewer=viewer)
    if record.seal:
        return held.seals.get(record.seal, {})
    kinds = dict(held.scopes.get(record.scope, {}))
    if record.desk and record.desk in viewer.desks:
        kinds[f"{record.desk}-desk"] = MOST
    return kinds


def through(*, viewer: Viewer, record: Protected) -> Through | None:
    """Return the break-glass that opens a record to the viewer, where nothing else does."""
    only = relationships(viewer=viewer, record=record).keys() == {KIND}
    return _held(viewer=viewer).glass.get(record.scope) if only else None


def _held(*, viewer: Viewer) -> Held:
    """Return what is granted now, read once an act and again when one changes."""
    acting = identity.current()
    if viewer.within is not None:
        return Held(scopes={viewer.within: {OWN: MOST, REFERRER: MOST}})
    kept = acting.remembered.setdefault(GRANTS, {})
    if viewer.account_id not in kept:
        with connection.cursor() as cursor:
            cursor.execute(OPEN, {"account": viewer.account_id, "now": acting.now})
            kept[viewer.account_id] = _by_scope_and_seal(viewer, cursor.fetchall())
    found: Held = kept[viewer.account_id]
    return found


def _by_scope_and_seal(viewer: Viewer, granted: list[tuple[Any, ...]]) -> Held:
    held = Held(scopes={viewer.account_id: {OWN: MOST}})
    for scope, seal, kind, level, source, ends_at in granted:
        opened = held.scopes.setdefault(scope, {})
        opened[kind] = max(level, opened.get(kind, 0))
        if seal:
            stores = held.seals.setdefault(seal, {})
            stores[kind] = max(level, stores.get(kind, 0))
        if kind == KIND:
            held.glass[scope] = Through(glass=source.removeprefix(SOURCE), ends_at=ends_at)
    return held


def let_in(*, viewer: Viewer) -> bool:
    """Return whether the viewer is named on any sealed record: who is on none need not be asked."""
    return bool(_held(viewer=viewer).seals)


def forget() -> None:
    """Read the grants anew when they are next asked for: one was given or ended."""
    identity.current().remembered.pop(GRANTS, None)
