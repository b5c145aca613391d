"""Tools about a child: choose one, complete it, read what it came to, print it, take it away."""

import csv
import io
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse

from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import tools as completing
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import tool_steps
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument
from goldenthread.queries import tools
from goldenthread.queries.tools import ToolPage, ToolsPage
from goldenthread.web import errors, pdf
from goldenthread.web.asked import Asked
from goldenthread.web.forms import answered, shown, typed
from goldenthread.web.serving import page

Typed = dict[str, list[str]]


@page(verb="thread.read")
def of_child(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show the tools that were completed about a child, and those that may be."""
    found = _child(request, viewer, now, person_id)
    return render(request, "pages/tools.html", {"tools": found})


@page(verb="entry.record")
def complete(
    request: Asked, viewer: Viewer, now: datetime, person_id: UUID, form: str
) -> HttpResponse:
    """Ask what a tool asks; on POST keep it."""
    found = _child(request, viewer, now, person_id, verb="entry.record")
    asked = next((each for each in found.offered if each.key == form), None)
    if asked is None and form in tool_steps.by_form():
        raise Denied(verb="entry.record", reason="role-may-not-record-this-step")
    if asked is None:
        return errors.missing(request)
    if request.method != "POST":
        return _form(request, found, asked, {}, ())
    posted = typed.posted(request.POST)
    read = reading.read(asked, posted, on=london_date(now))
    if read.problems:
        return _form(request, found, asked, posted, read.problems)
    try:
        entry = completing.complete(
            by=viewer, person_id=person_id, form=form, answers=read.answers, at=now
        )
    except Refused as refused:
        return _form(request, found, asked, posted, refused.problems)
    except Conflict as conflict:
        kept = shown.kept(shown.instrument(asked, typed=posted, problems=()))
        again = reverse("tools", args=[person_id])
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("tool", tool_id=entry.pk)


@page(verb="thread.read")
def one(request: Asked, viewer: Viewer, now: datetime, tool_id: UUID) -> HttpResponse:
    """Show one completed tool: what it advised beside what was judged, then each answer."""
    found = _one(request, viewer, tool_id)
    return render(request, "pages/tool.html", {**_told(found), "no_pdf": pdf.missing()})


@page(verb="thread.read")
def printed(request: Asked, viewer: Viewer, now: datetime, tool_id: UUID) -> HttpResponse:
    """Give a completed tool as a PDF; say what is missing where none can be made."""
    found = _one(request, viewer, tool_id)
    if pdf.missing():
        context = {"title": "No PDF can be made here", "lines": [pdf.missing()]}
        return render(request, "errors/page.html", context, status=503)
    written = render_to_string("pages/tool_pdf.html", {**_told(found), "viewer": viewer})
    return _file(pdf.written(written), kind="application/pdf", name=f"{found.form.key}.pdf")


@page(verb="tool.export")
def taken(request: Asked, viewer: Viewer, now: datetime, tool_id: UUID) -> HttpResponse:
    """Give a completed tool as CSV: a line for each question, with its permanent key."""
    found = _one(request, viewer, tool_id)
    held = io.StringIO()
    lines = csv.writer(held)
    lines.writerow(("section", "key", "question", "answer"))
    for part in answered.of(found.form, found.answers):
        for each in part.answered:
            row = (part.title, each.question.key, each.question.asks, each.says)
            lines.writerow([_harmless(cell) for cell in row])
    return _file(held.getvalue().encode(), kind="text/csv", name=f"{found.form.key}.csv")


def _harmless(cell: str) -> str:
    # A spreadsheet takes what begins so for a formula.
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _file(held: bytes, *, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(held, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _child(
    request: Asked, viewer: Viewer, now: datetime, person_id: UUID, *, verb: str = "thread.read"
) -> ToolsPage:
    found = tools.of_child(viewer=viewer, person_id=person_id, now=now, verb=verb)
    request.shown.persons([person_id])
    request.shown.objects(each.entry_id for each in found.completed)
    return found


def _one(request: Asked, viewer: Viewer, entry_id: UUID) -> ToolPage:
    found = tools.one(viewer=viewer, entry_id=entry_id)
    request.shown.persons([found.person_id])
    request.shown.objects([entry_id])
    return found


def _told(found: ToolPage) -> dict[str, object]:
    return {"tool": found, "parts": answered.of(found.form, found.answers)}


def _form(
    request: Asked,
    found: ToolsPage,
    asked: Instrument,
    posted: Typed,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    forms = shown.instrument(asked, typed=posted, problems=problems)
    context = {
        "tools": found,
        "asked": asked,
        "forms": forms,
        "problems": shown.summary(forms, problems),
    }
    status = 422 if problems else 200
    return render(request, "pages/tool_form.html", context, status=status)
