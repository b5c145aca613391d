"""Professional disagreements: raise one, answer those at my stage, follow my own."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import disagreements as raising
from goldenthread.actions import entries
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument
from goldenthread.queries import disagreements
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.serving import page

Typed = dict[str, list[str]]


@page(verb="disagreement.follow")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List those that wait for the viewer, and those they raised."""
    waiting = disagreements.to_answer(viewer=viewer, now=now)
    mine = disagreements.mine(viewer=viewer, now=now)
    request.shown.objects(each.episode_id for each in (*waiting, *mine))
    request.shown.persons(each.person_id for each in waiting)
    return render(request, "pages/disagreements.html", {"waiting": waiting, "mine": mine})


@page(verb="disagreement.follow")
def one(request: Asked, viewer: Viewer, now: datetime, disagreement_id: UUID) -> HttpResponse:
    """Show one: how far it is and, to those who answer it, what was said."""
    found = disagreements.one(viewer=viewer, episode_id=disagreement_id, now=now)
    request.shown.objects([found.episode_id])
    return render(request, "pages/disagreement.html", {"disagreement": found})


@page(verb="disagreement.raise")
def begin(request: Asked, viewer: Viewer, now: datetime, contact_id: UUID) -> HttpResponse:
    """Ask what is disagreed with; on POST raise it."""
    request.shown.persons([raising.about(contact_id=contact_id)])
    request.shown.objects([contact_id])
    form = catalogue.instrument("disagreement-form")
    posted = typed.posted(request.POST) if request.method == "POST" else {}
    if request.method != "POST":
        return _form(request, form, posted, ())
    read = reading.read(form, posted)
    if read.problems:
        return _form(request, form, posted, read.problems)
    raised = raising.begin(by=viewer, contact_id=contact_id, answers=read.answers, at=now)
    return redirect("disagreement", disagreement_id=raised.pk)


@page(verb="disagreement.follow")
def answer(
    request: Asked, viewer: Viewer, now: datetime, disagreement_id: UUID, step: str
) -> HttpResponse:
    """Settle one, or pass it on, as its stage allows."""
    found = disagreements.one(viewer=viewer, episode_id=disagreement_id, now=now)
    request.shown.objects([disagreement_id])
    kind = next((each for each in found.next_steps if each.key == step), None)
    if kind is None or kind.asks is None:
        return errors.missing(request)
    if request.method != "POST":
        return _form(request, kind.asks, {}, (), version=str(found.version))
    posted, version = typed.posted(request.POST), request.POST.get("version", "")
    read = reading.read(kind.asks, posted)
    if read.problems:
        return _form(request, kind.asks, posted, read.problems, version=version)
    here = reverse("disagreement", args=[disagreement_id])
    try:
        entries.record(
            by=viewer,
            step=step,
            on=disagreement_id,
            answers=read.answers,
            at=now,
            version=int(version) if version.isdecimal() else 0,
        )
    except Refused as refused:
        return _form(request, kind.asks, posted, refused.problems, version=version)
    except Conflict as conflict:
        kept = shown.kept(shown.instrument(kind.asks, typed=posted, problems=()))
        return errors.conflict(request, says=conflict.says, kept=kept, again=here)
    return redirect("disagreements")


def _form(
    request: Asked,
    form: Instrument,
    posted: Typed,
    problems: tuple[Problem, ...],
    *,
    version: str = "",
) -> HttpResponse:
    forms = shown.instrument(form, typed=posted, problems=problems)
    return render(
        request,
        "pages/disagreement_form.html",
        {
            "title": form.title,
            "forms": forms,
            "problems": shown.summary(forms, problems),
            "version": version,
        },
        status=422 if problems else 200,
    )
