"""Where a database is: PostgreSQL URLs, read once and handed on as what each library wants."""

from typing import Any
from urllib.parse import quote, urlencode

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

LOOPBACK = frozenset({"", "localhost", "127.0.0.1", "::1"})


class Unreadable(ValueError):
    """The URL is not one PostgreSQL understands."""


def parts(url: str) -> dict[str, Any]:
    """Return a URL's parts under libpq's own names (dbname, user, host ...); raises Unreadable."""
    if not url.startswith(("postgresql://", "postgres://")):
        raise Unreadable("A database URL begins postgresql://, like postgresql://user@host/name.")
    try:
        return dict(conninfo_to_dict(url))
    except ProgrammingError as problem:
        raise Unreadable(f"The database URL cannot be read: {problem}") from problem


def changed(url: str, *, database: str = "", role: str = "") -> str:
    """Return the URL of another database on the same server, or of another role on it.

    Another role's URL carries no password: it is not the first one's to give.
    """
    told = parts(url)
    if role:
        told = {**told, "user": role, "password": ""}
    user, password = quote(str(told.pop("user", ""))), quote(str(told.pop("password", "")))
    name = quote(database or str(told.get("dbname", "")))
    told.pop("dbname", None)
    who = f"{user}:{password}" if password else user
    # quote, not the plus signs of a form: PostgreSQL reads %20 as a space and + as a plus.
    return f"postgresql://{who}@/{name}?{urlencode(told, quote_via=quote)}"


def is_local(url: str) -> bool:
    """Whether the server is on this machine: a socket or a loopback address."""
    hosts = str(parts(url).get("host", "")).split(",")
    return all(host in LOOPBACK or host.startswith(("/", "@")) for host in hosts)


def for_django(url: str) -> dict[str, Any]:
    """Return the DATABASES entry for a URL; what Django has no name for goes to OPTIONS."""
    rest = parts(url)
    named = {
        "NAME": rest.pop("dbname", ""),
        "USER": rest.pop("user", ""),
        "PASSWORD": rest.pop("password", ""),
        "HOST": rest.pop("host", ""),
        "PORT": str(rest.pop("port", "")),
    }
    return {"ENGINE": "django.db.backends.postgresql", **named, "OPTIONS": rest}
