"""The session ends by itself half an hour after the last request, sooner for the farthest reach.

Django ends it twelve hours after sign-in whatever happens (SECURITY P16).
"""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

LAST_SEEN = "last_seen"
# Written at most once a minute: a page of twenty requests is one write, not twenty.
COARSE = 60


class IdleMiddleware:
    """Signs out whoever has been away too long, before any view runs. Drafts are on the server."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, as nobody if the session has been idle too long."""
        if request.user.is_authenticated:
            present = int(time.time())
            last = request.session.get(LAST_SEEN, present)
            if present - last > allowed(role=getattr(request.user, "role", "")):
                request.session.flush()
                return self.get_response(_signed_out(request))
            if present - last > COARSE or LAST_SEEN not in request.session:
                request.session[LAST_SEEN] = present
        return self.get_response(request)


def allowed(*, role: str) -> int:
    """Return how many idle seconds a role is given."""
    return int(settings.SESSION_IDLE_BY_ROLE.get(role, settings.SESSION_IDLE_SECONDS))


def _signed_out(request: HttpRequest) -> HttpRequest:
    from django.contrib.auth.models import AnonymousUser

    request.user = AnonymousUser()
    return request
