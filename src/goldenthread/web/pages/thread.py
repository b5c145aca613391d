"""The thread: the story of one child so far, in order."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from itertools import groupby
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.queries import chronology, thread, who_matters
from goldenthread.queries.chronology import Only
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.serving import page

KNOWN_ON = Question(
    key="known_on", asks="Show it as it was known on", kind=Kind.DATE, hint="For example, 4 3 2020"
)
SINCE = Question(key="since", asks="Nothing before", kind=Kind.DATE)
UNTIL = Question(key="until", asks="Nothing after", kind=Kind.DATE)
DATES = (KNOWN_ON, SINCE, UNTIL)


@page(verb="thread.read")
def story(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show the entries asked for, a page at a time, as known now or at the end of a day gone by."""
    posted = typed.posted(request.GET)
    dates, problems = _dates(posted, today=london_date(now))
    older = request.GET.get("older", "")
    found = thread.of(
        viewer=viewer,
        person_id=person_id,
        now=now,
        known_on=dates.get("known_on"),
        only=_only(request.GET, dates),
        older=int(older) if older.isdecimal() and len(older) < 5 else 0,
    )
    form = shown.section(_asked(), typed=posted, problems=problems)
    context = _context(request, found, known_on=dates.get("known_on"))
    more = {"fields": form.fields, "problems": shown.summary([form], problems)}
    if not dates.get("known_on"):
        context["matters"] = _matters(request, viewer, now, found)
    status = 422 if problems else 200
    return render(request, "pages/thread.html", {**context, **more}, status=status)


@page(verb="thread.read")
def printed(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show the whole of what was asked for about one child, for paper."""
    dates, _ = _dates(typed.posted(request.GET), today=london_date(now))
    found = thread.of(
        viewer=viewer,
        person_id=person_id,
        now=now,
        known_on=dates.get("known_on"),
        only=_only(request.GET, dates),
        most=chronology.MOST,
    )
    context = _context(request, found, known_on=dates.get("known_on"))
    return render(request, "pages/thread_print.html", {**context, "now": now})


def _context(request: Asked, found: thread.Thread, *, known_on: date | None) -> dict[str, Any]:
    request.shown.persons([found.person_id])
    request.shown.objects(entry.entry_id for entry in found.entries)
    asked = [(key, text) for key, text in request.GET.items() if text and key != "older"]
    return {
        "thread": found,
        "days": [(day, list(entries)) for day, entries in groupby(found.entries, _day)],
        "known_on": known_on,
        "chosen": any(asdict(found.only).values()),
        "asked": urlencode(asked),
        "open": [each for each in found.episodes if not each.closed_at and each.state],
    }


def _matters(
    request: Asked, viewer: Viewer, now: datetime, read: thread.Thread
) -> who_matters.WhoMatters:
    found = who_matters.to(viewer=viewer, thread=read, now=now)
    request.shown.persons([*found.also, *(each.person_id for each in found.people)])
    return found


def _asked() -> Section:
    return Section(key="known", title="", questions=DATES)


def _dates(
    posted: Mapping[str, list[str]], *, today: date
) -> tuple[dict[str, date], tuple[Problem, ...]]:
    """Return the days asked for, by question, and what is wrong with them."""
    read = reading.read(_typed_into(posted), posted)
    days = {key: date.fromisoformat(str(said)) for key, said in read.answers.items() if said}
    known_on = days.get(KNOWN_ON.key)
    if known_on and known_on > today:
        del days[KNOWN_ON.key]
        late = Problem(KNOWN_ON.key, "Choose a day that has been: nothing is known later")
        return days, (*read.problems, late)
    return days, read.problems


def _typed_into(posted: Mapping[str, list[str]]) -> Sequence[Question]:
    """Return the questions something was typed for: none has to be answered."""
    said = {name for name, texts in posted.items() if any(text.strip() for text in texts)}
    return tuple(each for each in DATES if any(name.startswith(each.key) for name in said))


def _only(asked: Mapping[str, str], dates: Mapping[str, date]) -> Only:
    """Return the choice in the address."""
    return Only(
        pathway=asked.get("pathway", "").replace("\0", ""),
        agency=asked.get("agency", "").replace("\0", ""),
        step=asked.get("step", "").replace("\0", ""),
        since=dates.get(SINCE.key),
        until=dates.get(UNTIL.key),
        words=asked.get("words", "").replace("\0", "").strip()[:200],
    )


def _day(entry: thread.ThreadEntry) -> date:
    return entry.happened_on
