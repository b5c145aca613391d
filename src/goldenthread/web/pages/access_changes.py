"""Giving an account or another role: one asks, and a second person agrees having seen it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access import account_keeping
from goldenthread.access.viewer import Viewer
from goldenthread.actions import access_changes, agencies, second_person
from goldenthread.actions.access_changes import Wanted
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.queries import access_changes as asked_for
from goldenthread.queries import accounts
from goldenthread.queries.access_changes import LEAVE
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page

WORDS = {
    "full_name": "Full name",
    "email": "E-mail address",
    "job_title": "Job title",
    "why": "Why",
}


@page(verb="account.give")
def give(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask at which agency, then who and which role; on POST ask a second person."""
    named = (request.POST or request.GET).get("agency", "")
    there = asked_for.agencies(viewer=viewer)
    if len(there) > 1 and not named:
        request.shown.objects(agency.pk for agency in there)
        return render(request, "pages/account_where.html", {"agencies": there})
    agency_id = as_id(named) if named else there[0].pk
    agency = asked_for.agency(viewer=viewer, agency_id=agency_id)
    request.shown.objects([agency.pk])
    if request.method != "POST":
        return _form(request, viewer, (), agency=agency)
    try:
        change = access_changes.ask_to_give(
            by=viewer,
            agency_id=agency.pk,
            full_name=request.POST.get("full_name", ""),
            email=request.POST.get("email", ""),
            wanted=_wanted(request),
            why=request.POST.get("why", ""),
            came_by=request.build_absolute_uri("/"),
            at=now,
        )
    except Refused as refused:
        return _form(request, viewer, refused.problems, agency=agency)
    return redirect("access-asked", asked_id=change.pk)


@page(verb="account.give")
def change(request: Asked, viewer: Viewer, now: datetime, account_id: UUID) -> HttpResponse:
    """Ask which role somebody is to have, or have again; on POST ask a second person."""
    account = accounts.one(viewer=viewer, account_id=account_id)
    agency = asked_for.agency(viewer=viewer, agency_id=account.agency_id)
    request.shown.objects([account_id, agency.pk])
    if request.method != "POST":
        return _form(request, viewer, (), agency=agency, account=account)
    try:
        asked = access_changes.ask_to_change(
            by=viewer,
            account_id=account_id,
            wanted=_wanted(request),
            why=request.POST.get("why", ""),
            came_by=request.build_absolute_uri("/"),
            at=now,
        )
    except Refused as refused:
        return _form(request, viewer, refused.problems, agency=agency, account=account)
    except Conflict as conflict:
        return _conflict(request, conflict)
    return redirect("access-asked", asked_id=asked.pk)


@page(verb="account.give")
def asked(request: Asked, viewer: Viewer, now: datetime, asked_id: UUID) -> HttpResponse:
    """Show what was asked for and how it stands; on POST agree to it or refuse it."""
    found = asked_for.one(viewer=viewer, asked_id=asked_id)
    request.shown.objects([asked_id, found.agency_id, found.account_id or asked_id])
    if request.method != "POST":
        return _asked(request, viewer, now, asked_id, ())
    acting = agencies if found.asked.act == LEAVE else access_changes
    try:
        acting.settle(
            by=viewer,
            asked_id=asked_id,
            agreed=request.POST.get("decision", ""),
            why=request.POST.get("why", ""),
            shown=request.POST.get("shown", ""),
            at=now,
        )
    except Refused as refused:
        return _asked(request, viewer, now, asked_id, refused.problems)
    except Conflict as conflict:
        return _conflict(request, conflict)
    return redirect("access-asked", asked_id=asked_id)


@page(verb="agency.leave")
def leave(request: Asked, viewer: Viewer, now: datetime, agency_id: UUID) -> HttpResponse:
    """Show what an agency's people have in hand; on POST ask for its part to be ended."""
    agency = asked_for.agency(viewer=viewer, agency_id=agency_id, needs=LEAVE)
    request.shown.objects([agency_id])
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            change = agencies.ask_to_end(
                by=viewer, agency_id=agency_id, why=request.POST.get("why", ""), at=now
            )
            return redirect("access-asked", asked_id=change.pk)
        except Refused as refused:
            problems = refused.problems
        except Conflict as conflict:
            return _conflict(request, conflict)
    held = asked_for.held(agency_id=agency_id, at=now)
    return mistakes.page(request, "pages/agency_leave.html", problems, agency=agency, held=held)


@page(verb="agency.leave")
def whole(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List the agencies there are, for one that leaves."""
    there = asked_for.agencies(viewer=viewer)
    request.shown.objects(agency.pk for agency in there)
    return render(request, "pages/agencies.html", {"agencies": there})


def _wanted(request: Asked) -> Wanted:
    sent = request.POST
    team = sent.get("team", "")
    return Wanted(
        role=sent.get("role", ""),
        job_title=" ".join(sent.get("job_title", "").split()),
        team_id=(as_id(team) or UUID(int=0)) if team else None,
    )


def _form(
    request: Asked,
    viewer: Viewer,
    problems: tuple[Problem, ...],
    *,
    agency: Any,
    account: accounts.Listed | None = None,
) -> HttpResponse:
    teams = asked_for.teams(agency_id=agency.pk)
    request.shown.objects(team.pk for team in teams)
    has = {}
    if account is not None:
        has = {"role": account.role_key, "job_title": account.job_title}
        has["team"] = str(account.team_id or "")
    return mistakes.page(
        request,
        "pages/account_give.html",
        problems,
        agency=agency,
        account=account,
        teams=teams,
        roles=account_keeping.roles(viewer=viewer, agency_kind=agency.kind),
        typed=request.POST or has,
    )


def _asked(
    request: Asked, viewer: Viewer, now: datetime, asked_id: UUID, problems: tuple[Problem, ...]
) -> HttpResponse:
    found = asked_for.one(viewer=viewer, asked_id=asked_id)
    waits = not found.asked.decision
    now_is = asked_for.standing(act=found.asked.act, change=found, at=now) if waits else {}
    return mistakes.page(
        request,
        "pages/access_asked.html",
        problems,
        asked=found.asked,
        says=asked_for.says(found),
        proposed=asked_for.proposed(found),
        left=found.left,
        mine=found.asked.asked_by_id == viewer.account_id,
        own=found.account_id == viewer.account_id,
        now_is=now_is,
        changed=second_person.changed(asked=found.asked, now_is=now_is) if waits else (),
        shown=second_person.fingerprint(now_is),
    )


def _conflict(request: Asked, conflict: Conflict) -> HttpResponse:
    kept = [(label, request.POST.get(name, "")) for name, label in WORDS.items()]
    return errors.conflict(request, says=conflict.says, kept=kept, again=reverse("accounts"))
