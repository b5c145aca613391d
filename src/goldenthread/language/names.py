"""Keys: the permanent names of declarations and questions."""

import re
from collections.abc import Iterable

_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_FIELD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def must_be_key(name: str) -> None:
    """A declaration's key is lower-case words joined by hyphens. Raises ValueError."""
    if not _KEY.fullmatch(name):
        raise ValueError(f"{name!r} cannot be a key: use lower-case words joined by hyphens.")


def must_be_field(name: str) -> None:
    """A question's key is lower-case words joined by underscores. Raises ValueError.

    It names a form field and a column, and hyphens there part it from its row and its pieces.
    """
    if not _FIELD.fullmatch(name):
        raise ValueError(f"{name!r} cannot be a field: use lower-case words joined by underscores.")


def must_be_unique(names: Iterable[str], *, within: str) -> None:
    """No name may be there twice. Raises ValueError."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{name!r} is declared twice in {within}: give one another key.")
        seen.add(name)
