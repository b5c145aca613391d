"""The privacy officers' desk: who looked at this child, and what this person looked at."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from goldenthread.access.viewer import Viewer
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.text import storable
from goldenthread.queries import look_reports, looks
from goldenthread.queries.looks import Days, Looks
from goldenthread.queries.register import Found
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.pages import purpose, register
from goldenthread.web.serving import page

DAYS = Section(
    key="days",
    title="Between which days?",
    questions=(
        Question(key="first", asks="From", kind=Kind.DATE, required=False),
        Question(key="last", asks="Until", kind=Kind.DATE, required=False),
    ),
)


@page(verb="trail.read")
def find(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask for a child or a colleague; on POST show who may be meant. No name is in an address."""
    posted = typed.posted(request.POST)
    words = storable(request.POST.get("colleague", "")).strip()[:100]
    sought = request.method == "POST" and "colleague" not in request.POST
    seen, problems = register.found(viewer, posted) if sought else (Found(), ())
    people = looks.colleagues(viewer=viewer, words=words) if words else ()
    register.note(request, seen.matches)
    request.shown.objects(each.account_id for each in people)
    form = shown.section(register.LOOKED_FOR, typed=posted if sought else {}, problems=problems)
    context = {
        "form": form,
        "problems": shown.summary([form], problems),
        "found": seen,
        "looked": sought and not problems,
        "colleagues": people,
        "words": words,
        "named": "colleague" in request.POST,
    }
    return render(request, "pages/looks_find.html", context, status=422 if problems else 200)


@page(verb="trail.read")
def at_child(request: Asked, viewer: Viewer, now: datetime, child_id: UUID) -> HttpResponse:
    """Show who looked at a child, the newest first."""
    name = looks.child(viewer=viewer, child_id=child_id)
    if not purpose.said(request, child_id=child_id):
        return redirect("purpose", child_id=child_id)
    days, problems = _days(request)
    found = looks.at_child(viewer=viewer, child_id=child_id, days=days)
    request.shown.persons([child_id])
    reports = look_reports.made_for(viewer=viewer, child_id=child_id)
    request.shown.objects(each.report_id for each in reports)
    more = {"name": name, "child_id": child_id, "reports": reports}
    return _page(request, "pages/looks_at_child.html", found, problems, more)


@page(verb="trail.read")
def by_colleague(request: Asked, viewer: Viewer, now: datetime, account_id: UUID) -> HttpResponse:
    """Show what somebody looked at, the newest first."""
    whose = looks.colleague(viewer=viewer, account_id=account_id)
    days, problems = _days(request)
    found = looks.by_colleague(viewer=viewer, account_id=account_id, days=days)
    names = looks.names(viewer=viewer, found=found)
    request.shown.persons(names)
    more = {"whose": whose, "names": names}
    return _page(request, "pages/looks_by_colleague.html", found, problems, more)


def _days(request: Asked) -> tuple[Days, tuple[Problem, ...]]:
    read = reading.read(DAYS, typed.posted(request.GET))
    if read.problems:
        return looks.EVER, read.problems
    first, last = (read.answers.get(key) for key in ("first", "last"))
    days = Days(
        first=date.fromisoformat(str(first)) if first else None,
        last=date.fromisoformat(str(last)) if last else None,
    )
    return days, ()


def _page(
    request: Asked,
    template: str,
    found: Looks,
    problems: tuple[Problem, ...],
    more: dict[str, object],
) -> HttpResponse:
    request.shown.objects(row.account_id for row in found.rows if row.account_id)
    form = shown.section(DAYS, typed=typed.posted(request.GET), problems=problems)
    context = {"found": found, "form": form, "problems": shown.summary([form], problems), **more}
    return render(request, template, context, status=422 if problems else 200)
