"""Keys: the permanent names of declarations and questions.

Records are kept by them, so a key never goes: docs/reference/keys.txt lists every one there was. A
declaration that takes over from another names its key in `formerly`.
"""

import re
from collections.abc import Iterable

_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_FIELD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def must_be_key(*keys: str) -> None:
    """A declaration's key is lower-case words joined by hyphens, and so is each it had before.

    Raises ValueError.
    """
    _must_match(_KEY, keys, "a key", "hyphens")


def must_be_field(*keys: str) -> None:
    """A question's key is lower-case words joined by underscores, and so is each it had before.

    It names a form field and a column, and hyphens there part it from its row and its pieces.
    Raises ValueError.
    """
    _must_match(_FIELD, keys, "a field", "underscores")


def must_be_unique(names: Iterable[str], *, within: str) -> None:
    """No name may be there twice. Raises ValueError."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"{name!r} is declared twice in {within}: give one another key.")
        seen.add(name)


def _must_match(pattern: re.Pattern[str], keys: tuple[str, ...], what: str, joined_by: str) -> None:
    for key in keys:
        if not pattern.fullmatch(key):
            raise ValueError(
                f"{key!r} cannot be {what}: use lower-case words joined by {joined_by}."
            )
    if keys[0] in keys[1:]:
        raise ValueError(f"{keys[0]!r} cannot be its own former key: leave it out of formerly.")
