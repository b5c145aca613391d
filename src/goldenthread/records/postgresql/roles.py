"""The database roles, what each may do, and the time limits each works under (SECURITY 2.4).

`gt_owner` owns every table and cannot sign in. `gt_web` and `gt_worker` own nothing and bypass
nothing. `gt_loader` bypasses row security because COPY needs it to; only setup and the
demonstration sign in as it. `gt_extract` reads, in read-only transactions. `gt_sealer` reads the
trail and adds batches of it. Roles belong to the whole server, not to one database, so several
databases on one server share them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from psycopg import Connection, sql

from goldenthread.records.postgresql import address

OWNER = "gt_owner"


@dataclass(frozen=True, kw_only=True)
class Role:
    """One role: the variable its URL comes in, its attributes, its limits on a database."""

    name: str
    variable: str = ""
    bypasses_row_security: bool = False
    limits: Mapping[str, str] = field(default_factory=dict)


_IMPATIENT = {"lock_timeout": "5s", "idle_in_transaction_session_timeout": "60s"}

ROLES = (
    Role(name=OWNER),
    Role(name="gt_web", variable="DATABASE_URL", limits={"statement_timeout": "30s", **_IMPATIENT}),
    Role(
        name="gt_worker",
        variable="WORKER_DATABASE_URL",
        limits={"statement_timeout": "5min", **_IMPATIENT},
    ),
    Role(name="gt_loader", variable="LOADER_DATABASE_URL", bypasses_row_security=True),
    Role(
        name="gt_extract",
        variable="EXTRACT_DATABASE_URL",
        limits={
            "statement_timeout": "30min",
            "lock_timeout": "5s",
            "default_transaction_read_only": "on",
        },
    ),
    # Verifying reads the whole trail, however long it is.
    Role(name="gt_sealer", variable="SEALER_DATABASE_URL", limits={"lock_timeout": "5s"}),
)
SIGN_IN = tuple(role for role in ROLES if role.variable)


class NotAllowed(ValueError):
    """The owner's URL, or one of the roles' URLs, cannot be used; the message says why."""


def require_superuser(connection: Connection) -> None:
    """Raise NotAllowed unless signed in as a superuser: only one may make a BYPASSRLS role."""
    mine = "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
    row = connection.execute(mine).fetchone()
    if not (row and row[0]):
        raise NotAllowed(
            "The owner's URL must sign in as a PostgreSQL superuser: setup makes the roles the "
            "service works under. The service itself never uses this URL."
        )


def create(connection: Connection, *, urls: Mapping[str, str]) -> None:
    """Make the roles that are missing, put their attributes right, and set the passwords in `urls`.

    `urls` maps a role's variable to its URL. Raises NotAllowed when a URL names another user.
    """
    for role in ROLES:
        name = sql.Identifier(role.name)
        known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role.name])
        if known.fetchone() is None:
            connection.execute(sql.SQL("CREATE ROLE {}").format(name))
        login = "LOGIN" if role.variable else "NOLOGIN"
        bypass = "BYPASSRLS" if role.bypasses_row_security else "NOBYPASSRLS"
        may = f"NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION {bypass} {login}"
        connection.execute(sql.SQL("ALTER ROLE {} {}").format(name, sql.SQL(may)))
        if urls.get(role.variable):
            _set_password(connection, role=role, url=urls[role.variable])


def _set_password(connection: Connection, *, role: Role, url: str) -> None:
    """Set the password a URL carries, hashed here so that no log of the server ever holds it."""
    given = address.parts(url)
    if given.get("user") != role.name:
        raise NotAllowed(f"{role.variable} must sign in as {role.name}, like {_example(role)}")
    password = str(given.get("password", ""))
    if password:
        hashed = connection.pgconn.encrypt_password(
            password.encode(), role.name.encode(), b"scram-sha-256"
        )
        connection.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                sql.Identifier(role.name), sql.Literal(hashed.decode())
            )
        )


def _example(role: Role) -> str:
    return f"postgresql://{role.name}:password@host/goldenthread."


def settle(connection: Connection, *, database: str) -> None:
    """Put right what is one database's own and not copied with it: who enters, for how long."""
    here = sql.Identifier(database)
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(here))
    for role in SIGN_IN:
        name = sql.Identifier(role.name)
        connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(here, name))
        for limit, value in role.limits.items():
            connection.execute(
                sql.SQL("ALTER ROLE {} IN DATABASE {} SET {} = {}").format(
                    name, here, sql.Identifier(limit), sql.Literal(value)
                )
            )
