"""Serving a page: check, render and write the trail in one transaction, or serve nothing.

The request's transaction holds the read trail (DESIGN section 7): what was served and logged, or
neither. A denial undoes the request and is then written in a transaction of its own.
"""

import hashlib
import logging
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import Any, Protocol
from uuid import UUID

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase

from goldenthread.access import decision, in_bulk, trail
from goldenthread.access import viewer as viewers
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.language import text
from goldenthread.project import present
from goldenthread.records.guest import Guest
from goldenthread.records.postgresql.identity import acting
from goldenthread.web import errors, guest_session
from goldenthread.web.sign_in import step_up

log = logging.getLogger(__name__)

Page = Callable[..., HttpResponse]


class Shown:
    """What a page showed, by id, for its trail row: a list logs every id it returned."""

    def __init__(self) -> None:
        self.person_ids: set[UUID] = set()
        self.object_ids: set[UUID] = set()

    def persons(self, ids: Iterable[UUID]) -> None:
        """Note the people a page shows anything about."""
        self.person_ids.update(ids)

    def objects(self, ids: Iterable[UUID]) -> None:
        """Note the other records a page shows."""
        self.object_ids.update(ids)


class Served(Protocol):
    """A view that says which verb it needs, for the routes listing and the access matrix."""

    verb: str
    guests: tuple[str, ...]

    def __call__(self, request: HttpRequest, **where: Any) -> HttpResponseBase:
        """Serve the page."""


def page(
    *, verb: str, guests: tuple[str, ...] = (), looks: tuple[str, ...] = ()
) -> Callable[[Page], Page]:
    """Make `view(request, viewer, now, **kwargs)` a page that needs `verb` and leaves a trail.

    `guests` are the stages at which somebody without an account may open it, within their own
    submission; whoever is neither such a guest nor signed in is sent to sign in. `looks` are what a
    form of it says in `go` where it only looks something up, so that nothing is to be proved first.
    """

    def decorate(view: Page) -> Page:
        @wraps(view)
        def served(request: HttpRequest, **where: Any) -> HttpResponse:
            if not (request.user.is_authenticated or _stage(request) in guests):
                return redirect_to_login(request.get_full_path())
            request.only_looks = request.POST.get("go") in looks
            return _serve(request=request, view=view, verb=verb, where=where)

        if guests:
            served.login_required = False  # type: ignore[attr-defined]  # asked for above
        served.guests = guests  # type: ignore[attr-defined]
        served.verb = verb  # type: ignore[attr-defined]  # read by `goldenthread routes`
        return served

    return decorate


def _serve(*, request: HttpRequest, view: Page, verb: str, where: dict[str, Any]) -> HttpResponse:
    token = trail.origin.set(_origin(request))
    try:
        return _serve_or_deny(request=request, view=view, verb=verb, where=where)
    except trail.NotKept:
        log.exception("The trail could not be kept, so nothing was served.")
        return errors.unavailable(request)
    finally:
        trail.origin.reset(token)


def _serve_or_deny(
    *, request: HttpRequest, view: Page, verb: str, where: dict[str, Any]
) -> HttpResponse:
    try:
        return _attempt(request=request, view=view, verb=verb, where=where)
    except Denied as denied:
        _write_denial(request=request, denied=denied)
        if denied.reason == decision.PROVE_AGAIN:
            return step_up.ask(request)
        if denied.reason == in_bulk.NEEDS_TWO:
            return errors.in_bulk(request, most=in_bulk.MOST_ALONE)
        return errors.denied(request, hidden=denied.hidden)


def _attempt(*, request: HttpRequest, view: Page, verb: str, where: dict[str, Any]) -> HttpResponse:
    now = present.now()
    _tidied(request)
    step_up.take(request)
    request.shown = shown = Shown()
    with acting(_identity(request), now=now, purpose=verb):
        viewer = _viewer(request, now=now)
        request.viewer = viewer
        decision.require(viewer=viewer, verb=verb)
        response = view(request, viewer, now, **where)
        if "attachment" in response.headers.get("Content-Disposition", ""):
            in_bulk.require(verb=verb, persons=shown.person_ids)
        if not 300 <= response.status_code < 400:
            trail.write(
                viewer=viewer,
                verb=verb,
                decision="served",
                resource=request.resolver_match.view_name,
                reason=str(response.status_code),
                objects=shown.object_ids,
                persons=shown.person_ids,
            )
    return response


def _tidied(request: HttpRequest) -> None:
    """Put a replacement in the place of each character no store keeps, whatever page it is for."""
    for way in ("GET", "POST"):
        sent = getattr(request, way)
        if any(text.storable(each) != each for key in sent for each in (key, *sent.getlist(key))):
            fit = QueryDict(mutable=True)
            for key in sent:
                fit.setlist(text.storable(key), [text.storable(each) for each in sent.getlist(key)])
            setattr(request, way, fit)


def _stage(request: HttpRequest) -> str:
    known = guest_session.of(request)
    return known[1] if known else ""


def _identity(request: HttpRequest) -> UUID:
    """Return who acts: the account signed in, else the one submission a guest is here for."""
    known = guest_session.of(request)
    identity: UUID = known[0] if known else request.user.pk
    return identity


def _viewer(request: HttpRequest, *, now: datetime) -> Viewer:
    if request.user.is_authenticated:
        found = viewers.of(request.user, now=now)
        return replace(found, proved=step_up.proved(request))
    guest = Guest.objects.filter(pk=_identity(request)).select_related("agency").first()
    if guest is None:
        guest_session.leave(request)
        return viewers.NOBODY
    return viewers.guest(guest)


def _write_denial(*, request: HttpRequest, denied: Denied) -> None:
    now = present.now()
    with acting(_identity(request), now=now, purpose=denied.verb):
        viewer = _viewer(request, now=now)
        trail.write(
            viewer=viewer,
            verb=denied.verb,
            decision="denied",
            resource=request.resolver_match.view_name,
            reason=denied.reason,
            objects=[value for value in request.resolver_match.kwargs.values() if _is_id(value)],
        )
    if not viewer.active:
        logout(request)


def _is_id(value: object) -> bool:
    return isinstance(value, UUID)


def _origin(request: HttpRequest) -> trail.Origin:
    key = request.session.session_key or ""
    return trail.Origin(
        request_id=str(uuid.uuid4()),
        session_hash=hashlib.sha256(key.encode()).hexdigest()[:16] if key else "",
        address=request.META.get("REMOTE_ADDR", ""),
    )
