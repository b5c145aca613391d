"""What was begun and waits for the directory's answer, kept in the session of who began it."""

import secrets
import time
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest

from goldenthread.web.sign_in.openid.provider import STALE, NotSignedIn

KEY = "gt-openid"
LASTS = 600  # seconds
MOST = 5


@dataclass(frozen=True, kw_only=True)
class Begun:
    """One sign-in begun: at whose directory, its secrets, where it goes on, whom it is to join."""

    agency: str
    nonce: str
    verifier: str
    goes_on: str
    joins: str
    at: int


def begin(request: HttpRequest, *, agency: str, goes_on: str, joins: str = "") -> tuple[str, Begun]:
    """Keep a new one in the session; return its state and what is kept."""
    state = secrets.token_urlsafe(32)
    begun = Begun(
        agency=agency,
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(48),
        goes_on=goes_on,
        joins=joins,
        at=int(time.time()),
    )
    kept = _kept(request)
    newest = sorted(kept.items(), key=lambda pair: pair[1]["at"])[-(MOST - 1) :]
    request.session[KEY] = {**dict(newest), state: asdict(begun)}
    return state, begun


def take(request: HttpRequest, *, state: str, agency: str) -> Begun:
    """Return what was begun with this state, once; raises NotSignedIn.

    One begun at another agency's directory is nobody's: answers must not be mixed up.
    """
    kept = _kept(request)
    found = kept.pop(state, None)
    request.session[KEY] = kept
    if found is None or time.time() - found["at"] > LASTS:
        raise NotSignedIn(STALE, why="the state is unknown, used or old")
    begun = Begun(**found)
    if begun.agency != agency:
        raise NotSignedIn(STALE, why="the state is of another agency's directory")
    return begun


def _kept(request: HttpRequest) -> dict[str, Any]:
    return dict(request.session.get(KEY) or {})
