"""What the frame of every page shows: who is signed in, where they may go, what day it is."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csp import get_nonce

from goldenthread.project import present
from goldenthread.web import navigation


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the context every template has beside its own. The viewer is there once known."""
    viewer = getattr(request, "viewer", None)
    return {
        "csp_nonce": get_nonce(request),
        "viewer": viewer,
        "navigation": navigation.items(viewer, request.path),
        "demonstration": settings.GOLDENTHREAD_DEMONSTRATION,
        "today": present.today(),
    }
