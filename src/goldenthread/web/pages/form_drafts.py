"""The partnership's own forms: write a new version, see it, lay it beside the last, publish it."""

from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import form_drafts as writing
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership import form_questions
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.drafting import Body
from goldenthread.language.instrument import Section
from goldenthread.queries import form_drafts
from goldenthread.queries.form_drafts import Kept
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import drafted, shown, typed
from goldenthread.web.forms.typed import Typed
from goldenthread.web.serving import page

Problems = tuple[Problem, ...]


@page(verb="form.write")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show every form of the partnership's own."""
    found = form_drafts.listed(viewer=viewer, now=now)
    return render(request, "pages/forms.html", {"kept": found})


@page(verb="form.write")
def one(request: Asked, viewer: Viewer, now: datetime, form: str) -> HttpResponse:
    """Show one form: what is asked now, what is to come, and the draft."""
    return _show(request, form_drafts.one(viewer=viewer, form=form, now=now))


@page(verb="form.write")
def begin(request: Asked, viewer: Viewer, now: datetime, form: str) -> HttpResponse:
    """Begin a draft from the version asked now."""
    writing.begin(by=viewer, form=form, at=now)
    return redirect("form", form=form)


@page(verb="form.write")
def change(request: Asked, viewer: Viewer, now: datetime, form: str) -> HttpResponse:
    """Take a question out, move one up, or throw the draft away, as the button said."""
    go, _, key = request.POST.get("go", "").partition(":")
    version = _number(request.POST.get("version", ""))
    try:
        if go == "remove":
            writing.remove(by=viewer, form=form, key=key, version=version, at=now)
        elif go == "up":
            writing.move(by=viewer, form=form, key=key, version=version, at=now)
        elif go == "drop":
            writing.drop(by=viewer, form=form, version=version)
    except Refused as refused:
        found = form_drafts.one(viewer=viewer, form=form, now=now)
        return _show(request, found, problems=refused.problems)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=reverse("form", args=[form]))
    return redirect("form", form=form)


@page(verb="form.write")
def preview(request: Asked, viewer: Viewer, now: datetime, form: str) -> HttpResponse:
    """Show the draft as it will be asked; nothing can be sent from it."""
    found = form_drafts.one(viewer=viewer, form=form, now=now)
    if found.draft is None:
        return redirect("form", form=form)
    forms = shown.instrument(found.draft.form, typed={})
    return render(request, "pages/form_preview.html", {"kept": found, "forms": forms})


@page(verb="form.write")
def compare(request: Asked, viewer: Viewer, now: datetime, form: str) -> HttpResponse:
    """Lay the draft beside the version asked now."""
    found = form_drafts.one(viewer=viewer, form=form, now=now)
    if found.draft is None:
        return redirect("form", form=form)
    return render(request, "pages/form_compare.html", {"kept": found})


@page(verb="form.write")
def question(
    request: Asked, viewer: Viewer, now: datetime, form: str, section: str, key: str
) -> HttpResponse:
    """Ask for a question of the draft, a new one where `key` is "new"; on POST keep it."""
    found = form_drafts.one(viewer=viewer, form=form, now=now)
    place, before = _standing(found, section, key)
    if place is None or before is None:
        return redirect("form", form=form)
    asks = drafted.asked(changing=bool(before["key"]))
    if request.method != "POST":
        stood = drafted.typed_of(before, place) if before["key"] else {}
        return _question(request, found, asks, stood, ())
    posted = typed.posted(request.POST)
    read = reading.read(asks, posted)
    if read.problems:
        return _question(request, found, asks, posted, read.problems)
    written, problems = drafted.read(read.answers, before=before, at=now)
    if problems:
        return _question(request, found, asks, posted, problems)
    version = _number(request.POST.get("version", ""))
    try:
        writing.keep(
            by=viewer, form=form, section=section, question=written, version=version, at=now
        )
    except Refused as refused:
        return _question(request, found, asks, posted, refused.problems)
    except Conflict as conflict:
        kept = shown.kept([shown.section(asks, typed=posted)])
        again = reverse("form", args=[form])
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("form", form=form)


@page(verb="form.publish")
def publish(request: Asked, viewer: Viewer, now: datetime, form: str) -> HttpResponse:
    """Ask from which day the draft is asked; on POST publish it."""
    found = form_drafts.one(viewer=viewer, form=form, now=now)
    if found.draft is None:
        return redirect("form", form=form)
    posted = typed.posted(request.POST)
    if request.method != "POST":
        return _publish(request, found, posted, ())
    read = reading.read(form_questions.publishing, posted, on=london_date(now))
    if read.problems:
        return _publish(request, found, posted, read.problems)
    since = date.fromisoformat(str(read.answers["since"]))
    version = _number(request.POST.get("version", ""))
    try:
        writing.publish(by=viewer, form=form, since=since, version=version, at=now)
    except Refused as refused:
        return _publish(request, found, posted, refused.problems)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=reverse("form", args=[form]))
    return redirect("form", form=form)


def _show(request: Asked, found: Kept, *, problems: Problems = ()) -> HttpResponse:
    context = {"kept": found, "problems": [{"text": each.message} for each in problems]}
    return render(request, "pages/form.html", context, status=422 if problems else 200)


def _standing(found: Kept, section: str, key: str) -> tuple[Body | None, Body | None]:
    """Return the section of the draft and the question of it, NEW for a new one."""
    sections = found.draft.body["sections"] if found.draft else []
    place = next((each for each in sections if each["key"] == section), None)
    if place is None or key == "new":
        return place, drafted.NEW
    return place, next((each for each in place["questions"] if each["key"] == key), None)


def _question(
    request: Asked, found: Kept, asks: Section, posted: Typed, problems: Problems
) -> HttpResponse:
    return _form(request, "pages/form_question.html", found, asks, posted, problems)


def _publish(request: Asked, found: Kept, posted: Typed, problems: Problems) -> HttpResponse:
    asks = form_questions.publishing
    return _form(request, "pages/form_publish.html", found, asks, posted, problems)


def _form(
    request: Asked, template: str, found: Kept, asks: Section, posted: Typed, problems: Problems
) -> HttpResponse:
    form = shown.section(asks, typed=posted, problems=problems)
    context: dict[str, Any] = {"kept": found, "form": form}
    context["problems"] = shown.summary([form], problems)
    context["version"] = request.POST.get("version", found.draft.version if found.draft else 0)
    return render(request, template, context, status=422 if problems else 200)


def _number(typed_in: str) -> int:
    return int(typed_in) if typed_in.isdecimal() and len(typed_in) < 9 else 0
