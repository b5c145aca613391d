"""The thread: the story of one child so far, in order."""

from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.queries import thread
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.serving import page

KNOWN_ON = Question(
    key="known_on", asks="Show it as it was known on", kind=Kind.DATE, hint="For example, 4 3 2020"
)


@page(verb="thread.read")
def story(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show every entry this viewer may see, as known now or at the end of a day gone by."""
    posted = typed.posted(request.GET)
    known_on, problems = _known_on(posted, today=london_date(now))
    found = thread.of(viewer=viewer, person_id=person_id, now=now, known_on=known_on)
    request.shown.persons([found.person_id])
    request.shown.objects(entry.entry_id for entry in found.entries)
    form = shown.section(_asked(), typed=posted, problems=problems)
    days = [(day, list(entries)) for day, entries in groupby(found.entries, _day)]
    return render(
        request,
        "pages/thread.html",
        {
            "thread": found,
            "days": days,
            "known_on": known_on,
            "field": form.fields[0],
            "problems": shown.summary([form], problems),
        },
        status=422 if problems else 200,
    )


def _asked() -> Section:
    return Section(key="known", title="", questions=(KNOWN_ON,))


def _known_on(
    posted: dict[str, list[str]], *, today: date
) -> tuple[date | None, tuple[Problem, ...]]:
    """Return the day asked for, and what is wrong with it."""
    if not any(text.strip() for texts in posted.values() for text in texts):
        return None, ()
    read = reading.read((KNOWN_ON,), posted)
    said = read.answers.get(KNOWN_ON.key)
    if not said:
        return None, read.problems
    day = date.fromisoformat(str(said))
    if day > today:
        return None, (Problem(KNOWN_ON.key, "Choose a day that has been: nothing is known later"),)
    return day, ()


def _day(entry: thread.ThreadEntry) -> date:
    return entry.happened_on
