"""The session of a guest: whose submission this browser may open, and how far it may go.

A guest signs in to nothing. The session names one guest, at one stage, for half an hour idle.
"""

import time
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

KEY = "guest"
# Writing it and having just sent it; having come by a link to what was sent; having given the code.
WRITE, CODE, READ = "write", "code", "read"


def enter(request: HttpRequest, guest_id: UUID, *, stage: str) -> None:
    """Open one guest's submission in this browser, under a session key nobody knew before."""
    request.session.cycle_key()
    request.session[KEY] = {"id": str(guest_id), "stage": stage, "seen": int(time.time())}


def leave(request: HttpRequest) -> None:
    """Forget in this browser whose submission it opened."""
    request.session.pop(KEY, None)


def of(request: HttpRequest) -> tuple[UUID, str] | None:
    """Return the guest and their stage, or None; somebody signed in is no guest."""
    held = request.session.get(KEY)
    if request.user.is_authenticated or held is None:
        return None
    present = int(time.time())
    if present - held["seen"] > settings.SESSION_IDLE_SECONDS:
        leave(request)
        return None
    if present - held["seen"] > 60:
        request.session[KEY] = {**held, "seen": present}
    return UUID(held["id"]), held["stage"]
