"""The exclusion list: "I know this family", and the list of those who keep it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import exclusions as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.exclusions import Declared
from goldenthread.content import exclusions as content
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import exclusions
from goldenthread.queries.exclusions import Family
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes, two_people
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page

NOBODY = UUID(int=0)


@page(verb="exclusion.declare")
def declare(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Ask how they know the family and about the others; on POST keep them from it."""
    family = exclusions.family(viewer=viewer, person_id=person_id)
    return _declare(request, viewer, now, family, verb=exclusions.DECLARE, do=acting.declare)


@page(verb="exclusion.keep")
def keep(request: Asked, viewer: Viewer, now: datetime, child_id: UUID) -> HttpResponse:
    """Ask who is to be kept from somebody of the register; on POST keep them from it."""
    family = exclusions.named(viewer=viewer, person_id=child_id)
    return _declare(request, viewer, now, family, verb=exclusions.KEEP, do=acting.keep)


@page(verb="need-to-know.own")
def kept(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Say that it is done, and nothing of whom it was about."""
    return render(request, "pages/conflict_kept.html", {})


@page(verb="exclusion.list")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show the list, for those who keep it."""
    found = exclusions.listed(viewer=viewer)
    request.shown.objects(each.exclusion_id for each in found)
    request.shown.objects(each.account_id for each in found)
    request.shown.persons(each.person_id for each in found)
    return render(request, "pages/exclusions.html", {"found": found})


@page(verb="exclusion.list")
def one(request: Asked, viewer: Viewer, now: datetime, exclusion_id: UUID) -> HttpResponse:
    """Show one; on POST ask for somebody to be let back, or settle what was asked."""
    row = exclusions.record(viewer=viewer, exclusion_id=exclusion_id)
    request.shown.objects([exclusion_id, row.account_id])
    request.shown.persons([row.person_id])
    if request.method != "POST":
        return _one(request, viewer, exclusion_id, ())
    sent, why = request.POST, storable(request.POST.get("why", ""))
    try:
        if sent.get("do") == "ask":
            acting.ask_to_lift(by=viewer, exclusion_id=exclusion_id, why=why, at=now)
        else:
            acting.settle(
                by=viewer, exclusion_id=exclusion_id, agreed=sent.get("decision", ""), why=why,
                shown=sent.get("shown", ""), at=now,
            )  # fmt: skip
    except Refused as refused:
        return _one(request, viewer, exclusion_id, refused.problems)
    except Conflict as conflict:
        again = reverse("exclusion", args=[exclusion_id])
        return errors.conflict(request, says=conflict.says, kept=[("Why", why)], again=again)
    return redirect("exclusion", exclusion_id=exclusion_id)


def _declare(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    family: Family,
    *,
    verb: str,
    do: Callable[..., int],
) -> HttpResponse:
    request.shown.persons([family.person_id, *(each.person_id for each in family.others)])
    people = exclusions.could_be_kept(viewer=viewer, verb=verb)
    if len(people) > 1:
        request.shown.objects(account_id for account_id, _ in people)
    context = {
        "family": family,
        "people": people,
        "verb": verb,
        "kinds": content.KINDS,
        "others": content.OTHERS,
        "ticked": request.POST.getlist("ticked"),
    }
    if request.method != "POST":
        return mistakes.page(request, "pages/conflict.html", (), **context)
    sent = request.POST
    said = Declared(
        who=as_id(sent.get("who", "")) if len(people) > 1 else viewer.account_id,
        kind=sent.get("kind", ""),
        why=storable(sent.get("why", "")),
        others=sent.get("others", "" if family.others else content.HOUSEHOLD_TOO),
        ticked=frozenset(as_id(each) or NOBODY for each in sent.getlist("ticked")),
    )
    try:
        do(by=viewer, person_id=family.person_id, said=said, at=now)
    except Refused as refused:
        return mistakes.page(request, "pages/conflict.html", refused.problems, **context)
    return redirect("exclusions" if verb == exclusions.KEEP else "conflict-kept")


def _one(
    request: Asked, viewer: Viewer, exclusion_id: UUID, problems: tuple[Problem, ...]
) -> HttpResponse:
    row = exclusions.record(viewer=viewer, exclusion_id=exclusion_id)
    now_is = exclusions.standing(row)
    return mistakes.page(
        request,
        "pages/exclusion.html",
        problems,
        found=exclusions.one(viewer=viewer, exclusion_id=exclusion_id),
        **two_people.waiting(viewer=viewer, act=acting.ACT, about=row.pk, now_is=now_is),
        may_lift=acting.LIFT in viewer.may and row.account_id != viewer.account_id,
        which_two=content.WHICH_TWO,
    )
