"""The stamp: a database is a demonstration or it is live, said once and never changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

DEMONSTRATION = "demonstration"
LIVE = "live"

_TABLE = """
CREATE TABLE IF NOT EXISTS gt_stamp (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    kind text NOT NULL CHECK (kind IN ('demonstration', 'live')),
    stamped_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS gt_setup (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    fingerprint text NOT NULL,
    set_up_at timestamptz NOT NULL DEFAULT now()
);
CREATE OR REPLACE FUNCTION gt_stamp_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the stamp of a database is never changed';
END $$;
CREATE OR REPLACE TRIGGER gt_stamp_stays BEFORE UPDATE OR DELETE ON gt_stamp
    FOR EACH ROW EXECUTE FUNCTION gt_stamp_stays();
CREATE OR REPLACE TRIGGER gt_stamp_is_not_emptied BEFORE TRUNCATE ON gt_stamp
    FOR EACH STATEMENT EXECUTE FUNCTION gt_stamp_stays();
"""


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What a database is, and since when (an aware datetime)."""

    kind: str
    at: datetime


def make_tables(cursor: Any) -> None:
    """Create the stamp's table, its guards, and the row that says which version set it up."""
    cursor.execute(_TABLE)


def let_read(cursor: Any) -> None:
    """Let every role that signs in read what this database is."""
    everybody = "gt_web, gt_worker, gt_loader, gt_extract, gt_sealer"
    cursor.execute(f"GRANT SELECT ON gt_stamp, gt_setup TO {everybody}")


def read(cursor: Any) -> Stamp | None:
    """Return the stamp, or None where the database was never set up."""
    cursor.execute("SELECT to_regclass('public.gt_stamp')")
    if cursor.fetchone()[0] is None:
        return None
    cursor.execute("SELECT kind, stamped_at FROM gt_stamp")
    row = cursor.fetchone()
    return None if row is None else Stamp(kind=row[0], at=row[1])


def write(cursor: Any, *, kind: str) -> None:
    """Stamp a database that has none yet."""
    cursor.execute("INSERT INTO gt_stamp (kind) VALUES (%s) ON CONFLICT DO NOTHING", [kind])


def fingerprint(cursor: Any) -> str:
    """Return what set this database up last, or "" where nothing has."""
    cursor.execute("SELECT to_regclass('public.gt_setup')")
    if cursor.fetchone()[0] is None:
        return ""
    cursor.execute("SELECT fingerprint FROM gt_setup")
    row = cursor.fetchone()
    return str(row[0]) if row else ""


def write_fingerprint(cursor: Any, *, fingerprint: str) -> None:
    """Record which version of migrations and grants the database now has."""
    cursor.execute(
        "INSERT INTO gt_setup (fingerprint) VALUES (%s) "
        "ON CONFLICT (one) DO UPDATE SET fingerprint = EXCLUDED.fingerprint, set_up_at = now()",
        [fingerprint],
    )
