"""Looks drawn by chance: does the manager know why their colleague looked."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import look_samples as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership.look_sample import VIEWS
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import look_samples
from goldenthread.queries.look_samples import Drawn
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.serving import page


@page(verb="look.review")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what waits to be read, and what was read lately."""
    found = look_samples.drawn(viewer=viewer)
    _note(request, found)
    return render(request, "pages/look_samples.html", {"drawn": found, "views": VIEWS})


@page(verb="look.review")
def one(request: Asked, viewer: Viewer, now: datetime, drawn_id: UUID) -> HttpResponse:
    """Show one; on POST keep what the manager says."""
    found = look_samples.one(viewer=viewer, sample_id=drawn_id)
    _note(request, (found,))
    if request.method != "POST":
        return _page(request, found, ())
    view = request.POST.get("view", "")
    words = storable(request.POST.get("words", ""))[:20_000]
    try:
        acting.review(by=viewer, sample_id=drawn_id, view=view, words=words, at=now)
    except Refused as refused:
        return _page(request, found, refused.problems)
    except Conflict as conflict:
        kept = [("Your view", VIEWS.get(view, "")), ("What you wrote", words)]
        again = str(reverse("look-samples"))
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("look-samples")


def _note(request: Asked, found: tuple[Drawn, ...]) -> None:
    request.shown.objects(each.sample_id for each in found)
    request.shown.persons(person for each in found for person in each.persons)


def _page(request: Asked, found: Drawn, problems: tuple[Problem, ...]) -> HttpResponse:
    return mistakes.page(request, "pages/look_sample.html", problems, found=found, views=VIEWS)
