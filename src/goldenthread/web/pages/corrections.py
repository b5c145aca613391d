"""Correcting an entry: its words beside those it will say, and all it said before."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import corrections as correcting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.queries import corrections
from goldenthread.queries.corrections import ToCorrect
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.serving import page

WHY = Section(
    key="why",
    title="Why",
    questions=(
        Question(
            key="why_corrected",
            asks="Why are you correcting it?",
            hint="Everybody who reads the entry reads this, and can still read what it said before",
            kind=Kind.LONG_TEXT,
            called="why you are correcting it",
        ),
    ),
)


@page(verb="entry.correct")
def correct(request: Asked, viewer: Viewer, now: datetime, entry_id: UUID) -> HttpResponse:
    """Show the entry beside a form that begins with what it says; on POST correct it."""
    found = corrections.one(viewer=viewer, entry_id=entry_id)
    _note(request, [found.person_id], [entry_id, found.entry.episode_id])
    if request.method == "POST":
        return _correct(request, viewer, now, found)
    return _page(request, found, typed.again(found.form, found.answers), ())


@page(verb="contact.read")
def corrected(request: Asked, viewer: Viewer, now: datetime, entry_id: UUID) -> HttpResponse:
    """Show what an entry says beside what it said before."""
    found = corrections.of(viewer=viewer, entry_id=entry_id)
    episode_id = found.versions[0].episode_id
    _note(request, [found.person_id], [episode_id, *(each.entry_id for each in found.versions)])
    return render(request, "pages/corrected.html", {"found": found, "again": _address(episode_id)})


def _correct(request: Asked, viewer: Viewer, now: datetime, found: ToCorrect) -> HttpResponse:
    posted = typed.posted(request.POST)
    read = reading.read(found.form, posted, so_far=found.so_far)
    why = reading.read(WHY, posted)
    problems = (*read.problems, *why.problems)
    if problems:
        return _page(request, found, posted, problems)
    try:
        entry = correcting.correct(
            by=viewer,
            entry_id=found.entry.entry_id,
            answers=read.answers,
            why=str(why.answers["why_corrected"]),
            at=now,
        )
    except Refused as refused:
        return _page(request, found, posted, refused.problems)
    except Conflict as conflict:
        kept = shown.kept(_forms(found, posted, ()))
        again = reverse("corrected", args=[found.entry.entry_id])
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect(reverse("corrected", args=[entry.pk]))


def _page(
    request: Asked, found: ToCorrect, posted: typed.Typed, problems: tuple[Problem, ...]
) -> HttpResponse:
    forms = _forms(found, posted, problems)
    return render(
        request,
        "pages/correct.html",
        {
            "found": found,
            "forms": forms,
            "problems": shown.summary(forms, problems),
            "again": _address(found.entry.episode_id),
        },
        status=422 if problems else 200,
    )


def _forms(
    found: ToCorrect, posted: typed.Typed, problems: tuple[Problem, ...]
) -> tuple[shown.Form, ...]:
    asked = shown.instrument(found.form, typed=posted, problems=problems, known=found.so_far)
    return (*asked, shown.section(WHY, typed=posted, problems=problems))


def _note(request: Asked, persons: list[UUID], objects: list[UUID]) -> None:
    request.shown.persons(persons)
    request.shown.objects(objects)


def _address(episode_id: UUID) -> str:
    return str(reverse("contact", args=[episode_id]))
