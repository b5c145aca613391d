"""Delegations: who may decide what in the manager's place, in writing and for how long."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import delegations as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import delegations
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page


@page(verb="delegation.give")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what is delegated; on POST give a duty to somebody."""
    if request.method != "POST":
        return _page(request, viewer, ())
    try:
        acting.give(
            by=viewer,
            account_id=as_id(request.POST.get("account", "")),
            duty=request.POST.get("duty", ""),
            words=storable(request.POST.get("words", "")),
            at=now,
        )
    except Refused as refused:
        return _page(request, viewer, refused.problems)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=reverse("delegations"))
    return redirect("delegations")


@page(verb="delegation.give")
def end(request: Asked, viewer: Viewer, now: datetime, delegation_id: UUID) -> HttpResponse:
    """End a delegation at once."""
    try:
        acting.end(by=viewer, delegation_id=delegation_id, at=now)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=reverse("delegations"))
    return redirect("delegations")


def _page(request: Asked, viewer: Viewer, problems: tuple[Problem, ...]) -> HttpResponse:
    found = delegations.page(viewer=viewer)
    request.shown.objects(each.delegation_id for each in found.given)
    request.shown.objects(account_id for account_id, _ in found.could_hold)
    context = {
        "found": found,
        "problems": mistakes.beside(problems),
        "links": mistakes.links(problems),
        "typed": request.POST,
    }
    return render(request, "pages/delegations.html", context, status=422 if problems else 200)
