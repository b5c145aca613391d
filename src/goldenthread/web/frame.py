"""What the frame of every page shows: who is signed in, where they may go, what day it is."""

import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csp import get_nonce
from django.template.backends.utils import csrf_input
from django.utils.functional import SimpleLazyObject

from goldenthread.access import break_glass
from goldenthread.access.viewer import Viewer
from goldenthread.project import present
from goldenthread.web import navigation
from goldenthread.web.sign_in import session


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the context every template has beside its own. The viewer is there once known."""
    viewer = getattr(request, "viewer", None)
    return {
        "csp_nonce": get_nonce(request),
        # One token a page, made when first asked for: Django's own makes another for each form.
        "csrf_input": SimpleLazyObject(lambda: csrf_input(request)),
        "viewer": viewer,
        "session_left": _left(request, viewer),
        "glass_left": _glass_left(),
        "navigation": navigation.items(viewer, request.path),
        "demonstration": settings.GOLDENTHREAD_DEMONSTRATION,
        "today": present.today(),
        "really": present.really() if settings.GOLDENTHREAD_DEMONSTRATION else None,
    }


def _glass_left() -> int | None:
    """Return the minutes left of the break-glass this page is seen through, None where by none."""
    now, through = present.now(), break_glass.seen_through()
    return min((each.minutes_left(now) for each in through), default=None)


def _left(request: HttpRequest, viewer: Viewer | None) -> int | None:
    """Return how many seconds an account's session has, None where nobody is signed in."""
    if viewer is None or viewer.within is not None:
        return None
    return session.left(request, present=int(time.time()))
