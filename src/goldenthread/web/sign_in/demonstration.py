"""The demonstration's stand-in for password and second factor: sign in as an invented person.

It answers only under demonstration settings, which start only on a database stamped as one.
"""

from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from goldenthread.queries import demonstration
from goldenthread.records.account import Account
from goldenthread.web import errors
from goldenthread.web.sign_in.openid import pages as openid

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@login_not_required
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Show the invented people in a demonstration, and the real sign-in page anywhere else."""
    if not settings.GOLDENTHREAD_DEMONSTRATION:
        return openid.sign_in(request)
    if request.user.is_authenticated:
        return redirect("home")
    return render(
        request,
        "sign_in/demonstration.html",
        {"groups": demonstration.groups(), "next": request.GET.get("next", "")},
    )


@login_not_required
@require_POST
def sign_in_as(request: HttpRequest, account_id: UUID) -> HttpResponse:
    """Sign in as one of the invented people."""
    if not settings.GOLDENTHREAD_DEMONSTRATION:
        return errors.missing(request)
    account = get_object_or_404(Account, pk=account_id, is_service=False, is_active=True)
    login(request, account, backend=BACKEND)
    return redirect(_safe(request, request.POST.get("next", "")))


def only_for_real(view: Any) -> Any:
    """Make a page of real sign-in answer 404 in a demonstration, where nobody has a password."""

    @wraps(view)
    def served(request: HttpRequest, **where: Any) -> HttpResponseBase:
        if settings.GOLDENTHREAD_DEMONSTRATION:
            return errors.missing(request)
        answer: HttpResponseBase = view(request, **where)
        return answer

    return served


def _safe(request: HttpRequest, address: str) -> str:
    here = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if address and here else "/"
