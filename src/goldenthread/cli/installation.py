"""Making an installation: its database, its named services, its home folder. Safe to repeat."""

import secrets
from pathlib import Path

import psycopg

from goldenthread.project import databases, home


def furnish(*, kind: str) -> None:
    """Make the home folder, say in it what it is, and give a demonstration a signing key."""
    home.folder().mkdir(parents=True, exist_ok=True)
    home.remember(kind)
    if kind == "demonstration" and not home.secret().exists():
        _write_privately(home.secret(), secrets.token_urlsafe(64))


def _write_privately(file: Path, text: str) -> None:
    file.touch(mode=0o600)
    file.write_text(text)


def set_up(*, owner_url: str, kind: str) -> None:
    """Set the database up and establish its services. Django must be loaded already.

    Raises setup.Refused, roles.NotAllowed or psycopg.OperationalError.
    """
    from goldenthread.actions import establish
    from goldenthread.records.postgresql import setup

    setup.set_up(owner_url=owner_url, kind=kind, urls=databases.given())
    with psycopg.connect(owner_url) as connection:
        establish.all_services(connection.cursor())
