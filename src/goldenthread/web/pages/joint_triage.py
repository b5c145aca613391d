"""Joint triage: police and social work look at each notification, one after another."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import triage as acts
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.language import step as steps_of
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument
from goldenthread.language.step import Step
from goldenthread.queries import triage
from goldenthread.queries.triage import Notified
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.serving import page

JOINT = "domestic-abuse-triaged"


@page(verb="notification.triage")
def waiting(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what waits for the two, the viewer's own first."""
    found = triage.waiting(viewer=viewer, now=now)
    note(request, found)
    return render(
        request,
        "pages/joint_triage.html",
        {
            "mine": [each for each in found if each.mine],
            "theirs": [each for each in found if not each.mine],
            "may_tell": _may_tell(viewer),
            "may_send": "notification.send" in viewer.may,
            "done": request.GET.get("done", "")[:20],
        },
    )


@page(verb="notification.triage")
def one(request: Asked, viewer: Viewer, now: datetime, occasion_id: UUID) -> HttpResponse:
    """Show one notification beside the viewer's own part; on POST record it and open the next."""
    found = triage.one(viewer=viewer, occasion_id=occasion_id, now=now)
    if found is None:
        request.shown.objects([occasion_id])
        return _decided(request)
    note(request, [found])
    steps = _steps(viewer, found)
    if request.method != "POST":
        return _page(request, viewer, now, found, steps, {}, ())
    posted = typed.posted(request.POST)
    reads = {step.key: reading.read(step.asks, _own(step.asks, posted)) for step in steps}
    problems = tuple(problem for read in reads.values() for problem in read.problems)
    if problems:
        return _page(request, viewer, now, found, steps, posted, problems)
    said = {key: read.answers for key, read in reads.items()}
    try:
        acts.record(by=viewer, occasion_id=occasion_id, said=said, at=now)
    except Refused as refused:
        return _page(request, viewer, now, found, steps, posted, refused.problems)
    except Conflict as conflict:
        kept = shown.kept(_forms(steps, posted, ()))
        again = reverse("joint-triage")
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect(_next(viewer, now, found))


def note(request: Asked, found: Iterable[Notified]) -> None:
    """Note what the page shows, for its trail row."""
    found = list(found)
    children = [child for each in found for child in each.children]
    request.shown.persons(child.person_id for child in children)
    request.shown.objects(child.episode_id for child in children)
    request.shown.objects(each.occasion_id for each in found)


def _may_tell(viewer: Viewer) -> bool:
    return steps_of.may_record(catalogue.step(triage.SCHOOL_TOLD), viewer.role, {})


def _steps(viewer: Viewer, found: Notified) -> tuple[Step, ...]:
    """Return what this viewer is asked for: a view, and the decision once police gave theirs."""
    own = triage.VIEW_OF.get(viewer.role, triage.SOCIAL_WORK)
    given = found.police if own == triage.POLICE else found.social_work
    wanted: tuple[str, ...] = () if given else (own,)
    if own == triage.SOCIAL_WORK and found.police:
        wanted += (JOINT,)
    return tuple(catalogue.step(key) for key in wanted)


def _decided(request: Asked) -> HttpResponse:
    """Say that it was decided since the page was opened, and give back any words typed."""
    steps = tuple(catalogue.step(key) for key in (triage.POLICE, triage.SOCIAL_WORK, JOINT))
    kept = shown.kept(_forms(steps, typed.posted(request.POST), ()))
    says = "Nothing here waits for police and social work any more. Go on to the next."
    return errors.conflict(request, says=says, kept=kept, again=reverse("joint-triage"))


def _own(asked: Instrument | None, posted: dict[str, list[str]]) -> dict[str, list[str]]:
    keys = {question.key for question in asked.questions} if asked else set()
    return {name: texts for name, texts in posted.items() if name in keys}


def _forms(
    steps: tuple[Step, ...], posted: dict[str, list[str]], problems: tuple[Problem, ...]
) -> tuple[shown.Form, ...]:
    return tuple(
        form
        for step in steps
        if step.asks
        for form in shown.instrument(step.asks, typed=posted, problems=problems)
    )


def _next(viewer: Viewer, now: datetime, done: Notified) -> str:
    """Return the address of the next one that wants the viewer's part, or of the list."""
    left = [each for each in triage.waiting(viewer=viewer, now=now) if each.mine]
    left = [each for each in left if each.occasion_id != done.occasion_id]
    if left:
        return f"{reverse('joint-triage-one', args=[left[0].occasion_id])}?done={done.reference}"
    return f"{reverse('joint-triage')}?done={done.reference}"


def _page(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    found: Notified,
    steps: tuple[Step, ...],
    posted: dict[str, list[str]],
    problems: tuple[Problem, ...],
) -> HttpResponse:
    forms = _forms(steps, posted, problems)
    return render(
        request,
        "pages/joint_triage_one.html",
        {
            "notified": found,
            "may_tell": _may_tell(viewer),
            "forms": forms,
            "problems": shown.summary(forms, problems),
            "left": sum(each.mine for each in triage.waiting(viewer=viewer, now=now)),
            "done": request.GET.get("done", "")[:20],
        },
        status=422 if problems else 200,
    )
