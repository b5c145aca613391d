"""Restricted records: keeping one to those named, who asked about it, and lifting it by two."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import restricting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.language.text import storable
from goldenthread.queries import restricted
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes, two_people
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page

NOBODY = UUID(int=0)


@page(verb="restriction.read")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List the restrictions the viewer is named on."""
    found = restricted.listed(viewer=viewer)
    request.shown.objects(each.restriction_id for each in found)
    request.shown.persons(each.person_id for each in found)
    return render(request, "pages/restricted.html", {"found": found})


@page(verb="restriction.set")
def restrict(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Ask who keeps the record and who is named; on POST restrict it."""
    child = restricted.to_restrict(viewer=viewer, person_id=person_id)
    request.shown.persons([person_id])
    if request.method != "POST":
        return _restrict(request, viewer, child, ())
    sent = request.POST
    try:
        restriction_id = restricting.restrict(
            by=viewer,
            person_id=person_id,
            custodian=as_id(sent.get("custodian", "")),
            telephone=storable(sent.get("telephone", "")),
            why=storable(sent.get("why", "")),
            named=[as_id(each) or NOBODY for each in sent.getlist("named")],
            at=now,
        )
    except Refused as refused:
        return _restrict(request, viewer, child, refused.problems)
    except Conflict as conflict:
        kept = [("Why", sent.get("why", ""))]
        again = reverse("who-and-where", args=[person_id])
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("restriction", restriction_id=restriction_id)


@page(verb="restriction.read")
def one(request: Asked, viewer: Viewer, now: datetime, restriction_id: UUID) -> HttpResponse:
    """Show one restriction; on POST ask for it to be lifted, or settle what was asked."""
    row = restricted.record(viewer=viewer, restriction_id=restriction_id)
    request.shown.objects([restriction_id])
    request.shown.persons([row.person_id])
    if request.method != "POST":
        return _one(request, viewer, restriction_id, ())
    sent, why = request.POST, storable(request.POST.get("why", ""))
    try:
        if sent.get("do") == "ask":
            restricting.ask_to_lift(by=viewer, restriction_id=restriction_id, why=why, at=now)
        elif restricting.settle(
            by=viewer, restriction_id=restriction_id, agreed=sent.get("decision", ""), why=why,
            shown=sent.get("shown", ""), at=now,
        ):  # fmt: skip
            return redirect("thread", person_id=row.person_id)
    except Refused as refused:
        return _one(request, viewer, restriction_id, refused.problems)
    except Conflict as conflict:
        again = reverse("restriction", args=[restriction_id])
        return errors.conflict(request, says=conflict.says, kept=[("Why", why)], again=again)
    return redirect("restriction", restriction_id=restriction_id)


def _restrict(
    request: Asked, viewer: Viewer, child: object, problems: tuple[Problem, ...]
) -> HttpResponse:
    people = restricted.could_be_named(viewer=viewer)
    request.shown.objects(account_id for account_id, _ in people)
    chosen = request.POST.getlist("named")
    return mistakes.page(
        request, "pages/restrict.html", problems, child=child, people=people, chosen=chosen
    )


def _one(
    request: Asked, viewer: Viewer, restriction_id: UUID, problems: tuple[Problem, ...]
) -> HttpResponse:
    found = restricted.one(viewer=viewer, restriction_id=restriction_id)
    row = restricted.record(viewer=viewer, restriction_id=restriction_id)
    now_is = restricted.standing(viewer=viewer, restriction=row)
    act = restricting.UN_RESTRICT
    return mistakes.page(
        request,
        "pages/restriction.html",
        problems,
        found=found,
        may_lift=restricting.LIFT in viewer.may,
        **two_people.waiting(viewer=viewer, act=act, about=row.pk, now_is=now_is),
    )
