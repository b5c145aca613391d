"""Going to an agency's own directory and coming back: signed in, joined, or told why not."""

import logging
import time
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from django.conf import settings
from django.contrib.auth.decorators import login_not_required, login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_POST, require_safe

from goldenthread.access import viewer as viewers
from goldenthread.actions import outside_identities
from goldenthread.actions.conflict import Conflict
from goldenthread.project import present
from goldenthread.records.account import Account
from goldenthread.records.postgresql.identity import acting
from goldenthread.web import errors
from goldenthread.web.sign_in.openid import asking, pending, token
from goldenthread.web.sign_in.openid.pending import Begun
from goldenthread.web.sign_in.openid.provider import (
    CANCELLED,
    REFUSED,
    STALE,
    UNKNOWN,
    NotSignedIn,
    Provider,
)
from goldenthread.web.sign_in.openid.token import Identity

log = logging.getLogger(__name__)
METHOD = "openid"
LONGEST = 4_096


@login_not_required
@require_safe
def begin(request: HttpRequest, agency: str) -> HttpResponse:
    """Send somebody to their agency's directory, to come back signed in."""
    goes_on = request.GET.get("next", "")
    here = url_has_allowed_host_and_scheme(goes_on, allowed_hosts={request.get_host()})
    provider = settings.GOLDENTHREAD_SIGN_INS.get(agency)
    if provider is None:
        return errors.missing(request)
    try:
        there = _there(request, provider, goes_on=goes_on if here else "")
    except NotSignedIn as problem:
        return _problem(request, problem)
    return HttpResponse(status=302, headers={"Location": there})


@login_required
@require_POST
@reauthentication_required(app="allauth.account")
def join(request: HttpRequest, agency: str) -> HttpResponse:
    """Show whoever is signed in the way to their agency's directory, to join it to their account.

    A link and no redirect: no form of ours may lead a browser to another site.
    """
    provider = settings.GOLDENTHREAD_SIGN_INS.get(agency)
    own = request.user.agency
    if provider is None or own is None or own.key != agency:
        return errors.missing(request)
    try:
        goes_on, joins = reverse("mfa_index"), str(request.user.pk)
        there = _there(request, provider, goes_on=goes_on, joins=joins)
    except NotSignedIn as problem:
        return _problem(request, problem)
    return render(request, "sign_in/openid_join.html", {"agency": own.name, "there": there})


@login_not_required
@require_safe
def back(request: HttpRequest, agency: str) -> HttpResponse:
    """Take the directory's answer: sign in whoever it is joined to, or join it."""
    provider = settings.GOLDENTHREAD_SIGN_INS.get(agency)
    if provider is None:
        return errors.missing(request)
    try:
        begun = pending.take(request, state=_sent(request, "state"), agency=agency)
        identity = _identity(request, provider=provider, begun=begun)
        if begun.joins:
            return _join(request, identity=identity, begun=begun)
        return _sign_in(request, identity=identity, provider=provider, begun=begun)
    except NotSignedIn as problem:
        return _problem(request, problem)


def _there(request: HttpRequest, provider: Provider, *, goes_on: str, joins: str = "") -> str:
    """Return where the directory asks who somebody is, for one sign-in begun now."""
    metadata = asking.known(provider).metadata
    agency = provider.agency
    state, begun = pending.begin(request, agency=agency, goes_on=goes_on, joins=joins)
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": _back(request, agency),
        "scope": "openid",
        "state": state,
        "nonce": begun.nonce,
        "code_challenge": create_s256_code_challenge(begun.verifier),
        "code_challenge_method": "S256",
    }
    if provider.acr:
        asked["acr_values"] = " ".join(sorted(provider.acr))
    there: str = metadata["authorization_endpoint"]
    return f"{there}{'&' if '?' in there else '?'}{urlencode(asked)}"


def _identity(request: HttpRequest, *, provider: Provider, begun: Begun) -> Identity:
    """Return who the directory says came back; raises NotSignedIn."""
    known = asking.known(provider)
    named = _sent(request, "iss")
    must = known.metadata.get("authorization_response_iss_parameter_supported") is True
    if (named or must) and named != provider.issuer:
        raise NotSignedIn(REFUSED, why="the answer is of another issuer")
    if not _sent(request, "code"):
        raise NotSignedIn(CANCELLED, why=f"no code: {_sent(request, 'error')[:60]!r}")
    answer = asking.exchange(
        provider,
        code=_sent(request, "code"),
        verifier=begun.verifier,
        back=_back(request, provider.agency),
    )
    checked: dict[str, Any] = {
        "provider": provider, "metadata": known.metadata, "nonce": begun.nonce,
        "present": int(time.time()),
    }  # fmt: skip
    try:
        return token.read(answer, keys=known.keys, **checked)
    except NotSignedIn:
        # It may have changed its keys since it was asked.
        newer = asking.known(provider, anew=True)
        if newer.at == known.at:
            raise
        return token.read(answer, keys=newer.keys, **checked)


def _sign_in(
    request: HttpRequest, *, identity: Identity, provider: Provider, begun: Begun
) -> HttpResponse:
    found = outside_identities.account(issuer=identity.issuer, subject=identity.subject)
    account = Account.objects.filter(pk=found, agency__key=provider.agency).first()
    if account is None:
        raise NotSignedIn(UNKNOWN, why="the identity is joined to no account of this agency")
    proved = {"mfa": True} if identity.second_factor else {}
    record_authentication(request, account, method=METHOD, **proved)
    login = Login(user=account, redirect_url=begun.goes_on or None)
    if not identity.second_factor:
        answer: HttpResponse = perform_login(request, login)
        return answer
    turned_away = get_adapter().pre_login(request, account, **_hooks(login))
    if turned_away:
        return turned_away
    get_adapter().login(request, account)
    return redirect(begun.goes_on or settings.LOGIN_REDIRECT_URL)


def _hooks(login: Login) -> dict[str, Any]:
    return {
        "email_verification": login.email_verification, "redirect_url": login.redirect_url,
        "signal_kwargs": login.signal_kwargs, "signup": False, "email": login.email,
    }  # fmt: skip


def _join(request: HttpRequest, *, identity: Identity, begun: Begun) -> HttpResponse:
    """Join it to the account that began, if that is still who is signed in."""
    if not request.user.is_authenticated or str(request.user.pk) != begun.joins:
        raise NotSignedIn(STALE, why="another is signed in than began")
    now = present.now()
    try:
        with acting(request.user.pk, now=now, purpose=outside_identities.VERB):
            by = viewers.of(request.user, now=now)
            outside_identities.join(by=by, issuer=identity.issuer, subject=identity.subject, at=now)
    except Conflict as conflict:
        raise NotSignedIn(conflict.says, why="the identity is another account's") from conflict
    return redirect(begun.goes_on)


def _problem(request: HttpRequest, problem: NotSignedIn) -> HttpResponse:
    log.warning("Sign-in with an agency's directory: %s", problem)
    return render(request, "sign_in/openid.html", {"says": problem.says}, status=400)


def _sent(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "")[:LONGEST]


def _back(request: HttpRequest, agency: str) -> str:
    return request.build_absolute_uri(reverse("openid-back", args=[agency]))
