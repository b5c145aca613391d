"""The directory: schools and surgeries, teams and practitioners, kept by who keeps it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import directory as keeping
from goldenthread.actions import setting_files
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership.directory import sections
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.feed import Unfit
from goldenthread.language.question import Kind
from goldenthread.queries import directory
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import finding, shown, typed
from goldenthread.web.serving import page

LISTS = {
    "setting": ("directory", "Schools, surgeries and homes"),
    "team": ("teams", "Teams"),
    "practitioner": ("practitioners", "Practitioners"),
}


@page(verb="directory.read")
def listed(request: Asked, viewer: Viewer, now: datetime, what: str) -> HttpResponse:
    """Show those of one kind whose name, code or agency was looked for."""
    words = request.GET.get("words", "").replace("\0", "").strip()[:100]
    number = request.GET.get("page", "")
    found = directory.look(
        viewer=viewer,
        what=what,
        words=words,
        page=int(number) if number.isdecimal() and len(number) < 5 else 1,
    )
    request.shown.objects(each.listed_id for each in found.rows)
    context = {"what": what, "found": found, "words": words, "today": london_date(now)}
    may = {"may_write": "directory.write" in viewer.may, "lists": LISTS}
    return render(request, "pages/directory.html", {**context, **may})


@page(verb="directory.write")
def add(request: Asked, viewer: Viewer, now: datetime, what: str) -> HttpResponse:
    """Ask for one more; on POST add it."""
    posted = typed.posted(request.POST)
    if request.method != "POST" or _looked(request):
        return _form(request, now, what, posted, ())
    read = reading.read(sections[what], posted, on=london_date(now))
    problems = read.problems
    if not problems:
        try:
            keeping.add(by=viewer, what=what, answers=read.answers, at=now)
            return redirect(LISTS[what][0])
        except Refused as refused:
            problems = refused.problems
    return _form(request, now, what, posted, problems)


@page(verb="directory.write")
def change(
    request: Asked, viewer: Viewer, now: datetime, what: str, listed_id: UUID
) -> HttpResponse:
    """Show one with all that is kept of it; on POST change it, or close it."""
    one, said = directory.one(viewer=viewer, what=what, listed_id=listed_id)
    request.shown.objects([listed_id])
    seen = request.POST.get("seen", "") or keeping.fingerprint(said)
    before = directory.before(viewer=viewer, what=what, listed_id=listed_id)
    more = {"one": one, "seen": seen, "before": before}
    if request.method != "POST":
        return _form(
            request, now, what, _as_typed(what, said), (), one=one, seen=seen, before=before
        )
    posted = typed.posted(request.POST)
    if _looked(request):
        return _form(request, now, what, posted, (), **more)
    read = reading.read(sections[what], posted, on=london_date(now))
    problems = read.problems
    if not problems:
        try:
            keeping.change(
                by=viewer, what=what, listed_id=listed_id, answers=read.answers, seen=seen, at=now
            )
            return redirect(LISTS[what][0])
        except Refused as refused:
            problems = refused.problems
        except Conflict as conflict:
            kept = shown.kept([shown.section(sections[what], typed=posted)])
            again = reverse(what, args=[listed_id])
            return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return _form(request, now, what, posted, problems, **more)


@page(verb="directory.write")
def upload(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask for a file of settings; on POST take it whole, or say which row and field is wrong."""
    context: dict[str, Any] = {"section": sections["setting"]}
    if request.method == "POST":
        sent = request.FILES.get("file")
        if sent is None or (sent.size or 0) > setting_files.MOST_BYTES:
            context["fault"] = "Choose a CSV file of 5 MB or less"
        else:
            context |= _taken(viewer, now, sent.read())
    status = 422 if "fault" in context else 200
    return render(request, "pages/directory_file.html", context, status=status)


def _taken(viewer: Viewer, now: datetime, content: bytes) -> dict[str, Any]:
    try:
        return {"taken": setting_files.receive(by=viewer, content=content, at=now)}
    except Unfit as unfit:
        return {"fault": str(unfit)}


def _form(
    request: Asked,
    now: datetime,
    what: str,
    posted: Mapping[str, list[str]],
    problems: tuple[Problem, ...],
    **more: Any,
) -> HttpResponse:
    form = shown.section(sections[what], typed=posted, problems=problems)
    context = {
        "what": what,
        "form": form,
        "back": LISTS[what],
        "finding": finding.of(form, field=_looked(request), on=london_date(now)),
        "problems": shown.summary([form], problems),
    }
    status = 422 if problems else 200
    return render(request, "pages/directory_form.html", {**context, **more}, status=status)


def _looked(request: Asked) -> str:
    return finding.sought(request.POST.get("go", ""))


def _as_typed(what: str, said: Mapping[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for question in sections[what].questions:
        value = said.get(question.key)
        if value and question.kind is Kind.DATE:
            day = date.fromisoformat(value)
            for part in ("day", "month", "year"):
                found[f"{question.key}-{part}"] = [str(getattr(day, part))]
        elif value:
            found[question.key] = [value]
    return found
