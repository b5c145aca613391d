"""Why records are looked at in this act: inferred from what opens them, and kept for the trail."""

from collections.abc import Iterable

from goldenthread.records.postgresql import identity

NOTED = "purposes"


def note(purposes: Iterable[str]) -> None:
    """Keep what a record was just opened for."""
    found = set(purposes)
    if found:
        identity.current().remembered.setdefault(NOTED, set()).update(found)


def said() -> str:
    """Return what was looked for in this act, one word each; its own where none was opened."""
    acting = identity.current()
    return " ".join(sorted(acting.remembered.get(NOTED, ()))) or acting.purpose
