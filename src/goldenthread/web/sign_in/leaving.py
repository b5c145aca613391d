"""The end of a session: how long it has, staying, leaving, and finding one's words again."""

import time
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.csp import CSP
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override

from goldenthread.access import viewer as viewers
from goldenthread.access.viewer import Viewer
from goldenthread.actions import left_behind
from goldenthread.project import present
from goldenthread.queries import left_behind as kept
from goldenthread.records.postgresql.identity import acting
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page
from goldenthread.web.sign_in import session

# Said this long before the end: WCAG 2.2.1 asks for 20 seconds at least.
WARNS = 120
OURS_MAY_FRAME = {**settings.SECURE_CSP, "frame-ancestors": [CSP.SELF]}


@login_not_required
@csp_override(OURS_MAY_FRAME)
@xframe_options_sameorigin
def time_left(request: HttpRequest) -> HttpResponse:
    """Say how long the session has: to a script a number, to a browser without one a small page.

    The page asks for itself again when there is something to say.
    """
    left = -1
    if request.user.is_authenticated:
        left = session.left(request, present=int(time.time()))
    if request.headers.get("Accept") == "application/json":
        signed_in = request.user.is_authenticated
        return JsonResponse({"left": max(left, 0) if signed_in else -1})
    answer = render(request, "sign_in/time.html", {"left": left, "warns": WARNS})
    if left >= 0:
        answer.headers["Refresh"] = str(left - WARNS if left > WARNS else left + 1)
    return answer


def stay(request: HttpRequest) -> HttpResponse:
    """Begin the time anew; the request itself has done it."""
    session.seen(request, present=int(time.time()))
    return redirect("session-time")


def end(request: HttpRequest) -> HttpResponse:
    """Sign out now, keeping what was being written on the page it came from."""
    after = keep_words(request)
    logout(request)
    return redirect_to_login(after)


@page(verb="session.words")
def words(request: Asked, viewer: Viewer, now: datetime, words_id: UUID) -> HttpResponse:
    """Show what was being written, ready to be sent again; on POST forget it."""
    if request.method == "POST":
        left_behind.forget(by=viewer, draft_id=words_id)
        return redirect("home")
    found = kept.found(viewer=viewer, draft_id=words_id, address_in=left_behind.ADDRESS)
    request.shown.objects([words_id])
    return render(request, "sign_in/words.html", {"found": found})


def keep_words(request: HttpRequest) -> str:
    """Keep what this request carries for whoever is signed in; return where to go afterwards."""
    address = _address(request)
    if request.method != "POST":
        return address
    now = present.now()
    with acting(request.user.pk, now=now, purpose="session.words"):
        viewer = viewers.of(request.user, now=now)
        if "session.words" not in viewer.may:
            return address
        typed = dict(request.POST.lists())
        draft_id = left_behind.keep(by=viewer, address=address, typed=typed, at=now)
    return reverse("session-words", args=[draft_id]) if draft_id else address


def _address(request: HttpRequest) -> str:
    """Return the page that was open: what it names itself, else the address asked for."""
    named = request.POST.get(left_behind.ADDRESS, "")
    here = url_has_allowed_host_and_scheme(named, allowed_hosts={request.get_host()})
    if named.startswith("/") and here:
        return named
    ours = request.resolver_match.url_name or ""
    return "/" if ours.startswith("session-") else request.get_full_path()
