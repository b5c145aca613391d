"""Each layer of access taken away, so that the other is seen to hold alone (SECURITY P1, 2.5)."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db.models import FilteredRelation
from psycopg import sql

from goldenthread.access import rows
from goldenthread.records.protected import Protected

MODELS = tuple(sorted(Protected.__subclasses__(), key=lambda model: model.__name__))
TABLES = tuple(model._meta.db_table for model in MODELS)


@contextmanager
def without_row_security(owner_url: str, *, tables: Iterable[str] = TABLES) -> Iterator[None]:
    """Switch row security off in this process's own copy of the database, and back on after.

    Roles belong to the whole server: taking it from the tables rather than giving the web role
    BYPASSRLS leaves the tests beside this one alone.
    """
    _switch(owner_url, "DISABLE", tables)
    try:
        yield
    finally:
        _switch(owner_url, "ENABLE", tables)


def _switch(owner_url: str, which: str, tables: Iterable[str]) -> None:
    with psycopg.connect(owner_url) as connection:
        connection.execute("SET LOCAL lock_timeout = '5s'")
        for table in tables:
            statement = sql.SQL("ALTER TABLE {} {} ROW LEVEL SECURITY").format(
                sql.Identifier(table), sql.SQL(which)
            )
            connection.execute(statement)


@contextmanager
def without_the_application() -> Iterator[None]:
    """Have the application pass every row and every record: PostgreSQL alone decides."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rows, "visible", lambda *, viewer, rows: rows)
        patched.setattr(rows, "beside", lambda *, viewer, through: FilteredRelation(through))
        patched.setattr(rows, "sees", lambda *, viewer, record: True)
        yield
