"""Police intelligence about a child: written down sealed, and kept by whoever wrote it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from goldenthread.access.viewer import Viewer
from goldenthread.actions import sealing
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.queries import one_child
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.serving import page

VERB, PATHWAY, FORM = "intelligence.record", "police-intelligence", "police-intelligence-form"


@page(verb=VERB)
def write(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Ask what is known of a child and how it may be handled; on POST keep it, sealed."""
    child = one_child.seen(viewer=viewer, person_id=person_id, verb=VERB).person
    request.shown.persons([person_id])
    form = catalogue.instrument(FORM)
    posted = typed.posted(request.POST) if request.method == "POST" else {}
    if request.method != "POST":
        return _form(request, child, posted, ())
    read = reading.read(form, posted)
    if read.problems:
        return _form(request, child, posted, read.problems)
    try:
        record = sealing.begin(
            by=viewer, verb=VERB, pathway=PATHWAY, person_id=person_id, answers=read.answers, at=now
        )
    except Refused as refused:
        return _form(request, child, posted, refused.problems)
    return redirect("sealed-record", sealed_id=record.pk)


def _form(
    request: Asked, child: object, posted: typed.Typed, problems: tuple[Problem, ...]
) -> HttpResponse:
    forms = shown.instrument(catalogue.instrument(FORM), typed=posted, problems=problems)
    context = {"child": child, "forms": forms, "problems": shown.summary(forms, problems)}
    return render(request, "pages/intelligence.html", context, status=422 if problems else 200)
