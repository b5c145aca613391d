"""The test database: made once by the same set-up as any other, copied for each run, dropped after.

It lies on an embedded server under var/test, or on the server GOLDENTHREAD_TEST_OWNER_URL names,
which must let its roles in without a password. Each process that runs tests has a copy of its own.
"""

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from goldenthread.actions import establish
from goldenthread.cli import installation
from goldenthread.records.postgresql import address, fingerprint, roles, server, stamp

HOME = Path(__file__).resolve().parent.parent / "var" / "test"
TEMPLATE = "gt_template_"
COPY = "gt_test_"
# What set-up wrote and no test may change.
KEPT = {"gt_stamp", "gt_setup", "django_migrations", "django_content_type", "auth_permission"}


@dataclass(kw_only=True)
class Database:
    """One process's copy: its name, the owner's URL, and what was in it before any test."""

    name: str
    owner: str
    seeds: dict[str, bytes] = field(default_factory=dict)

    def url(self, role: str) -> str:
        """Return the URL of this copy as one of the roles."""
        return address.changed(self.owner, role=role)

    def remember(self) -> None:
        """Keep the rows set-up made, so that emptying puts them back."""
        with psycopg.connect(self.owner) as connection:
            for table in self._tables(connection):
                copy = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))
                with connection.cursor().copy(copy) as rows:
                    self.seeds[table] = b"".join(bytes(part) for part in rows)

    def empty(self) -> None:
        """Put every table back as set-up left it, through the owner, who is past all policies."""
        with psycopg.connect(self.owner) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute("SET lock_timeout = '10s'")
            for table, rows in self.seeds.items():
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
                if rows:
                    copy = sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))
                    with connection.cursor().copy(copy) as into:
                        into.write(rows)

    @staticmethod
    def _tables(connection: psycopg.Connection) -> list[str]:
        found = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        )
        return [name for (name,) in found.fetchall() if name not in KEPT]


@contextlib.contextmanager
def made() -> Iterator[Database]:
    """Give this process a database of its own for as long as the block runs."""
    with _server() as owner:
        name = f"{COPY}{os.getpid()}"
        template = f"{TEMPLATE}{_version()}"
        with _one_at_a_time():
            _make_template(owner, template=template)
            _copy(owner, template=template, name=name)
        database = Database(name=name, owner=address.changed(owner, database=name))
        database.remember()
        try:
            yield database
        finally:
            _drop(owner, name=name)


def _version() -> str:
    """Return what tells this version's template: its tables, and who set-up establishes in them."""
    said = fingerprint.expected().encode() + Path(establish.__file__).read_bytes()
    return hashlib.sha256(said).hexdigest()[:12]


@contextlib.contextmanager
def _server() -> Iterator[str]:
    """Yield the owner's URL, starting the embedded server unless another is named."""
    given = os.environ.get("GOLDENTHREAD_TEST_OWNER_URL")
    if given:
        yield given
        return
    HOME.mkdir(parents=True, exist_ok=True)
    with server.held(HOME):
        yield server.url(HOME, database="postgres")


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    HOME.mkdir(parents=True, exist_ok=True)
    with (HOME / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_template(owner: str, *, template: str) -> None:
    """Set the template up unless this version of it is there, and drop what older runs left."""
    for name in _databases(owner):
        if name.startswith(TEMPLATE) and name != template:
            _drop(owner, name=name)
        if name.startswith(COPY) and not psutil.pid_exists(int(name.removeprefix(COPY))):
            _drop(owner, name=name)
    url = address.changed(owner, database=template)
    if template not in _databases(owner) or not fingerprint.is_current(url):
        installation.set_up(owner_url=url, kind=stamp.DEMONSTRATION)


def _copy(owner: str, *, template: str, name: str) -> None:
    with psycopg.connect(
        address.changed(owner, database="postgres"), autocommit=True
    ) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
        roles.settle(connection, database=name)


def _databases(owner: str) -> list[str]:
    with psycopg.connect(address.changed(owner, database="postgres")) as connection:
        return [name for (name,) in connection.execute("SELECT datname FROM pg_database")]


def _drop(owner: str, *, name: str) -> None:
    with psycopg.connect(
        address.changed(owner, database="postgres"), autocommit=True
    ) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )
