"""Breaking the glass: what somebody refused for want of a relationship may be offered instead.

One child, to be looked at, for an hour. Each look through it says so on the trail, and on the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from goldenthread.access.viewer import Viewer
from goldenthread.content.need_to_know import grants_given
from goldenthread.records.postgresql import identity

VERB = "break-glass.open"
KIND = grants_given.break_glass.key
SOURCE = f"{KIND}:"
NOTED = "break-glass"
WANTING = "no-relationship"


@dataclass(frozen=True, kw_only=True)
class Through:
    """One break-glass a record is seen through, and when it ends."""

    glass: str
    ends_at: datetime

    def minutes_left(self, now: datetime) -> int:
        """Return the minutes left, the one begun with them."""
        return max(0, -int((now - self.ends_at).total_seconds() // 60))


def offered(*, viewer: Viewer, reason: str) -> bool:
    """Return whether the viewer may break the glass after a refusal for this reason."""
    return reason == WANTING and VERB in viewer.may


def note(through: Iterable[Through]) -> None:
    """Keep through what a record was just opened, where nothing else opens it."""
    noted = identity.current().remembered.setdefault(NOTED, {})
    noted.update({each.glass: each for each in through})


def seen_through() -> tuple[Through, ...]:
    """Return every break-glass something was seen through in this act; none outside of one."""
    try:
        noted = identity.current().remembered.get(NOTED, {})
    except identity.NobodyActing:
        return ()
    return tuple(noted.values())


def said() -> str:
    """Return what a trail row of this act says of it: "break-glass:" and the id of each."""
    return " ".join(sorted(f"{SOURCE}{each.glass}" for each in seen_through()))
