"""One step on brothers and sisters at once, differing where they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import groups
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.groups import ForOne
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument, Repeat
from goldenthread.queries import together
from goldenthread.queries.together import Together
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.forms.typed import Typed
from goldenthread.web.pages import contact
from goldenthread.web.serving import page


@page(verb="entry.record")
def record(
    request: Asked, viewer: Viewer, now: datetime, occasion_id: UUID, step: str
) -> HttpResponse:
    """Show the step's form once for each child; on POST record it on all of them or none."""
    found = together.of(viewer=viewer, occasion_id=occasion_id, step=step, now=now)
    request.shown.objects([found.occasion_id])
    for each in (*found.children, *found.others):
        contact.note(request, each)
    if not found.children or found.step.asks is None:
        says = f"{found.step.title} cannot be recorded on any of these children now."
        return errors.conflict(request, says=says, again=reverse("queue"))
    if request.method == "POST":
        return _record(request, viewer, now, found)
    return _page(request, found, {}, ())


def _record(request: Asked, viewer: Viewer, now: datetime, found: Together) -> HttpResponse:
    form = _for_each(found)
    posted = _with_the_same(form, typed.posted(request.POST), count=len(found.children))
    read = reading.read(form, posted)
    if read.problems:
        return _page(request, found, posted, read.problems)
    versions = request.POST.getlist("version")
    each = [
        ForOne(
            episode_id=child.episode_id,
            version=_version(versions, place),
            answers=_of_one(form, read.answers, place),
        )
        for place, child in enumerate(found.children)
    ]
    try:
        groups.record(by=viewer, step=found.step.key, each=each, at=now)
    except Refused as refused:
        return _page(request, found, posted, tuple(_placed(form, refused.problems)))
    except Conflict as conflict:
        kept = shown.kept(shown.instrument(form, typed=posted))
        return errors.conflict(request, says=conflict.says, kept=kept, again=reverse("queue"))
    first = reverse("contact", args=[found.children[0].episode_id])
    return redirect(f"{first}?recorded={found.step.key}")


def _of_one(form: Instrument, answers: Mapping[str, Any], place: int) -> dict[str, Any]:
    return {key: said for s in form.sections for key, said in answers[s.key][place].items()}


def _version(versions: list[str], place: int) -> int:
    given = versions[place] if place < len(versions) else ""
    return int(given) if given.isdecimal() else 0


def _for_each(found: Together) -> Instrument:
    """Return the step's form with each section repeated, once for each child."""
    form, count = found.step.asks, len(found.children)
    assert form is not None  # noqa: S101  # the page has no form for a step that asks nothing
    repeat = Repeat(least=count, most=count)
    return replace(form, sections=tuple(replace(s, repeats=repeat) for s in form.sections))


def _with_the_same(form: Instrument, posted: Typed, *, count: int) -> dict[str, list[str]]:
    """Return what was posted, the first child's answers standing for each that is the same."""
    kept = {name: list(texts) for name, texts in posted.items()}
    for place in range(1, count):
        if typed.said(posted.get(f"same-{place}", ())) != "yes":
            continue
        for section in form.sections:
            first, mine = f"{section.key}-0-", f"{section.key}-{place}-"
            kept = {name: texts for name, texts in kept.items() if not name.startswith(mine)}
            kept |= {
                mine + name.removeprefix(first): list(texts)
                for name, texts in posted.items()
                if name.startswith(first)
            }
    return kept


def _placed(form: Instrument, problems: Iterable[Problem]) -> Iterable[Problem]:
    sections = {question.key: s.key for s in form.sections for question in s.questions}
    for problem in problems:
        place, _, field = problem.field.partition(":")
        yield Problem(f"{sections.get(field, '')}-{place}-{field}", problem.message)


def _page(
    request: Asked, found: Together, posted: Typed, problems: tuple[Problem, ...]
) -> HttpResponse:
    form = _for_each(found)
    forms = shown.instrument(form, typed=posted, problems=problems)
    children = [
        {
            "page": child,
            "place": place,
            "fields": [field for each in forms for field in each.rows[place].fields],
            # The same for all, until somebody says that a child differs.
            "same": place > 0 and (not posted or f"same-{place}" in posted),
        }
        for place, child in enumerate(found.children)
    ]
    context = {
        "found": found,
        "form": form,
        "children": children,
        "received": found.children[0].entries[0] if found.children[0].entries else None,
        "problems": shown.summary(forms, problems),
        "versions": request.POST.getlist("version")
        or [str(child.version) for child in found.children],
    }
    return render(request, "pages/together.html", context, status=422 if problems else 200)
