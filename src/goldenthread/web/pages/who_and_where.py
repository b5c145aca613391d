"""Who somebody is, where, and who matters: shown as known at a day, added to, and ended."""

import contextlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import register as registering
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.front_door.since import ended
from goldenthread.content.front_door.ties import SAME_PERSON
from goldenthread.content.front_door.who_and_where import sections
from goldenthread.kernel import calendar
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.queries import same_adult, who_and_where
from goldenthread.queries.who_and_where import Told
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import finding, shown, typed
from goldenthread.web.serving import page

KNOWN_ON = Section(
    key="known",
    title="",
    questions=(
        Question(
            key="known_on",
            asks="Show it as it was known on",
            hint="For example, 4 3 2020",
            kind=Kind.DATE,
            required=False,
            called="the day it was known on",
        ),
    ),
)


@page(verb="register.read")
def told(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show who a person is, where, and who matters, as known now or at the end of a day."""
    posted = typed.posted(request.GET)
    known_on, problems = _day(posted, today=london_date(now))
    as_at = min(calendar.end_of_day(known_on), now) if known_on else now
    found = who_and_where.of(viewer=viewer, person_id=person_id, now=as_at)
    _note(request, found)
    form = shown.section(KNOWN_ON, typed=posted, problems=problems)
    return render(
        request,
        "pages/who_and_where.html",
        {
            "told": found,
            "known_on": known_on,
            "form": form,
            "problems": shown.summary([form], problems),
            "may_write": "register.write" in viewer.may and known_on is None,
        },
        status=422 if problems else 200,
    )


def _day(
    posted: Mapping[str, list[str]], *, today: date
) -> tuple[date | None, tuple[Problem, ...]]:
    read = reading.read(KNOWN_ON, posted)
    said = read.answers.get("known_on")
    if read.problems or not said:
        return None, read.problems
    day = date.fromisoformat(str(said))
    late = (Problem("known_on", "Choose a day that has been: nothing is known later"),)
    return (None, late) if day > today else (day, ())


def _note(request: Asked, found: who_and_where.WhoAndWhere) -> None:
    request.shown.persons(found.persons)
    request.shown.objects(each.row_id for each in found.every)


@page(verb="register.write")
def add(request: Asked, viewer: Viewer, now: datetime, person_id: UUID, what: str) -> HttpResponse:
    """Ask for one thing more about somebody; on POST add it."""
    found = who_and_where.of(viewer=viewer, person_id=person_id, now=now)
    request.shown.persons([person_id])
    posted: Mapping[str, list[str]] = typed.posted(request.POST)
    asked = _asked(viewer, now, person_id, what, posted)
    if asked is None:
        return errors.missing(request)
    if what == "household":
        _note(request, found)
    request.shown.persons(_offered(asked))
    problems: tuple[Problem, ...] = ()
    looked = finding.sought(request.POST.get("go", ""))
    if request.method == "POST" and not looked:
        read = reading.read(asked, posted, on=london_date(now))
        problems = read.problems or _add(viewer, now, person_id, what, read.answers)
        if not problems:
            return redirect(reverse("who-and-where", args=[person_id]))
    filled = _filled_in(viewer, now, person_id, asked, posted) if problems else {}
    form = shown.section(asked, typed={**filled, **posted}, problems=problems)
    return render(
        request,
        "pages/register_add.html",
        {
            "told": found,
            "form": form,
            "finding": finding.of(form, field=looked, on=london_date(now)),
            "problems": shown.summary([form], problems),
        },
        status=422 if problems else 200,
    )


def _asked(
    viewer: Viewer, now: datetime, person_id: UUID, what: str, posted: Mapping[str, list[str]]
) -> Section | None:
    """Return what is asked, with what follows from the name and the birth date as typed."""
    said = reading.read(sections[what], posted, on=london_date(now)) if what in sections else None
    return who_and_where.asked_of(
        viewer=viewer,
        person_id=person_id,
        what=what,
        now=now,
        answers=said.answers if said else None,
    )


def _offered(asked: Section) -> Iterator[UUID]:
    """Yield the people a section offers to choose from."""
    for option in (each for question in asked.questions for each in question.options):
        with contextlib.suppress(ValueError):
            yield UUID(option.key)


def _filled_in(
    viewer: Viewer,
    now: datetime,
    person_id: UUID,
    asked: Section,
    posted: Mapping[str, list[str]],
) -> Mapping[str, list[str]]:
    """Return whom a sender told of for all the children, where one is recorded of that name."""
    if SAME_PERSON.key not in {question.key for question in asked.questions}:
        return {}
    answers = reading.read(asked, posted, on=london_date(now)).answers
    found = same_adult.may_be(viewer=viewer, person_id=person_id, answers=answers)
    shared = [str(each.person_id) for each in found if each.shared]
    return {SAME_PERSON.key: shared} if len(shared) == 1 else {}


def _add(
    viewer: Viewer, now: datetime, person_id: UUID, what: str, answers: Mapping[str, object]
) -> tuple[Problem, ...]:
    try:
        registering.add(by=viewer, person_id=person_id, what=what, answers=answers, at=now)
    except Refused as refused:
        return refused.problems
    return ()


@page(verb="register.write")
def end(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Ask until when one thing was so and what changed; on POST end it."""
    found = who_and_where.of(viewer=viewer, person_id=person_id, now=now)
    _note(request, found)
    asked_for = request.POST.get("row", "") or request.GET.get("row", "")
    rows = {f"{each.what}:{each.row_id}": each for each in found.every if each.until is None}
    again = reverse("who-and-where", args=[person_id])
    if asked_for not in rows:
        return redirect(again)
    posted: Mapping[str, list[str]] = typed.posted(request.POST)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        read = reading.read(ended, posted, on=london_date(now))
        try:
            problems = read.problems or _end(viewer, now, rows[asked_for], read.answers)
        except Conflict as conflict:
            return errors.conflict(request, says=conflict.says, again=again)
        if not problems:
            return redirect(again)
    form = shown.section(ended, typed=posted, problems=problems)
    context = {"told": found, "row": rows[asked_for], "asked_for": asked_for, "form": form}
    problem_links = {"problems": shown.summary([form], problems)}
    status = 422 if problems else 200
    return render(request, "pages/register_end.html", {**context, **problem_links}, status=status)


def _end(
    viewer: Viewer, now: datetime, row: Told, answers: Mapping[str, object]
) -> tuple[Problem, ...]:
    try:
        registering.end(
            by=viewer,
            person_id=row.person_id,
            what=row.what,
            row_id=row.row_id,
            answers=answers,
            at=now,
        )
    except Refused as refused:
        return refused.problems
    return ()
