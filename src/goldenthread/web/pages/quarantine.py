"""What was recorded about the wrong child, who had seen it, and whether it stays withdrawn."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import settlements
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.queries import quarantine
from goldenthread.queries.quarantine import HeldWhole
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.serving import page


@page(verb="quarantine.read")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List what is in quarantine, what waits to be settled first."""
    found = quarantine.listed(viewer=viewer)
    request.shown.objects(held.quarantine_id for held in found)
    return render(request, "pages/quarantine.html", {"found": found})


@page(verb="quarantine.read")
def one(request: Asked, viewer: Viewer, now: datetime, quarantine_id: UUID) -> HttpResponse:
    """Show one, and who had seen it; on POST uphold or release it."""
    found = quarantine.one(viewer=viewer, quarantine_id=quarantine_id)
    request.shown.objects([quarantine_id, *(each.entry_id for each in found.entries)])
    if request.method != "POST":
        return _page(request, found, ())
    decided, why = request.POST.get("decided", ""), request.POST.get("why", "")
    again = str(reverse("quarantine-one", args=[quarantine_id]))
    try:
        settlements.settle(
            by=viewer, quarantine_id=quarantine_id, decided=decided, why=_sound(why), at=now
        )
    except Refused as refused:
        return _page(request, found, refused.problems)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, kept=[("Why", why)], again=again)
    return redirect(again)


def _sound(why: str) -> str:
    return why.replace("\0", "").encode("utf-8", "replace").decode()[:20_000]


def _page(request: Asked, found: HeldWhole, problems: tuple[Problem, ...]) -> HttpResponse:
    return render(
        request,
        "pages/quarantine_one.html",
        {
            "found": found,
            "why": request.POST.get("why", ""),
            "decided": request.POST.get("decided", ""),
            "wrong": mistakes.beside(problems),
            "problems": mistakes.links(problems),
        },
        status=422 if problems else 200,
    )
