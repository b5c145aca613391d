"""Breaking the glass after a refusal, and what a privacy officer finds of it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import break_glass as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership import break_glass as content
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import break_glass
from goldenthread.queries.break_glass import Broken
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.serving import page

ASKS: dict[str, object] = {"categories": content.CATEGORIES, "least": content.LEAST_WHY}


@page(verb="break-glass.open")
def ask(request: Asked, viewer: Viewer, now: datetime, sought_id: UUID) -> HttpResponse:
    """Ask what cannot wait and why; on POST open the child for an hour."""
    break_glass.asked(viewer=viewer, person_id=sought_id)
    if request.method != "POST":
        return mistakes.page(request, "pages/break_glass.html", (), **ASKS)
    sent = request.POST
    try:
        acting.open_child(
            by=viewer,
            person_id=sought_id,
            category=sent.get("category", ""),
            why=storable(sent.get("why", "")),
            at=now,
        )
    except Refused as refused:
        return mistakes.page(request, "pages/break_glass.html", refused.problems, **ASKS)
    return redirect("thread", person_id=sought_id)


@page(verb="break-glass.review")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what waits to be looked into, and what was lately."""
    found = break_glass.listed(viewer=viewer, now=now)
    _note(request, found)
    return render(request, "pages/broken_glass.html", {"found": found})


@page(verb="break-glass.review")
def one(request: Asked, viewer: Viewer, now: datetime, glass_id: UUID) -> HttpResponse:
    """Show one and what was looked at through it; on POST end it, or keep what was found."""
    found = break_glass.one(viewer=viewer, glass_id=glass_id, now=now)
    _note(request, (found,))
    if request.method != "POST":
        return _one(request, viewer, found)
    outcome, done = request.POST.get("outcome", ""), storable(request.POST.get("done", ""))[:20_000]
    try:
        if request.POST.get("do") == "end":
            acting.end(by=viewer, glass_id=glass_id, at=now)
            return redirect("broken-glass-one", glass_id=glass_id)
        acting.review(by=viewer, glass_id=glass_id, outcome=outcome, done=done, at=now)
    except Refused as refused:
        return _one(request, viewer, found, refused.problems)
    except Conflict as conflict:
        again = reverse("broken-glass-one", args=[glass_id])
        kept = [("What you found", content.OUTCOMES.get(outcome, "")), ("What was done", done)]
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("broken-glass")


def _note(request: Asked, found: tuple[Broken, ...]) -> None:
    request.shown.objects(each.glass_id for each in found)
    request.shown.objects(each.account_id for each in found)
    request.shown.persons(each.person_id for each in found)


def _one(
    request: Asked, viewer: Viewer, found: Broken, problems: tuple[Problem, ...] = ()
) -> HttpResponse:
    looks = break_glass.looked(viewer=viewer, glass_id=found.glass_id)
    return mistakes.page(
        request, "pages/broken_glass_one.html", problems,
        found=found, looks=looks, outcomes=content.OUTCOMES,
    )  # fmt: skip
