"""A session ends by itself: half an hour after the last request, and twelve hours after signing in.

A quarter of an hour for those whose reach is farthest: their role says so (SECURITY P16). Django
counts its own twelve hours from the last time a session was written, so they are counted here.
"""

from django.conf import settings
from django.http import HttpRequest

from goldenthread.content import catalogue
from goldenthread.language.role import Role

LAST_SEEN, SIGNED_IN = "last_seen", "signed_in_at"
# Written at most once a minute: a page of twenty requests is one write, not twenty.
COARSE = 60


def seen(request: HttpRequest, *, present: int) -> None:
    """Note that somebody is here now, in seconds since 1970."""
    session = request.session
    session.setdefault(SIGNED_IN, present)
    if present - session.get(LAST_SEEN, 0) > COARSE:
        session[LAST_SEEN] = present


def left(request: HttpRequest, *, present: int) -> int:
    """Return how many seconds a session has before it ends if nothing more is asked."""
    session = request.session
    idle = session.get(LAST_SEEN, present) + allowed(role=request.user.role) - present
    whole = session.get(SIGNED_IN, present) + settings.SESSION_COOKIE_AGE - present
    return int(min(idle, whole))


def allowed(*, role: str) -> int:
    """Return how many idle seconds a role is given; one nobody declared is given the fewest."""
    declared = catalogue.declared(Role).get(role)
    return 60 * (declared.idle_minutes if declared else Role.FEWEST_IDLE_MINUTES)
