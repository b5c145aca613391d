"""What came of a meeting: who came, what was decided of each child, the minutes, or why not."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import held_meetings, meeting_decisions
from goldenthread.actions import meetings as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.held_meetings import Came
from goldenthread.kernel.calendar import LONDON, london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.attendance import TITLES, Attendance
from goldenthread.language.text import storable
from goldenthread.queries import meetings
from goldenthread.queries.meetings import Page
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes, shown, typed, when
from goldenthread.web.pages import meeting_forms
from goldenthread.web.pages.meetings import noted
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page

NOBODY = UUID(int=0)
LONGEST = 20_000


def _led(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> Page:
    found = meetings.one(viewer=viewer, meeting_id=meeting_id, now=now)
    noted(request, found)
    if not found.leads:
        raise Denied(verb="meeting.hold", reason="does-not-lead-it")
    return found


@page(verb="meeting.hold")
def held(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> HttpResponse:
    """Ask when it was held and who came; on POST record it, complete or not."""
    found = _led(request, viewer, now, meeting_id)
    if request.method != "POST":
        return _held(request, found, ())
    posted = typed.posted(request.POST)
    read = reading.read(meeting_forms.HELD, posted)
    short = reading.read(meeting_forms.SHORT, posted)
    at = when.instant(read.answers, day="held", at="held_time")
    problems = (*read.problems, *((at,) if isinstance(at, Problem) else ()), *short.problems)
    if problems or not isinstance(at, datetime):
        return _held(request, found, problems)
    try:
        held_meetings.hold(
            by=viewer,
            meeting_id=meeting_id,
            held_at=at,
            came=_came(request, found),
            why=str(short.answers.get("why", "")),
            taken_up_on=_day(short.answers.get("taken_up_on")),
            version=_number(request.POST.get("version", "")),
            at=now,
        )
    except Refused as refused:
        return _held(request, found, refused.problems)
    except Conflict as conflict:
        return _again(request, conflict, found)
    return redirect("meeting", meeting_id=meeting_id)


def _came(request: Asked, found: Page) -> dict[UUID, Came]:
    came = {}
    for each in found.asked:
        how = request.POST.get(f"came-{each.invitation_id}", "")
        if how in set(Attendance):
            who = storable(request.POST.get(f"who-{each.invitation_id}", ""))
            came[each.invitation_id] = Came(how=Attendance(how), who=who)
    return came


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 9 else None


def _held(request: Asked, found: Page, problems: tuple[Problem, ...]) -> HttpResponse:
    posted = typed.posted(request.POST) if request.method == "POST" else _planned(found)
    when_held = shown.section(meeting_forms.HELD, typed=posted, problems=problems)
    short = shown.section(meeting_forms.SHORT, typed=posted, problems=problems)
    own = [each for each in problems if each.field.startswith("came")]
    rest = tuple(each for each in problems if each not in own)
    context = {
        "when_held": when_held,
        "short": short,
        "codes": [(code.value, says) for code, says in TITLES.items()],
        "typed": request.POST,
        "wrong": mistakes.beside(own),
    }
    links = mistakes.links(own)
    links = [*shown.summary((when_held,), rest), *links, *shown.summary((short,), rest)]
    return _page(request, found, "pages/meeting_held.html", context, links)


def _planned(found: Page) -> dict[str, list[str]]:
    """Return when it was to be held, as it would be typed."""
    at = found.row.planned_at
    there = at.astimezone(LONDON)
    return {
        "held-day": [str(there.day)],
        "held-month": [str(there.month)],
        "held-year": [str(there.year)],
        "held_time": [f"{there:%H:%M}"],
    }


@page(verb="meeting.hold")
def decide(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> HttpResponse:
    """Ask what was decided and of whom; on POST record it of each."""
    found = _led(request, viewer, now, meeting_id)
    if request.method != "POST":
        return _decide(request, found, ())
    read = reading.read(found.kind.asks, typed.posted(request.POST), on=london_date(now))
    if read.problems:
        return _decide(request, found, read.problems)
    said = {
        each.invitation_id: storable(request.POST.get(f"dissent-{each.invitation_id}", ""))
        for each in found.asked
    }
    try:
        meeting_decisions.decide(
            by=viewer,
            meeting_id=meeting_id,
            children=[as_id(each) or NOBODY for each in request.POST.getlist("children")],
            answers=read.answers,
            dissents={who: words[:LONGEST] for who, words in said.items() if words.strip()},
            at=now,
        )
    except Refused as refused:
        return _decide(request, found, refused.problems)
    except Conflict as conflict:
        return _again(request, conflict, found)
    return redirect("meeting", meeting_id=meeting_id)


def _decide(request: Asked, found: Page, problems: tuple[Problem, ...]) -> HttpResponse:
    posted = typed.posted(request.POST) if request.method == "POST" else {}
    forms = shown.instrument(found.kind.asks, typed=posted, problems=problems)
    own = [each for each in problems if each.field in ("children", "dissent")]
    rest = tuple(each for each in problems if each not in own)
    undecided = [each for each in found.about if each.decided is None]
    context = {
        "forms": forms,
        "undecided": undecided,
        "chosen": request.POST.getlist("children")
        or ([str(undecided[0].child_id)] if len(undecided) == 1 else []),
        "typed": request.POST,
        "wrong": mistakes.beside(own),
    }
    links = mistakes.links(own)
    links = [*links, *shown.summary(forms, rest)]
    return _page(request, found, "pages/meeting_decide.html", context, links)


@page(verb="meeting.hold")
def minutes(request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID) -> HttpResponse:
    """Write the minutes, part by part; on POST keep them, and send them round if asked to."""
    found = _led(request, viewer, now, meeting_id)
    if request.method != "POST":
        return _minutes(request, found, ())
    sent = {child: storable(request.POST.get(name, "")) for child, name, _ in _parts(found)}
    before = {child: words for child, _, words in _parts(found)}
    parts = {
        child: words[:LONGEST]
        for child, words in sent.items()
        if words.strip() and words.strip() != before[child]
    }
    send = request.POST.get("go") == "send"
    try:
        held_meetings.write_up(by=viewer, meeting_id=meeting_id, parts=parts, send=send, at=now)
    except Refused as refused:
        return _minutes(request, found, refused.problems)
    except Conflict as conflict:
        return _again(request, conflict, found)
    return redirect("meeting", meeting_id=meeting_id)


def _parts(found: Page) -> list[tuple[UUID | None, str, str]]:
    """Return each part of the minutes: the child it is of, its field, and what is there."""
    children = [(each.child_id, f"words-{each.child_id}", each.minutes) for each in found.about]
    return [(None, "words", found.shared.minutes), *children]


def _minutes(request: Asked, found: Page, problems: tuple[Problem, ...]) -> HttpResponse:
    names = {each.child_id: each.name for each in found.about}
    parts = [
        (name, names.get(child, ""), request.POST.get(name, before) if request.POST else before)
        for child, name, before in _parts(found)
    ]
    wrong = mistakes.beside(problems)
    links = mistakes.links(problems)
    context = {"parts": parts, "wrong": wrong}
    return _page(request, found, "pages/meeting_minutes.html", context, links)


@page(verb="meeting.hold")
def off(
    request: Asked, viewer: Viewer, now: datetime, meeting_id: UUID, which: str
) -> HttpResponse:
    """Ask why it is called off, or why it is put off and to when; on POST do it."""
    found = _led(request, viewer, now, meeting_id)
    asked = meeting_forms.CALLED_OFF if which == "call-off" else meeting_forms.PUT_OFF
    posted = typed.posted(request.POST) if request.method == "POST" else {}
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        read = reading.read(asked, posted)
        problems = read.problems
        why, day = str(read.answers.get("why", "")), _day(read.answers.get("taken_up_on"))
        try:
            if not problems and which == "call-off":
                acting.cancel(by=viewer, meeting_id=meeting_id, why=why, at=now)
                return redirect("my-meetings")
            if not problems:
                acting.adjourn(by=viewer, meeting_id=meeting_id, why=why, taken_up_on=day, at=now)
                return redirect("meeting", meeting_id=meeting_id)
        except Refused as refused:
            problems = refused.problems
        except Conflict as conflict:
            return _again(request, conflict, found)
    form = shown.section(asked, typed=posted, problems=problems)
    context = {"form": form, "which": which}
    return _page(
        request, found, "pages/meeting_off.html", context, shown.summary((form,), problems)
    )


def _again(request: Asked, conflict: Conflict, found: Page) -> HttpResponse:
    kept = [(name, " ".join(words)) for name, words in typed.posted(request.POST).items()]
    again = reverse("meeting", args=[found.row.pk])
    return errors.conflict(request, says=conflict.says, kept=kept, again=again)


def _page(
    request: Asked, found: Page, template: str, context: dict[str, Any], links: list[Any]
) -> HttpResponse:
    context |= {"found": found, "title": meetings.title(found.row), "links": links}
    return render(request, template, context, status=422 if links else 200)
