"""Showing again that it is you, before what cannot be taken back (SECURITY P16).

`access.decide` says which acts ask for it. The page that asks carries what was sent, so that the
act is done by the same request that brings the proof, and no word is kept on the way.
"""

import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.base.forms import ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth as keys
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.web.sign_in.forms import ReauthenticateKeyForm

LASTS = 300  # seconds
CODE, KEY = "code", "credential"
PROOF = "gt-proof"
# Of what was sent, what the asking page writes anew.
ITS_OWN = frozenset({"csrfmiddlewaretoken", PROOF, CODE, KEY})
READING = frozenset({"GET", "HEAD", "OPTIONS"})


def proved(request: HttpRequest) -> bool:
    """Say whether this request may act: it only looks, or its second factor was shown just now.

    A demonstration has no factor to show.
    """
    if settings.GOLDENTHREAD_DEMONSTRATION or request.method in READING:
        return True
    if getattr(request, "only_looks", False):
        return True
    records = get_authentication_records(request, request.user)
    shown = [record["at"] for record in records if record["method"] == "mfa" or record.get("mfa")]
    return bool(shown) and time.time() - shown[-1] <= LASTS


def take(request: HttpRequest) -> None:
    """Take the proof a request brings, if it brings one, under a session key nobody knew before."""
    if PROOF not in request.POST or not request.user.is_authenticated:
        return
    form = _form(request)
    if form.is_valid():
        form.save()
        request.session.cycle_key()
    else:
        request.proof_refused = next(iter(form.errors.values()))[0]


def ask(request: HttpRequest) -> HttpResponse:
    """Return the page that asks, with everything that was sent on it."""
    held = set(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    has_key = Authenticator.Type.WEBAUTHN in held
    context = {
        "sent": [pair for pair in request.POST.lists() if pair[0] not in ITS_OWN],
        "has_key": has_key,
        "has_code": bool(held - {Authenticator.Type.WEBAUTHN}),
        "options": keys.begin_authentication(request.user) if has_key else None,
        "refused": getattr(request, "proof_refused", ""),
    }
    return render(request, "sign_in/step_up.html", context, status=403)


def _form(request: HttpRequest) -> Any:
    kind = ReauthenticateKeyForm if request.POST.get(KEY) else ReauthenticateForm
    return kind(user=request.user, data={name: request.POST.get(name, "") for name in (CODE, KEY)})
