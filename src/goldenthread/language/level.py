"""The levels at which somebody may see a record, and what each is called."""

from enum import IntEnum


class Level(IntEnum):
    """How much of a record a relationship opens; each level opens what those below it do.

    A field class says the level it is shown from. Level 5 is a sealed record, opened by being named
    on its access list and by nothing else.
    """

    NOTHING = 0
    STUB = 1
    SUMMARY = 2
    SHARED = 3
    FULL = 4
    SEALED = 5

    @property
    def title(self) -> str:
        """What the level is called."""
        return TITLES[self]


TITLES = {
    Level.NOTHING: "Nothing",
    Level.STUB: "Stub",
    Level.SUMMARY: "Summary",
    Level.SHARED: "Shared set",
    Level.FULL: "Full record",
    Level.SEALED: "Sealed, by name",
}
