"""A hash of each table's rows, whatever order they lie in."""

import hashlib

import psycopg
from psycopg import sql

# These change without any record changing: who looked, what is half typed, who is signed in, when
# the database was made.
LEFT_OUT = (
    "gt_trail",  # and its batches
    "gt_watch",  # how far it was watched
    "gt_draft",
    "gt_guest_pass",
    "gt_tally",
    "gt_setup",
    "gt_stamp",
    "django_migrations",
    "django_session",
    "axes_",
    "procrastinate_",
)


def of(url: str) -> dict[str, str]:
    """Return table -> SHA-256 of its rows, read in one snapshot by a role past row security."""
    with psycopg.connect(url) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        found = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        )
        names = [name for (name,) in found.fetchall() if not name.startswith(LEFT_OUT)]
        return {name: _hash(connection, name) for name in names}


def _hash(connection: psycopg.Connection, table: str) -> str:
    rows = sql.SQL('COPY (SELECT r::text FROM {} r ORDER BY r::text COLLATE "C") TO STDOUT')
    digest = hashlib.sha256()
    with connection.cursor().copy(rows.format(sql.Identifier(table))) as copied:
        for part in copied:
            digest.update(part)
    return digest.hexdigest()
