"""One section of the referral form: shown, kept as typed, and checked when it is finished."""

from datetime import datetime
from urllib.parse import quote, urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts, same_child
from goldenthread.actions.conflict import Conflict
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument, Section
from goldenthread.queries import referrals as followed
from goldenthread.records.draft import Draft
from goldenthread.web import errors, words
from goldenthread.web.asked import Asked
from goldenthread.web.forms import finding, shown, typed
from goldenthread.web.guest_session import WRITE
from goldenthread.web.pages import already_known, concern
from goldenthread.web.serving import page


@page(verb="draft.keep", guests=(WRITE,))
def section(
    request: Asked, viewer: Viewer, now: datetime, draft_id: UUID, section: str
) -> HttpResponse:
    """Show one section; on POST keep it and do what was chosen: continue, add, remove or leave."""
    draft = followed.draft(viewer=viewer, draft_id=draft_id)
    request.shown.objects([draft.pk])
    if draft.sent_occasion_id is not None:
        return concern.after(draft, draft.sent_occasion_id)
    form = catalogue.instrument(draft.instrument)
    asked = _section(form, section)
    if request.method != "POST":
        problems = _problems(form, asked, draft, now) if "check" in request.GET else ()
        return _page(request, viewer, form, asked, draft, problems, now)
    try:
        return _go_on(request, viewer, now, draft, form, asked)
    except Conflict as conflict:
        posted = typed.posted(request.POST)
        fields = shown.section(asked, typed=posted, head=form.rows_of(asked))
        again = _address(draft, asked)
        return errors.conflict(request, says=conflict.says, kept=shown.kept([fields]), again=again)


def _go_on(
    request: Asked, viewer: Viewer, now: datetime, draft: Draft, form: Instrument, asked: Section
) -> HttpResponse:
    """Keep what was typed, then do what was chosen. Raises Conflict if it was changed elsewhere."""
    go = request.POST.get("go", "continue")
    draft = _keep(request, viewer, now, draft, asked, with_row=go == "add")
    if go.startswith("remove:") and go.removeprefix("remove:").isdigit():
        row = int(go.removeprefix("remove:"))
        drafts.forget_child(by=viewer, draft_id=draft.pk, section=asked.key, row=row, at=now)
        return redirect(_address(draft, asked))
    if go == "add":
        row = typed.rows(asked, draft.typed) - 1
        return redirect(f"{_address(draft, asked)}#{asked.key}-{row}")
    if looked := finding.sought(go):
        back = {"find": looked} | ({"check": ""} if "check" in request.GET else {})
        return redirect(f"{_address(draft, asked)}?{urlencode(back)}#{quote(looked)}")
    if said := already_known.said(go):
        number, person_id = said
        same_child.say(by=viewer, draft_id=draft.pk, number=number, person_id=person_id, at=now)
        return redirect(f"{_address(draft, asked)}#already-known")
    if go == "leave":
        return redirect(concern.place(draft, viewer))
    problems = _problems(form, asked, draft, now)
    if problems:
        return _page(request, viewer, form, asked, draft, problems, now)
    if go == "check":
        return redirect("concern-check", draft_id=draft.pk)
    return redirect(_next(request, form, asked, draft))


@page(verb="draft.keep", guests=(WRITE,))
def keep(
    request: Asked, viewer: Viewer, now: datetime, draft_id: UUID, section: str
) -> HttpResponse:
    """Keep what is being typed, and say when: what the page's script asks for as people type."""
    draft = followed.draft(viewer=viewer, draft_id=draft_id)
    request.shown.objects([draft.pk])
    asked = _section(catalogue.instrument(draft.instrument), section)
    try:
        draft = _keep(request, viewer, now, draft, asked)
    except Conflict as conflict:
        return HttpResponse(conflict.says, status=409, content_type="text/plain")
    said = HttpResponse(f"Saved {words.clock_time(now)}", content_type="text/plain")
    said.headers["X-Draft-Version"] = str(draft.version)
    return said


def _keep(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    draft: Draft,
    asked: Section,
    *,
    with_row: bool = False,
) -> Draft:
    """Save this section as posted; what was ticked before and is not now is emptied."""
    now_typed = typed.section_of(asked, typed.posted(request.POST))
    before = typed.section_of(asked, draft.typed)
    changed: dict[str, list[str]] = {name: [] for name in before} | now_typed
    if with_row:
        changed = typed.with_row(asked, changed)
    version = request.POST.get("version", "")
    return drafts.save(
        by=viewer,
        draft_id=draft.pk,
        instrument=draft.instrument,
        typed=changed,
        version=int(version) if version.isdigit() else None,
        at=now,
    )


def _problems(form: Instrument, asked: Section, draft: Draft, now: datetime) -> tuple[Problem, ...]:
    """Return what is wrong in this section, seen with what the others answer."""
    head = form.rows_of(asked)
    mine = {field.name for field in shown.section(asked, typed=draft.typed, head=head).all_fields}
    found = concern.problems_of(draft, now)
    return tuple(problem for problem in found if problem.field in mine | {asked.key})


def _page(
    request: Asked,
    viewer: Viewer,
    form: Instrument,
    asked: Section,
    draft: Draft,
    problems: tuple[Problem, ...],
    now: datetime,
) -> HttpResponse:
    read = reading.read(form, draft.typed, on=london_date(now))
    fields = shown.section(
        asked,
        typed=draft.typed,
        problems=problems,
        known=read.answers,
        head=form.rows_of(asked),
    )
    at = form.sections.index(asked)
    return render(
        request,
        "pages/concern_section.html",
        {
            "draft": draft,
            "form": fields,
            "known": already_known.of(request, viewer, draft, read.answers)
            if already_known.names(asked)
            else (),
            "finding": finding.of(fields, field=request.GET.get("find", ""), on=london_date(now)),
            "problems": shown.summary([fields], problems),
            "number": at + 1,
            "count": len(form.sections),
            "back": _address(draft, form.sections[at - 1]) if at else None,
            # What is left may be left out: somebody in a hurry need not page through it.
            "enough": not read.problems and at + 1 < len(form.sections),
        },
        status=422 if problems and request.method == "POST" else 200,
    )


def _next(request: Asked, form: Instrument, asked: Section, draft: Draft) -> str:
    at = form.sections.index(asked) + 1
    if at == len(form.sections) or "check" in request.GET:
        return str(reverse("concern-check", args=[draft.pk]))
    return _address(draft, form.sections[at])


def _address(draft: Draft, asked: Section) -> str:
    return str(reverse("concern-section", args=[draft.pk, asked.key]))


def _section(form: Instrument, key: str) -> Section:
    try:
        return form.section(key)
    except KeyError:
        raise Http404 from None
