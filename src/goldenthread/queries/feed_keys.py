"""The keys other agencies' systems send with: whose, and until when. Never a key or its hash."""

from dataclasses import dataclass
from datetime import datetime

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.records.feed_key import FeedKey


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One key, by the name it was given. `state` is "not yet", "in use" or "ended"."""

    name: str
    agency: str
    starts_at: datetime
    ends_at: datetime | None
    state: str


def listed(*, viewer: Viewer, now: datetime) -> tuple[Listed, ...]:
    """Return every key, the newest first; raises Denied."""
    decision.require(viewer=viewer, verb="system.read")
    return every(now=now)


def every(*, now: datetime) -> tuple[Listed, ...]:
    """Return every key, the newest first, for the command line."""
    found = FeedKey.objects.select_related("agency").order_by("-starts_at", "name")
    return tuple(
        Listed(
            name=key.name,
            agency=key.agency.name,
            starts_at=key.starts_at,
            ends_at=key.ends_at,
            state=_state(key, now),
        )
        for key in found.defer("hashed")
    )


def _state(key: FeedKey, now: datetime) -> str:
    if key.ends_at is not None and key.ends_at <= now:
        return "ended"
    return "not yet" if key.starts_at > now else "in use"
