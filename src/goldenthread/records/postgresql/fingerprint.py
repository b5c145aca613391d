"""Which version of migrations, grants and libraries a database was set up by.

Read without Django, so that a second start need not load it to learn there is nothing to do.
"""

import hashlib
import importlib.metadata
from pathlib import Path

import psycopg

from goldenthread.records.postgresql import stamp

LIBRARIES = ("django", "django-allauth", "django-axes", "procrastinate")


def expected() -> str:
    """Return the hash of our migrations and SQL and of the versions of libraries with tables."""
    here = Path(__file__).parent
    digest = hashlib.sha256()
    for file in sorted([*here.glob("*.py"), *(here.parent / "migrations").glob("*.py")]):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library}={importlib.metadata.version(library)}".encode())
    return digest.hexdigest()


def is_current(url: str) -> bool:
    """Whether a database answers at this URL and was set up by exactly this version."""
    try:
        with psycopg.connect(url) as connection:
            return stamp.fingerprint(connection.cursor()) == expected()
    except psycopg.OperationalError:
        return False
