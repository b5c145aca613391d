"""Telling somebody who looked at their record: a page for printing, and a PDF."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from goldenthread.access.viewer import Viewer
from goldenthread.actions import look_reports as acting
from goldenthread.actions.conflict import Refused
from goldenthread.content.partnership.look_report_form import look_report_form
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.queries import look_reports, looks
from goldenthread.web import pdf
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.forms.typed import Typed
from goldenthread.web.serving import page

(ASKED,) = look_report_form.sections


@page(verb="trail.tell")
def tell(request: Asked, viewer: Viewer, now: datetime, child_id: UUID) -> HttpResponse:
    """Ask to whom it is told, of which days and whether with names; on POST make the answer."""
    name = looks.child(viewer=viewer, child_id=child_id)
    request.shown.persons([child_id])
    posted = typed.posted(request.POST)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        made = _made(viewer, child_id, posted, now)
        if isinstance(made, UUID):
            return redirect("look-report", report_id=made)
        problems = made
    form = shown.section(ASKED, typed=posted, problems=problems)
    return render(
        request,
        "pages/look_report_form.html",
        {
            "name": name,
            "child_id": child_id,
            "form": form,
            "problems": shown.summary([form], problems),
        },
        status=422 if problems else 200,
    )


def _made(
    viewer: Viewer, child_id: UUID, posted: Typed, now: datetime
) -> UUID | tuple[Problem, ...]:
    """Make the answer and return its id, or what is wrong with what was typed."""
    read = reading.read(ASKED, posted, on=london_date(now))
    if read.problems:
        return read.problems
    try:
        return acting.make(by=viewer, child_id=child_id, answers=read.answers, at=now).pk
    except Refused as refused:
        return refused.problems


@page(verb="trail.tell")
def report(request: Asked, viewer: Viewer, now: datetime, report_id: UUID) -> HttpResponse:
    """Show what is told, for printing."""
    found = look_reports.one(viewer=viewer, report_id=report_id)
    request.shown.objects([report_id])
    request.shown.persons([found.child_id])
    return render(request, "pages/look_report.html", {"report": found, "no_pdf": pdf.missing()})


@page(verb="trail.tell")
def as_pdf(request: Asked, viewer: Viewer, now: datetime, report_id: UUID) -> HttpResponse:
    """Give what is told as a PDF; say what is missing where none can be made."""
    found = look_reports.one(viewer=viewer, report_id=report_id)
    request.shown.objects([report_id])
    request.shown.persons([found.child_id])
    if pdf.missing():
        context = {"title": "No PDF can be made here", "lines": [pdf.missing()]}
        return render(request, "errors/page.html", context, status=503)
    written = render_to_string("pages/look_report_pdf.html", {"report": found, "viewer": viewer})
    answer = HttpResponse(pdf.written(written), content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="who-looked.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
