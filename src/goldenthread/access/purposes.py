"""Why records are looked at in this act: inferred from what opens them, and kept for the trail.

Where a role may look and nothing it holds says why, whoever looks is asked.
"""

from collections.abc import Iterable

from goldenthread.content.need_to_know import purposes as declared
from goldenthread.language.need_to_know import Purpose
from goldenthread.records.postgresql import identity

NOTED = "purposes"


def note(purposes: Iterable[str]) -> None:
    """Keep what a record was just opened for."""
    found = set(purposes)
    if found:
        identity.current().remembered.setdefault(NOTED, set()).update(found)


def offered(verb: str) -> tuple[Purpose, ...]:
    """Return what somebody may say they look for, where the verb opens by no relationship."""
    return declared.ASKED.get(verb, ())


def said() -> str:
    """Return what was looked for in this act, one word each; its own where none was opened."""
    acting = identity.current()
    return " ".join(sorted(acting.remembered.get(NOTED, ()))) or acting.purpose
