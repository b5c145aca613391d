"""The dip sample: would I have decided the same."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import samples as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import episode, samples
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.pages import contact
from goldenthread.web.serving import page


@page(verb="sample.review")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what waits to be read, and what was read lately."""
    found = samples.drawn(viewer=viewer)
    request.shown.objects(each.sample_id for each in found)
    return render(request, "pages/samples.html", {"drawn": found})


@page(verb="sample.review")
def open_(request: Asked, viewer: Viewer, now: datetime, sample_id: UUID) -> HttpResponse:
    """Open the record a sample was drawn from, and go to it."""
    try:
        acting.open_(by=viewer, sample_id=sample_id, at=now)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=reverse("samples"))
    return redirect("sample", sample_id=sample_id)


@page(verb="sample.review")
def sample(request: Asked, viewer: Viewer, now: datetime, sample_id: UUID) -> HttpResponse:
    """Show the record beside the question; on POST keep what the manager found."""
    found = samples.one(viewer=viewer, sample_id=sample_id)
    request.shown.objects([found.sample_id])
    if request.method == "POST":
        return _review(request, viewer, now, sample_id)
    return _page(request, viewer, now, sample_id, ())


def _review(request: Asked, viewer: Viewer, now: datetime, sample_id: UUID) -> HttpResponse:
    view, words = request.POST.get("view", ""), storable(request.POST.get("words", ""))
    try:
        acting.review(by=viewer, sample_id=sample_id, view=view, words=words, at=now)
    except Refused as refused:
        return _page(request, viewer, now, sample_id, refused.problems)
    except Conflict as conflict:
        kept = [("Your view", view), ("What you wrote", words)]
        return errors.conflict(request, says=conflict.says, kept=kept, again=reverse("samples"))
    return redirect("samples")


def _page(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    sample_id: UUID,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    drawn = samples.one(viewer=viewer, sample_id=sample_id)
    found = episode.one(viewer=viewer, episode_id=drawn.episode_id, now=now)
    contact.note(request, found)
    context = contact.context(request, found) | {
        "drawn": drawn,
        "problems": mistakes.beside(problems),
        "links": mistakes.links(problems),
        "typed": request.POST,
    }
    return render(request, "pages/sample.html", context, status=422 if problems else 200)
