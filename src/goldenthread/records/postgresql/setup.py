"""Setting a database up: roles, database, extensions, migrations, grants, stamp. Safe to repeat."""

from collections.abc import Mapping

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from goldenthread.records.postgresql import address, fingerprint, grants, roles, stamp

EXTENSIONS = ("btree_gist", "pg_trgm", "citext", "fuzzystrmatch", "unaccent")
# One set-up at a time on a server: roles are shared, and two would trip over each other.
LOCK = 7_204_201_809
_ALIAS = "owner"
# Grants give these to the loader at the end; a migration may replace only what its owner has.
_GIVEN_AWAY = """
SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
WHERE r.rolname = 'gt_loader' AND p.pronamespace = 'public'::regnamespace
"""


class Refused(RuntimeError):
    """The database cannot be set up as asked; the message says why and what to do."""


def set_up(*, owner_url: str, kind: str, urls: Mapping[str, str]) -> None:
    """Make or bring up to date the database the owner's URL names, and stamp it `kind`.

    `urls` maps a role's variable (DATABASE_URL ...) to its URL, for the password. Django's settings
    must be loaded. Raises Refused, roles.NotAllowed, or psycopg.OperationalError.
    """
    database = str(address.parts(owner_url).get("dbname", ""))
    if not database:
        raise Refused(
            "The owner's URL must name the database, like postgresql://host/goldenthread."
        )
    _make_database(owner_url, database=database, urls=urls)
    with psycopg.connect(owner_url, autocommit=True) as connection:
        _refuse_other_stamp(connection, kind=kind)
        _prepare(connection)
    _migrate(owner_url)
    with psycopg.connect(owner_url) as connection:
        cursor = connection.cursor()
        cursor.execute("SET LOCAL ROLE gt_owner")
        stamp.make_tables(cursor)
        cursor.execute("RESET ROLE")
        grants.apply(cursor)
        stamp.let_read(cursor)
        stamp.write(cursor, kind=kind)
        stamp.write_fingerprint(cursor, fingerprint=fingerprint.expected())


def _make_database(owner_url: str, *, database: str, urls: Mapping[str, str]) -> None:
    """Make the roles, then the database, from the server's maintenance database."""
    with psycopg.connect(
        address.changed(owner_url, database="postgres"), autocommit=True
    ) as connection:
        roles.require_superuser(connection)
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        roles.create(connection, urls=urls)
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        if known.fetchone() is None:
            connection.execute(
                sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(
                    sql.Identifier(database)
                )
            )
        roles.settle(connection, database=database)


def _refuse_other_stamp(connection: psycopg.Connection, *, kind: str) -> None:
    stamped = stamp.read(connection.cursor())
    if stamped is not None and stamped.kind != kind:
        raise Refused(
            f"This database is stamped {stamped.kind} and stays so. "
            f"To set up a {kind} one, give another database's URL."
        )


def _prepare(connection: psycopg.Connection) -> None:
    """Make what only a superuser may: the extensions, and the owner's place in the schema."""
    for (function,) in connection.execute(_GIVEN_AWAY).fetchall():
        connection.execute(f"ALTER FUNCTION {function} OWNER TO {roles.OWNER}")
    for extension in EXTENSIONS:
        connection.execute(
            sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
        )
    connection.execute("ALTER SCHEMA public OWNER TO gt_owner")
    connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")


def _migrate(owner_url: str) -> None:
    """Run every migration as `gt_owner`, so that it owns what they make."""
    entry = address.for_django(owner_url)
    entry["OPTIONS"]["assume_role"] = roles.OWNER
    connections.databases[_ALIAS] = {**connections.databases["default"], **entry}
    try:
        call_command("migrate", database=_ALIAS, verbosity=0, interactive=False)
    finally:
        connections[_ALIAS].close()
        del connections[_ALIAS]
        del connections.databases[_ALIAS]
