"""A look: what one verb on the trail is called by somebody who asks who looked."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Look:
    """A verb, what was done in words, and what for.

    One that `opens` shows one record; any other shows a list, or none.
    """

    verb: str
    did: str
    purpose: str
    opens: bool = False
