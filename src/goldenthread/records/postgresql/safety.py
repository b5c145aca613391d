"""What must be true of a database before anything is served from it (SECURITY P2, P10, 2.4)."""

from typing import Any

from goldenthread.records.postgresql import address, stamp

# With any of these off, a write that was acknowledged may be lost in a crash.
DURABLE = ("fsync", "full_page_writes", "synchronous_commit", "data_checksums")

# Every table with a scope is about somebody, but for the grants: the policies read those.
_UNGUARDED = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'scope' AND NOT a.attisdropped
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname LIKE 'gt\\_%'
  AND c.relname <> 'gt_grant'
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1
"""
# A view reads as its owner unless it says otherwise; a materialised view keeps rows for everybody.
_OPEN_VIEWS = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND NOT EXISTS (
  SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  AND (c.relkind = 'm' OR (c.relkind = 'v' AND NOT coalesce(
    c.reloptions::text[] && ARRAY['security_invoker=true', 'security_invoker=on'], false)))
ORDER BY 1
"""
_POWERS = """
SELECT r.rolname, r.rolsuper, r.rolbypassrls, pg_has_role(r.oid, 'gt_owner', 'MEMBER'),
  EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid)
FROM pg_roles r WHERE r.rolname = current_user
"""


class Unsafe(RuntimeError):
    """Serving from this database would be unsafe; the message lists every reason."""


def refuse(cursor: Any, *, demonstration: bool, bind: str = "", url: str = "") -> None:
    """Raise Unsafe, naming every reason at once, unless the database may be served from."""
    found = problems(cursor, demonstration=demonstration, bind=bind, url=url)
    if found:
        raise Unsafe("Golden Thread will not start. " + " ".join(found))


def problems(cursor: Any, *, demonstration: bool, bind: str = "", url: str = "") -> list[str]:
    """Return what is wrong, one plain sentence each.

    `bind` is the address to be listened on, `url` the database's, where they are known.
    """
    return [
        *_stamp(cursor, demonstration=demonstration, bind=bind),
        *_way_there(url, demonstration=demonstration),
        *_durability(cursor),
        *_powers(cursor),
        *_row_security(cursor),
    ]


def _stamp(cursor: Any, *, demonstration: bool, bind: str) -> list[str]:
    stamped = stamp.read(cursor)
    if stamped is None:
        return ["The database has not been set up: run goldenthread setup."]
    found = []
    if demonstration and stamped.kind != stamp.DEMONSTRATION:
        found.append("The settings are the demonstration's, and the database is live.")
    if not demonstration and stamped.kind != stamp.LIVE:
        found.append("The settings are live, and the database is a demonstration.")
    if demonstration and bind not in address.LOOPBACK:
        found.append(f"A demonstration listens on this machine only, not on {bind}.")
    return found


def _way_there(url: str, *, demonstration: bool) -> list[str]:
    if demonstration or not url or address.is_local(url):
        return []
    if address.parts(url).get("sslmode") == "verify-full":
        return []
    return ["The database is on another machine: add ?sslmode=verify-full to its URL."]


def _durability(cursor: Any) -> list[str]:
    cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(DURABLE)])
    settings = dict(cursor.fetchall())
    return [
        f"PostgreSQL runs with {name} {settings.get(name, 'unknown')}: turn it on."
        for name in DURABLE
        if settings.get(name) in (None, "off")
    ]


def _powers(cursor: Any) -> list[str]:
    cursor.execute(_POWERS)
    name, superuser, bypasses, is_owner, owns = cursor.fetchone()
    powers = {
        "is a superuser": superuser,
        "bypasses row security": bypasses,
        "is a member of gt_owner": is_owner,
        "owns tables": owns,
    }
    held = [power for power, has in powers.items() if has]
    return [f"The role {name} {' and '.join(held)}: sign in as gt_web."] if held else []


def _row_security(cursor: Any) -> list[str]:
    cursor.execute(_UNGUARDED)
    tables = [name for (name,) in cursor.fetchall()]
    cursor.execute(_OPEN_VIEWS)
    views = [name for (name,) in cursor.fetchall()]
    found = []
    if tables:
        found.append(f"Row security is not enabled and forced on {', '.join(tables)}.")
    if views:
        found.append(f"These views do not read as the person asking: {', '.join(views)}.")
    return found
