"""Refusing: one plain sentence on the error stream and exit code 2, never a traceback."""

import sys

DONE, FAULT, REFUSED = 0, 1, 2


class Refusal(Exception):
    """A command will not do what was asked; the message says why and what to do."""


# What the rooms below raise with a sentence for people. Named, not imported: a command that never
# loaded a room cannot have been refused by it, and loading them all would slow every command.
_SENTENCES = (
    ("goldenthread.actions.account_homes", "NotKept"),
    ("goldenthread.actions.anchors", "Broken"),
    ("goldenthread.actions.demonstration", "Refused"),
    ("goldenthread.actions.establish", "NotEstablished"),
    ("goldenthread.actions.feed_keys", "NotGiven"),
    ("goldenthread.insight.dataset", "NoSnapshot"),
    ("goldenthread.insight.importers.piece", "ImportRefused"),
    ("goldenthread.project.databases", "Missing"),
    ("goldenthread.project.home", "Unknown"),
    ("goldenthread.project.mail", "Unreadable"),
    ("goldenthread.records.postgresql.address", "Unreadable"),
    ("goldenthread.records.postgresql.roles", "NotAllowed"),
    ("goldenthread.records.postgresql.safety", "Unsafe"),
    ("goldenthread.records.postgresql.server", "Failed"),
    ("goldenthread.records.postgresql.setup", "Refused"),
    ("django.core.exceptions", "ImproperlyConfigured"),
)


def sentence(error: BaseException) -> str | None:
    """Return what to tell the person, or None when the error is a fault of ours."""
    if isinstance(error, (Refusal, *_known())):
        return " ".join(str(error).split())
    if "psycopg" in sys.modules and isinstance(error, sys.modules["psycopg"].OperationalError):
        return f"The database did not answer: {' '.join(str(error).split())}"
    if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
        return f"{error.filename}: {error.strerror}."
    return None


def _known() -> tuple[type[BaseException], ...]:
    loaded = ((sys.modules.get(module), name) for module, name in _SENTENCES)
    return tuple(getattr(module, name) for module, name in loaded if module is not None)
