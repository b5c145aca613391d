"""Fixtures every kind of test shares.

A test that needs records asks for `db` (one transaction as the web role, rolled back) or for
`transactional_db` (real commits, emptied afterwards through the owner). The cursors below commit,
so they bring `transactional_db` with them.
"""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import database as test_database


@pytest.fixture(scope="session")
def database(django_db_blocker: pytest.FixtureRequest) -> Iterator[test_database.Database]:
    """This process's own database, set up as any other is."""
    with django_db_blocker.unblock(), test_database.made() as made:
        yield made


@pytest.fixture(scope="session")
def django_db_setup(database, django_db_blocker) -> Iterator[None]:
    """Point Django at this process's database as the web role; Django makes none of its own."""
    from django.db import connections

    from goldenthread.records.postgresql import address

    with django_db_blocker.unblock():
        default = connections["default"]
        default.close()
        default.settings_dict.update(address.for_django(database.url("gt_web")))
        _empty_through_the_owner(type(default.ops), database)
        yield
        connections.close_all()


def _empty_through_the_owner(operations: type, database: test_database.Database) -> None:
    """Have `transactional_db` empty tables as the owner: the web role may truncate nothing."""
    operations.sql_flush = lambda *_args, **_kwargs: []
    operations.execute_sql_flush = lambda *_args, **_kwargs: database.empty()


@pytest.fixture
def owner_cursor(database, transactional_db) -> Iterator[psycopg.Cursor]:
    """A superuser's cursor: sees and may do everything, each statement committed at once."""
    with psycopg.connect(database.owner, autocommit=True) as connection:
        yield connection.cursor()


@pytest.fixture
def loader_cursor(database, transactional_db) -> Iterator[psycopg.Cursor]:
    """The loader's cursor: past row security, each statement committed at once."""
    with psycopg.connect(database.url("gt_loader"), autocommit=True) as connection:
        yield connection.cursor()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own."""
    monkeypatch.setenv("GOLDENTHREAD_HOME", str(tmp_path))
    return tmp_path
