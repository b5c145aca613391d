"""Meetings: those I am asked to, one of them with all it holds for me, my answer and my report."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from icalendar import Calendar, Event

from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import invitations
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import meetings, my_meetings
from goldenthread.queries.meetings import About, Page
from goldenthread.queries.my_meetings import Brief
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes, shown, typed
from goldenthread.web.serving import page

# How long a meeting stands in a calendar: nobody says, and a diary wants an end.
LASTS = timedelta(hours=1, minutes=30)


@page(verb="meeting.mine")
def mine(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List the meetings the viewer is asked to or leads, those to come first."""
    waiting, gone = my_meetings.mine(viewer=viewer, now=now)
    listed(request, (*waiting, *gone))
    return render(request, "pages/meetings.html", {"waiting": waiting, "gone": gone})


def listed(request: Asked, found: Iterable[Brief]) -> None:
    """Note the meetings a list shows and whom they are about."""
    for each in found:
        request.shown.objects([each.meeting_id])
        request.shown.persons(person_id for person_id, _ in each.children)


@page(verb="meeting.read")
def one(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> HttpResponse:
    """Show one meeting."""
    return page_of(request, viewer, now, meeting_id)


def page_of(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    meeting_id: UUID,
    problems: tuple[Problem, ...] = (),
) -> HttpResponse:
    """Show one meeting, with what is wrong with what was answered."""
    found = meetings.one(viewer=viewer, meeting_id=meeting_id, now=now)
    noted(request, found)
    context = {
        "found": found,
        "title": meetings.title(found.row),
        "typed": request.POST,
        "wrong": mistakes.beside(problems),
        "links": mistakes.links(problems),
    }
    return render(request, "pages/meeting.html", context, status=422 if problems else 200)


def noted(request: Asked, found: Page) -> None:
    """Note whom a page about a meeting shows."""
    request.shown.objects([found.row.pk, *(each.invitation_id for each in found.asked)])
    request.shown.objects(each.child_id for each in found.about if each.child_id)
    request.shown.persons(each.person_id for each in found.about if each.person_id)


@page(verb="meeting.answer")
def answer(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> HttpResponse:
    """Say whether one comes."""
    found = meetings.one(viewer=viewer, meeting_id=meeting_id, now=now)
    noted(request, found)
    if found.own is None:
        raise Denied(verb="meeting.answer", reason="not-asked")
    comes, why = request.POST.get("response", ""), storable(request.POST.get("response_why", ""))
    if comes not in ("accepted", "declined"):
        wrong = (Problem("response", "Say whether you come"),)
        return page_of(request, viewer, now, meeting_id, wrong)
    try:
        invitations.answer(
            by=viewer,
            invitation_id=found.own.invitation_id,
            accepted=comes == "accepted",
            why=why[:2000],
            at=now,
        )
    except Refused as refused:
        return page_of(request, viewer, now, meeting_id, refused.problems)
    except Conflict as conflict:
        again = reverse("meeting", args=[meeting_id])
        return errors.conflict(request, says=conflict.says, kept=[("Why", why)], again=again)
    return redirect("meeting", meeting_id=meeting_id)


@page(verb="meeting.answer")
def report(
    request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID, about_id: UUID
) -> HttpResponse:
    """Ask for the report about one child; on POST send it."""
    found = meetings.one(viewer=viewer, meeting_id=meeting_id, now=now)
    noted(request, found)
    about = next((each for each in found.about if each.child_id == about_id), None)
    if about is None or found.own is None or found.kind.report is None:
        raise Denied(verb="meeting.answer", reason="no-report-asked")
    form = found.kind.report.form
    if request.method != "POST":
        return _report(request, found, about, ())
    read = reading.read(form, typed.posted(request.POST), on=london_date(now))
    if read.problems:
        return _report(request, found, about, read.problems)
    try:
        invitations.report(
            by=viewer,
            invitation_id=found.own.invitation_id,
            child_id=about_id,
            answers=read.answers,
            at=now,
        )
    except Conflict as conflict:
        again = reverse("meeting", args=[meeting_id])
        kept = [(name, " ".join(words)) for name, words in read.as_typed.items()]
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("meeting", meeting_id=meeting_id)


def _report(
    request: Asked, found: Page, about: About, problems: tuple[Problem, ...]
) -> HttpResponse:
    form = found.kind.report.form if found.kind.report else None
    posted = typed.posted(request.POST) if request.method == "POST" else {}
    forms = shown.instrument(form, typed=posted, problems=problems) if form else ()
    context = {
        "found": found,
        "about": about,
        "title": meetings.title(found.row),
        "forms": forms,
        "links": shown.summary(forms, problems),
    }
    status = 422 if problems else 200
    return render(request, "pages/meeting_report.html", context, status=status)


@page(verb="meeting.read")
def calendar(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> HttpResponse:
    """Give the meeting as a calendar file: what kind, when and where, and no word of a child."""
    found = meetings.one(viewer=viewer, meeting_id=meeting_id, now=now)
    noted(request, found)
    answer = HttpResponse(calendar_file(found, now=now), content_type="text/calendar")
    answer.headers["Content-Disposition"] = 'attachment; filename="meeting.ics"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def calendar_file(found: Page, *, now: datetime) -> bytes:
    """Return the calendar file of a meeting. Diaries are read by others, so it names nobody."""
    row = found.row
    event = Event()
    event.add("uid", f"{row.pk}@goldenthread")
    event.add("dtstamp", now)
    event.add("dtstart", row.planned_at)
    event.add("dtend", row.planned_at + LASTS)
    event.add("summary", found.kind.title)
    event.add("location", row.place)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if row.state in ("cancelled", "adjourned") else "CONFIRMED")
    made = Calendar()
    made.add("prodid", "-//Golden Thread//Meetings//EN")
    made.add("version", "2.0")
    made.add_component(event)
    written: bytes = made.to_ical()
    return written
