"""Files of notifications: read by their kind and received whole, or refused with every fault."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from goldenthread.access.viewer import Viewer
from goldenthread.actions import notifications
from goldenthread.actions.notifications import Received
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import feed, text
from goldenthread.language.feed import Fault, Piece, Unfit

MOST_BYTES = 5_000_000


def receive(*, by: Viewer, name: str, content: bytes, at: datetime) -> tuple[Received, ...]:
    """Receive a file named `.csv` or `.json`, in UTF-8; raises Denied, Unfit with every fault."""
    return notifications.receive_all(by=by, pieces=_pieces(name, content, at=at), at=at)


def _pieces(name: str, content: bytes, *, at: datetime) -> tuple[Piece, ...]:
    form, on = catalogue.instrument(notifications.FORM), london_date(at)
    if len(content) > MOST_BYTES:
        raise _unfit(f"It is larger than {MOST_BYTES // 1_000_000} MB: send it in parts")
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _unfit("It is not in UTF-8: save it as CSV UTF-8 and send it again") from None
    if not name.lower().endswith(".json"):
        return feed.of_csv(form, words, together_by="police_reference", on=on)
    try:
        sent = json.loads(words, object_pairs_hook=_once, parse_constant=_no_number)
        return feed.of_json(form, sent, on=on)
    except Unfit:
        raise
    # Nested without end, or a number of thousands of figures, is not JSON that is meant.
    except (ValueError, RecursionError):
        raise _unfit("It is not JSON that can be read: check it and send it again") from None


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a field given twice: which of the two was meant nobody can tell."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            said = text.storable(key)[:60]
            raise Unfit(Fault(place="File", field=said, says="It is given twice: leave one out"))
        found[key] = value
    return found


def _no_number(name: str) -> float:
    raise _unfit(f"{name} is not a number: leave it out or say not known")


def _unfit(says: str) -> Unfit:
    return Unfit(Fault(place="File", field="", says=says))
