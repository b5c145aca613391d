"""The tracker of actions: lists, one action, its moves, and adding one from where it came."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import tracked as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.tracked import Origin
from goldenthread.content.partnership.tracking import ORIGINS
from goldenthread.content.partnership.tracking_questions import proposing
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.tracking import Move
from goldenthread.queries import tracked, tracked_origins
from goldenthread.queries.tracked import ActionPage, Tracked
from goldenthread.queries.tracked_origins import From
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.forms.typed import Typed
from goldenthread.web.serving import page

LISTS = {
    tracked.MINE: "Mine",
    tracked.AGENCY: "My agency's",
    tracked.OVERDUE: "Overdue",
    tracked.EVERY: "All I may see",
}


@page(verb="action.read")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show the actions of one list, the soonest due first."""
    which = request.GET.get("show", "")
    which = which if which in LISTS else tracked.MINE
    origin = request.GET.get("from", "")
    origin = origin if origin in ORIGINS else ""
    found = tracked.listed(viewer=viewer, which=which, origin=origin, on=london_date(now))
    _note(request, found)
    context = {"actions": found, "which": which, "origin": origin}
    return render(request, "pages/actions.html", {**context, "lists": LISTS, "origins": ORIGINS})


@page(verb="action.read")
def of_child(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show every action about a child."""
    found = tracked.of_child(viewer=viewer, person_id=person_id, on=london_date(now))
    about = tracked_origins.child(viewer=viewer, person_id=person_id)
    _note(request, found)
    request.shown.persons([person_id])
    return render(request, "pages/actions_of_child.html", {"actions": found, "about": about})


@page(verb="action.read")
def one(request: Asked, viewer: Viewer, now: datetime, action_id: UUID) -> HttpResponse:
    """Show one action: how it stands, what may be done now, and all that was."""
    found = _one(request, viewer, now, action_id)
    request.shown.objects([found.origin_id] if found.origin_id else [])
    return render(request, "pages/action.html", {"page": found})


@page(verb="action.write")
def move(request: Asked, viewer: Viewer, now: datetime, action_id: UUID, move: str) -> HttpResponse:
    """Ask what a move asks; on POST make it."""
    found = _one(request, viewer, now, action_id)
    kind = next((each for each in found.open_moves if each.key == move), None)
    if kind is None:
        return errors.missing(request)
    posted = typed.posted(request.POST)
    if request.method != "POST":
        return _move_form(request, found, kind, posted, ())
    read = reading.read(kind.asks, posted, on=london_date(now))
    if read.problems:
        return _move_form(request, found, kind, posted, read.problems)
    return _moved(request, viewer, now, found, kind, read.answers)


def _moved(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    found: ActionPage,
    kind: Move,
    answers: dict[str, object],
) -> HttpResponse:
    posted, action_id = typed.posted(request.POST), found.action.action_id
    try:
        acting.move(
            by=viewer,
            action_id=action_id,
            key=kind.key,
            answers=answers,
            version=_number(request.POST.get("version", "")),
            at=now,
        )
    except Refused as refused:
        return _move_form(request, found, kind, posted, refused.problems)
    except Conflict as conflict:
        kept = shown.kept([shown.section(kind.asks, typed=posted)])
        again = reverse("action", args=[action_id])
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("action", action_id=action_id)


def _number(typed_in: str) -> int:
    return int(typed_in) if typed_in.isdecimal() and len(typed_in) < 9 else 0


def _move_form(
    request: Asked, found: ActionPage, kind: Move, posted: Typed, problems: tuple[Problem, ...]
) -> HttpResponse:
    context = {"page": found, "move": kind}
    return _form(request, "pages/action_move.html", kind.asks, posted, problems, context)


@page(verb="action.write")
def add(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask for an action about no child, from an indicator where one is named; on POST add it."""
    about = tracked_origins.wide(key=request.GET.get("indicator", ""))
    return _add(request, viewer, now, about)


@page(verb="action.write")
def for_child(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Ask for an action about a child; on POST add it."""
    return _add(request, viewer, now, tracked_origins.child(viewer=viewer, person_id=person_id))


@page(verb="action.write")
def for_entry(request: Asked, viewer: Viewer, now: datetime, entry_id: UUID) -> HttpResponse:
    """Ask for an action that comes from an entry on a child's thread; on POST add it."""
    request.shown.objects([entry_id])
    return _add(request, viewer, now, tracked_origins.entry(viewer=viewer, entry_id=entry_id))


@page(verb="action.write")
def for_meeting(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    meeting_id: UUID,
    about_id: UUID | None = None,
) -> HttpResponse:
    """Ask for an action that a meeting agreed, for one of its children or none; on POST add it."""
    request.shown.objects([meeting_id])
    about = tracked_origins.meeting(viewer=viewer, meeting_id=meeting_id, person_id=about_id)
    return _add(request, viewer, now, about)


def _add(request: Asked, viewer: Viewer, now: datetime, about: From) -> HttpResponse:
    if about.person_id:
        request.shown.persons([about.person_id])
    posted: Typed = {"owner_agency": [viewer.agency_name]}
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        posted = typed.posted(request.POST)
        read = reading.read(proposing, posted, on=london_date(now))
        problems = read.problems
        try:
            if not problems:
                made = acting.propose(
                    by=viewer,
                    origin=Origin(kind=about.kind, id=about.id, key=about.key),
                    person_id=about.person_id,
                    answers=read.answers,
                    at=now,
                )
                return redirect("action", action_id=made)
        except Refused as refused:
            problems = refused.problems
    context = {"about": about}
    return _form(request, "pages/action_add.html", proposing, posted, problems, context)


def _form(
    request: Asked,
    template: str,
    asked: Section,
    posted: Typed,
    problems: tuple[Problem, ...],
    context: Mapping[str, object],
) -> HttpResponse:
    form = shown.section(asked, typed=posted, problems=problems)
    more = {"form": form, "problems": shown.summary([form], problems)}
    return render(request, template, {**context, **more}, status=422 if problems else 200)


def _one(request: Asked, viewer: Viewer, now: datetime, action_id: UUID) -> ActionPage:
    found = tracked.one(viewer=viewer, action_id=action_id, on=london_date(now))
    _note(request, (found.action,))
    return found


def _note(request: Asked, found: tuple[Tracked, ...]) -> None:
    request.shown.objects(each.action_id for each in found)
    request.shown.persons(each.person_id for each in found if each.person_id)
