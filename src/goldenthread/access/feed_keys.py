"""Feed keys: whose system is asking, proved by a key that was given to its agency.

A key is 256 bits of chance, so one round of SHA-256 is enough at rest: there is nothing to guess.
"""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from goldenthread.access import services
from goldenthread.access import viewer as viewers
from goldenthread.access.viewer import Viewer
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.feed_key import FeedKey

SERVICE = "police-feed"
# What a key begins with, so that one left lying about is recognised for what it is.
MARK = "gtfeed_"


@dataclass(frozen=True, kw_only=True)
class Holder:
    """The system that proved itself: its key, by id and name, and the agency it was given to."""

    key_id: UUID
    name: str
    agency: Agency

    def __str__(self) -> str:
        return str(self.key_id)


def new() -> str:
    """Return a new key. It is shown once and never kept."""
    return f"{MARK}{secrets.token_urlsafe(32)}"


def hashed(key: str) -> str:
    """Return what is kept of a key."""
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()


def holder(*, key: str, now: datetime) -> Holder | None:
    """Return whose key this is, or None where it is nobody's, has not begun or has ended."""
    found = FeedKey.objects.select_related("agency").filter(hashed=hashed(key)).first()
    if found is None or found.starts_at > now:
        return None
    if found.ends_at is not None and found.ends_at <= now:
        return None
    return Holder(key_id=found.pk, name=found.name, agency=found.agency)


def account_id() -> UUID:
    """Return the account a feed acts as."""
    return services.account_id(SERVICE)


def speaking_for(*, agency: Agency, now: datetime) -> Viewer:
    """Return the feed's service writing for this agency. Asked while it is acting."""
    by = viewers.of(Account.objects.get(pk=account_id()), now=now)
    return replace(by, agency_id=agency.pk, agency_name=agency.name, agency_kind=agency.kind)
