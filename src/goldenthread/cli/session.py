"""What a command needs before it touches records: the database up, Django loaded."""

import contextlib
import os
from collections.abc import Iterator

from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases, home
from goldenthread.records.postgresql import server, stamp


@contextlib.contextmanager
def database() -> Iterator[None]:
    """Keep the embedded server up for the block, where this installation runs one."""
    if not databases.is_embedded():
        yield
        return
    if not server.exists(home.folder()):
        raise Refusal(f"Nothing is set up in {home.folder()}: run goldenthread setup first.")
    with server.held(home.folder()):
        yield


@contextlib.contextmanager
def opened(*, role: str = "gt_web") -> Iterator[None]:
    """Keep the database up and Django loaded, signed in as a role, for the block."""
    with database():
        load(role=role)
        yield


def load(*, role: str = "gt_web") -> None:
    """Load Django; the role is what its own connection signs in as."""
    import django

    os.environ["GOLDENTHREAD_DATABASE_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
    django.setup()


def is_set_up() -> bool:
    """Whether this folder or environment has casework of its own, set up or being served."""
    return not databases.is_embedded() or server.exists(home.folder())


def require_demonstration(*, doing: str) -> None:
    """Refuse what only a demonstration may do."""
    if home.mode() != stamp.DEMONSTRATION:
        raise Refusal(f"{home.folder()} is a live service: it cannot {doing}.")
