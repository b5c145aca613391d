"""How much of the record one person takes away at once (SECURITY P17).

A file about more children than this takes two people. No page of ours gives one, so whatever comes
to make one is refused until it asks a second person first.
"""

from collections.abc import Collection
from uuid import UUID

from goldenthread.access.decision import Denied

MOST_ALONE = 50
NEEDS_TWO = "needs-two"


def require(*, verb: str, persons: Collection[UUID]) -> None:
    """Raise Denied for a file about so many people, as the page that made it noted them."""
    if len(persons) > MOST_ALONE:
        raise Denied(verb=verb, reason=NEEDS_TWO)
