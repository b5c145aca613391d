"""Chance that falls the same way every time the same story is told."""

from random import Random
from uuid import UUID


def of(*told: object) -> Random:
    """Return the chance of a story's part, named by its seed and whatever else tells it apart."""
    # Nothing secret is drawn from it: the same seed must give the same people.
    return Random(" ".join(str(each) for each in told))  # noqa: S311


def new_id(chance: Random) -> UUID:
    """Return an id that is the same whenever the same story is told."""
    return UUID(int=chance.getrandbits(128), version=4)
