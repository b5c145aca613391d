"""Ends a session whose time is up, before any view runs."""

import time
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from goldenthread.web.sign_in import leaving, session

# Asking how long is left is not being here, and ends nothing: what is written can still be kept.
ASKS = "session-time"


class SessionMiddleware:
    """Signs out whoever has been away too long, before any view runs; what they sent is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; `process_view` decides once the page and its token are known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Return the way to sign in again, or None while the session lasts."""
        if not request.user.is_authenticated or request.resolver_match.url_name == ASKS:
            return None
        present = int(time.time())
        if session.left(request, present=present) < 0:
            return self._ended(request, view)
        session.seen(request, present=present)
        return None

    def _ended(self, request: HttpRequest, view: object) -> HttpResponse | None:
        after = leaving.keep_words(request)
        request.session.flush()
        request.user = AnonymousUser()
        if not getattr(view, "login_required", True) and request.method != "POST":
            return None
        return redirect_to_login(after)
