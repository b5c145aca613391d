"""Who is acting: the identity PostgreSQL's row security reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction


class NobodyActing(RuntimeError):
    """Raised when records are asked for and no identity is set: never an empty answer."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """An account acting at a moment for a purpose.

    `remembered` is what a room above has read once for this act; it ends with the act.
    """

    account_id: UUID
    now: datetime
    purpose: str
    remembered: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)


_acting: ContextVar[Identity | None] = ContextVar("acting", default=None)


def current() -> Identity:
    """Return who is acting; raises NobodyActing when nobody is."""
    identity = _acting.get()
    if identity is None:
        raise NobodyActing("Nobody is acting, so no record may be read or written.")
    return identity


@contextmanager
def acting(account_id: UUID, *, now: datetime, purpose: str) -> Iterator[Identity]:
    """Act as `account_id` inside one transaction, or a savepoint of the one already open.

    The identity is set for this transaction only (`set_config(..., true)`), so that nothing is left
    on a pooled connection, and the identity outside, or that there was none, is put back when a
    nested one ends. `now` is the moment by which grants and seats are judged. An exception undoes
    what was done inside.
    """
    outer, joins = _acting.get(), connection.in_atomic_block
    identity = Identity(account_id=account_id, now=now, purpose=purpose)
    with transaction.atomic():
        _tell_database(identity)
        token = _acting.set(identity)
        try:
            yield identity
        finally:
            _acting.reset(token)
        if joins:
            _tell_database(outer)
            # What was read before may have been changed inside.
            if outer:
                outer.remembered.clear()


def _tell_database(identity: Identity | None) -> None:
    told = [str(identity.account_id), identity.now.isoformat()] if identity else ["", ""]
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config('app.account', %s, true), set_config('app.now', %s, true)", told
        )
