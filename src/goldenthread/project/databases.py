"""Which database each part of the service signs in to, and as whom."""

import os
from typing import Any

from goldenthread.project import home
from goldenthread.records.postgresql import address, roles, server

VARIABLES = {role.name: role.variable for role in roles.SIGN_IN}


class Missing(ValueError):
    """A database was given for one role and not for another that is needed."""


def is_embedded() -> bool:
    """Whether this installation runs PostgreSQL itself: nobody gave it a DATABASE_URL."""
    return not os.environ.get("DATABASE_URL")


def url(role: str = "gt_web") -> str:
    """Return the URL a role signs in with; raises Missing when only the others' were given."""
    variable = VARIABLES[role]
    given = os.environ.get(variable)
    if given:
        return given
    if is_embedded():
        return server.url(home.folder(), role=role)
    raise Missing(
        f"DATABASE_URL is set and {variable} is not: give the same database's URL as {role}."
    )


def given() -> dict[str, str]:
    """Return the URLs the environment gives, by variable."""
    return {name: os.environ[name] for name in VARIABLES.values() if os.environ.get(name)}


def entry(role: str, *, pooled: bool) -> dict[str, Any]:
    """Return Django's DATABASES entry for a role.

    The pool keeps one connection warm and never more than eight in a process; each is handed back
    when the request ends, and `acting` sets the identity for one transaction only.
    """
    found = address.for_django(url(role))
    found["CONN_MAX_AGE"] = 0
    if pooled:
        found["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
    return found
