"""Calling a meeting about a child or about none, and asking people to it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import invitations
from goldenthread.actions import meetings as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.text import storable
from goldenthread.queries import calling, meetings, my_meetings
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes, shown, typed, when
from goldenthread.web.pages import meeting_forms
from goldenthread.web.pages.meetings import listed, noted
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page

NOBODY = UUID(int=0)


@page(verb="meeting.call")
def of_child(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show the meetings about a child, and which kinds the viewer may call."""
    child = calling.child(viewer=viewer, person_id=person_id)
    found = my_meetings.of_child(viewer=viewer, people=child.recorded_as, now=now)
    request.shown.persons([person_id])
    listed(request, found)
    context = {
        "child": child.person,
        "found": found,
        "kinds": calling.kinds(viewer=viewer, on=london_date(now)),
    }
    return render(request, "pages/meetings_of_child.html", context)


@page(verb="meeting.call")
def call(
    request: Asked, viewer: Viewer, now: datetime, meeting_kind: str, person_id: UUID | None = None
) -> HttpResponse:
    """Ask when, where, about whom and who chairs; on POST call the meeting."""
    today = london_date(now)
    child = calling.child(viewer=viewer, person_id=person_id) if person_id else None
    kind = calling.kind(viewer=viewer, key=meeting_kind, on=today, about_children=child is not None)
    if kind is None:
        where = ("meetings-of-child", person_id) if person_id else ("my-meetings",)
        return redirect(*where)
    children = calling.family(viewer=viewer, found=child) if child else ()
    chairs = calling.chairs(kind=kind)
    request.shown.persons(each for each, _ in children)
    request.shown.objects(each for each, _ in chairs)
    asked = meeting_forms.calling(children=children, chairs=chairs, named=child is None)
    context: dict[str, Any] = {"kind": kind, "child": child.person if child else None}
    if request.method != "POST":
        return _call(request, asked, context, (), about=[str(each) for each, _ in children[:1]])
    read = reading.read(asked, typed.posted(request.POST), on=today)
    at = when.instant(read.answers, day="planned", at="planned_time")
    problems = (*read.problems, *((at,) if isinstance(at, Problem) else ()))
    if problems or not isinstance(at, datetime):
        return _call(request, asked, context, problems)
    said = _said(request, read.answers)
    try:
        called = acting.call(by=viewer, kind=kind.key, planned_at=at, at=now, **said)
    except Refused as refused:
        return _call(request, asked, context, refused.problems)
    return redirect("meeting-invite", meeting_id=called.pk)


def _said(request: Asked, answers: dict[str, object]) -> dict[str, Any]:
    """Return what was answered as the action takes it."""
    chosen = answers.get("about", [])
    return {
        "about": [UUID(each) for each in chosen] if isinstance(chosen, list) else [],
        "chair": as_id(str(answers["chair"])) or NOBODY,
        "place": str(answers.get("place", "")),
        "title": str(answers.get("title", "")),
        "meeting_id": as_id(request.POST.get("meeting", "")),
    }


def _call(
    request: Asked,
    asked: Section,
    context: dict[str, Any],
    problems: tuple[Problem, ...],
    *,
    about: list[str] | None = None,
) -> HttpResponse:
    posted = typed.posted(request.POST) if request.method == "POST" else {"about": about or []}
    form = shown.section(asked, typed=posted, problems=problems)
    context |= {
        "form": form,
        "meeting": request.POST.get("meeting") or uuid4().hex,
        "links": shown.summary((form,), problems),
    }
    return render(request, "pages/meeting_call.html", context, status=422 if problems else 200)


@page(verb="meeting.hold")
def invite(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> HttpResponse:
    """Find whom to ask; on POST ask one, and go on to the next."""
    found = meetings.one(viewer=viewer, meeting_id=meeting_id, now=now)
    noted(request, found)
    if not found.leads:
        raise Denied(verb="meeting.hold", reason="does-not-lead-it")
    if request.method != "POST":
        return _invite(request, viewer, found, ())
    sent = request.POST
    everybody = [each.child_id for each in found.about if each.child_id]
    chosen = [as_id(each) or NOBODY for each in sent.getlist("children")]
    try:
        invitations.invite(
            by=viewer,
            meeting_id=meeting_id,
            account=as_id(sent.get("account", "")),
            agency=as_id(sent.get("agency", "")),
            who=storable(sent.get("who", "")),
            children=chosen if len(everybody) > 1 else None,
            at=now,
        )
    except Refused as refused:
        return _invite(request, viewer, found, refused.problems)
    except Conflict as conflict:
        return errors.conflict(
            request, says=conflict.says, again=reverse("meeting", args=[meeting_id])
        )
    return redirect("meeting-invite", meeting_id=meeting_id)


def _invite(
    request: Asked, viewer: Viewer, found: meetings.Page, problems: tuple[Problem, ...]
) -> HttpResponse:
    words = request.GET.get("words", "")[:200] or request.POST.get("words", "")[:200]
    people, more = calling.people(viewer=viewer, words=words)
    agencies = calling.agencies()
    request.shown.objects([*(each.account_id for each in people), *(key for key, _ in agencies)])
    chosen = request.POST.getlist("children") if request.method == "POST" else None
    context = {
        "found": found,
        "title": meetings.title(found.row),
        "words": words,
        "people": people,
        "more": more,
        "agencies": agencies,
        "chosen": chosen,
        "typed": request.POST,
        "wrong": mistakes.beside(problems),
        "links": mistakes.links(problems),
    }
    return render(request, "pages/meeting_invite.html", context, status=422 if problems else 200)
