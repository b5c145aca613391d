"""Giving an agency's system a key to send with, and ending one.

Done through a connection of the loader role, from the command line alone: the web role may read
what is kept of a key and make none. Each leaves a row on the trail that names no account: whoever
did it was on the server, and signed in to nothing of ours.
"""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from goldenthread.access import feed_keys, trail
from goldenthread.language import text


class NotGiven(ValueError):
    """Raised when a key cannot be given or ended; the message says why."""


LONGEST_NAME = 100
RUNNING = (
    "select id, agency_id from gt_feed_key where name = %s and (ends_at is null or ends_at > %s)"
)


def give(
    cursor: Any, *, agency: str, name: str, starts_at: datetime, ends_at: datetime | None
) -> str:
    """Keep the hash of a new key for the police agency with this key, and return the key itself.

    Raises NotGiven for an agency that is none or no police, a name in use, or an end before its
    start.
    """
    name = text.tidy(name)
    if not name or len(name) > LONGEST_NAME or not text.can_be_kept(name):
        raise NotGiven(f"Give the key a name of 1 to {LONGEST_NAME} characters.")
    if ends_at is not None and ends_at <= starts_at:
        raise NotGiven("A key must end after it starts.")
    cursor.execute("select id from gt_agency where key = %s and kind = 'police'", [agency])
    found = cursor.fetchone()
    if found is None:
        raise NotGiven(f"There is no police agency with the key {agency}.")
    # Two at once: the second waits, then sees the first.
    cursor.execute("select pg_advisory_xact_lock(hashtextextended('feed key', 0))")
    cursor.execute(RUNNING, [name, starts_at])
    if cursor.fetchone():
        raise NotGiven(f"There is a key called {name} already: end it, or choose another name.")
    key, key_id = feed_keys.new(), uuid4()
    cursor.execute(
        "insert into gt_feed_key (id, agency_id, name, hashed, starts_at, ends_at)"
        " values (%s, %s, %s, %s, %s, %s)",
        [key_id, found[0], name, feed_keys.hashed(key), starts_at, ends_at],
    )
    _trail(cursor, verb="feed-key.give", key_id=key_id, agency_id=found[0])
    return key


def end(cursor: Any, *, name: str, at: datetime) -> None:
    """End the key of this name now; raises NotGiven where none is running."""
    cursor.execute(RUNNING, [name, at])
    running = cursor.fetchone()
    if running is None:
        raise NotGiven(f"There is no key called {name} that has not ended.")
    cursor.execute(
        "update gt_feed_key set ends_at = greatest(%s, starts_at) where id = %s",
        [at, running[0]],
    )
    _trail(cursor, verb="feed-key.end", key_id=running[0], agency_id=running[1])


def _trail(cursor: Any, *, verb: str, key_id: UUID, agency_id: UUID) -> None:
    nobody, nowhere = [None, agency_id, ""], ["", "", "", ""]
    cursor.execute(
        trail.INSERT,
        [uuid4(), *nobody, verb, "feed-key", [key_id], [], "command line", "done", *nowhere],
    )
