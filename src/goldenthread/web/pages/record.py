"""Recording any step of any pathway: one page, so that a new step needs no template."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.step import Step
from goldenthread.queries import episode
from goldenthread.queries.episode import EpisodePage
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.pages import contact
from goldenthread.web.serving import page


@page(verb="entry.record")
def record(
    request: Asked, viewer: Viewer, now: datetime, episode_id: UUID, step: str
) -> HttpResponse:
    """Show the step's form beside what is known; on POST record it."""
    found = episode.one(viewer=viewer, episode_id=episode_id, now=now)
    contact.note(request, found)
    kind = next((each for each in found.pathway.steps if each.key == step), None)
    if kind is None:
        return errors.missing(request)
    if request.method == "POST":
        return _record(request, viewer, now, found, kind)
    if kind not in found.next_steps:
        says = f"{kind.title} cannot be recorded now: this is at “{found.state}”."
        return errors.conflict(request, says=says, again=_address(found))
    return _page(request, now, found, kind, {}, ())


def _record(
    request: Asked, viewer: Viewer, now: datetime, found: EpisodePage, kind: Step
) -> HttpResponse:
    posted = typed.posted(request.POST)
    read = reading.read(kind.asks, posted, so_far=found.so_far)
    if read.problems:
        return _page(request, now, found, kind, posted, read.problems)
    version = request.POST.get("version", "")
    try:
        entries.record(
            by=viewer,
            step=kind.key,
            on=found.episode_id,
            answers=read.answers,
            at=now,
            version=int(version) if version.isdecimal() else 0,
        )
    except Refused as refused:
        return _page(request, now, found, kind, posted, refused.problems)
    except Conflict as conflict:
        kept = shown.kept(_forms(now, found, kind, posted, ()))
        return errors.conflict(request, says=conflict.says, kept=kept, again=_address(found))
    return redirect(f"{_address(found)}?recorded={kind.key}")


def _page(
    request: Asked,
    now: datetime,
    found: EpisodePage,
    kind: Step,
    posted: dict[str, list[str]],
    problems: tuple[Problem, ...],
) -> HttpResponse:
    forms = _forms(now, found, kind, posted, problems)
    return render(
        request,
        "pages/record.html",
        {
            **contact.context(request, found),
            "step": kind,
            "title": kind.asks.title if kind.asks else kind.title,
            "forms": forms,
            "problems": shown.summary(forms, problems),
            # The version the words were written against, not the one there is now.
            "version": request.POST.get("version", found.version),
        },
        status=422 if problems else 200,
    )


def _forms(
    now: datetime,
    found: EpisodePage,
    kind: Step,
    posted: dict[str, list[str]],
    problems: tuple[Problem, ...],
) -> tuple[shown.Form, ...]:
    if kind.asks is None:
        return ()
    asked = kind.asks.offering(london_date(now))
    return shown.instrument(asked, typed=posted, problems=problems, known=found.so_far)


def _address(found: EpisodePage) -> str:
    return str(reverse("contact", args=[found.episode_id]))
