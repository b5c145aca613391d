"""Looks a privacy officer is asked about, and what they find."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import signals as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership.signals import OUTCOMES
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import signals
from goldenthread.queries.signals import Raised
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.serving import page


@page(verb="signal.review")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what waits to be looked into, and what was found lately."""
    found = signals.raised(viewer=viewer, now=now)
    _note(request, found)
    return render(request, "pages/signals.html", {"found": found})


@page(verb="signal.review")
def one(request: Asked, viewer: Viewer, now: datetime, signal_id: UUID) -> HttpResponse:
    """Show one; on POST keep what was found."""
    found = signals.one(viewer=viewer, signal_id=signal_id, now=now)
    _note(request, (found,))
    if request.method != "POST":
        return _page(request, found, ())
    outcome = request.POST.get("outcome", "")
    why = storable(request.POST.get("why", ""))[:20_000]
    try:
        acting.review(by=viewer, signal_id=signal_id, outcome=outcome, why=why, at=now)
    except Refused as refused:
        return _page(request, found, refused.problems)
    except Conflict as conflict:
        again = str(reverse("signal", args=[signal_id]))
        kept = [("What you found", OUTCOMES.get(outcome, "")), ("How you know", why)]
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("signals")


def _note(request: Asked, found: tuple[Raised, ...]) -> None:
    request.shown.objects(each.signal_id for each in found)
    request.shown.objects(each.account_id for each in found)
    request.shown.persons(each.person_id for each in found if each.person_id)


def _page(request: Asked, found: Raised, problems: tuple[Problem, ...]) -> HttpResponse:
    return mistakes.page(request, "pages/signal.html", problems, found=found, outcomes=OUTCOMES)
