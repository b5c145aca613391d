"""Sealed records: sealing one, the list of those one is named on, and who is let into each."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import sealing
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.text import storable
from goldenthread.queries import sealed
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes, shown, two_people, typed
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page

LET_IN = Section(
    key="let_in",
    title="Let them in",
    questions=(
        Question(key="why", asks="Why must they see it?", kind=Kind.TEXT, max_length=300),
        Question(
            key="until",
            asks="Until which day?",
            hint="For example, 27 3 2020. Leave it empty for until you take them off",
            kind=Kind.DATE,
            required=False,
        ),
    ),
)


@page(verb="seal.read")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List the sealed records the viewer is named on, those they keep first."""
    found = sealed.listed(viewer=viewer, now=now)
    request.shown.objects(each.sealed_id for each in found)
    request.shown.persons(each.child_id for each in found)
    return render(request, "pages/sealed.html", {"found": found})


@page(verb="seal.read")
def one(request: Asked, viewer: Viewer, now: datetime, sealed_id: UUID) -> HttpResponse:
    """Show one sealed record and its access list."""
    found = sealed.one(viewer=viewer, sealed_id=sealed_id, now=now)
    _note(request, found)
    return render(request, "pages/sealed_record.html", {"found": found})


@page(verb="seal.set")
def seal(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Ask as what it is sealed and who is let in; on POST seal it."""
    person = sealed.to_seal(viewer=viewer, person_id=person_id)
    request.shown.persons([person_id])
    if request.method != "POST":
        return _seal(request, viewer, person, ())
    sent = request.POST
    try:
        sealed_id = sealing.seal(
            by=viewer,
            person_id=person_id,
            store=sent.get("store", ""),
            custodian=as_id(sent.get("custodian", "")),
            colleague=as_id(sent.get("colleague", "")),
            why=storable(sent.get("why", "")),
            named=[as_id(each) or person_id for each in sent.getlist("named")],
            at=now,
        )
    except Refused as refused:
        return _seal(request, viewer, person, refused.problems)
    except Conflict as conflict:
        again = reverse("who-and-where", args=[person_id])
        kept = [("Why", sent.get("why", ""))]
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("sealed-record", sealed_id=sealed_id)


@page(verb="seal.name")
def name(request: Asked, viewer: Viewer, now: datetime, sealed_id: UUID) -> HttpResponse:
    """Find somebody to let in; on POST let them in, or take somebody off."""
    record = sealed.kept(viewer=viewer, sealed_id=sealed_id)
    request.shown.objects([sealed_id])
    request.shown.persons([sealed.child_of(record)])
    posted = typed.posted(request.POST) if request.method == "POST" else {}
    if request.method != "POST":
        return _name(request, viewer, now, record, posted, ())
    who, again = as_id(request.POST.get("account", "")), reverse("sealed-record", args=[sealed_id])
    read = reading.read(LET_IN, posted)
    try:
        if request.POST.get("do") == "take-off":
            sealing.take_off(by=viewer, sealed_id=sealed_id, account_id=who, at=now)
        elif read.problems:
            return _name(request, viewer, now, record, posted, read.problems)
        else:
            until = read.answers.get("until")
            sealing.name(
                by=viewer, sealed_id=sealed_id, account_id=who, why=str(read.answers["why"]),
                until=date.fromisoformat(str(until)) if until else None, at=now,
            )  # fmt: skip
    except Refused as refused:
        return _name(request, viewer, now, record, posted, refused.problems)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=again)
    return redirect(again)


@page(verb="seal.lift")
def lift(request: Asked, viewer: Viewer, now: datetime, sealed_id: UUID) -> HttpResponse:
    """Ask for the seal to be lifted, or say whether one agrees to what another asked."""
    record = sealed.record(viewer=viewer, sealed_id=sealed_id, verb=sealed.LIFT)
    request.shown.objects([sealed_id])
    request.shown.persons([sealed.child_of(record)])
    again, why = reverse("sealed-record", args=[sealed_id]), storable(request.POST.get("why", ""))
    if request.method != "POST":
        return _lift(request, viewer, record, ())
    try:
        if request.POST.get("do") == "ask":
            sealing.ask_to_lift(by=viewer, sealed_id=sealed_id, why=why, at=now)
        elif sealing.settle(
            by=viewer, sealed_id=sealed_id, agreed=request.POST.get("decision", ""), why=why,
            shown=request.POST.get("shown", ""), at=now,
        ):  # fmt: skip
            return redirect("sealed")
    except Refused as refused:
        return _lift(request, viewer, record, refused.problems)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, kept=[("Why", why)], again=again)
    return redirect("sealed-lift", sealed_id=sealed_id)


def _seal(
    request: Asked, viewer: Viewer, person: object, problems: tuple[Problem, ...]
) -> HttpResponse:
    people = {store: sealed.colleagues(viewer=viewer, store=store) for store in sealed.ON_A_PAGE}
    may_keep = sorted(dict(sum(people.values(), ())).items(), key=lambda each: each[1])
    everybody = sealed.colleagues(viewer=viewer)
    request.shown.objects(account_id for account_id, _ in everybody)
    more = {"person": person, "people": may_keep, "everybody": everybody}
    more["chosen"] = request.POST.getlist("named")
    return mistakes.page(request, "pages/seal.html", problems, **more)


def _name(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    record: Any,
    posted: typed.Typed,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    words = (request.POST if posted else request.GET).get("words", "")[:200]
    people, more = sealed.could_be_named(sealed=record, words=storable(words))
    request.shown.objects(each.account_id for each in people)
    form = shown.section(LET_IN, typed=posted, problems=problems)
    return mistakes.page(
        request, "pages/sealed_name.html", problems,
        found=sealed.one(viewer=viewer, sealed_id=record.pk, now=now),
        people=people, more=more, words=words, form=form,
    )  # fmt: skip


def _lift(
    request: Asked, viewer: Viewer, record: Any, problems: tuple[Problem, ...]
) -> HttpResponse:
    now_is = sealed.standing(viewer=viewer, sealed=record)
    return mistakes.page(
        request, "pages/sealed_lift.html", problems,
        sealed=record,
        **two_people.waiting(viewer=viewer, act=sealing.ACT, about=record.pk, now_is=now_is),
    )  # fmt: skip


def _note(request: Asked, found: sealed.Shown) -> None:
    request.shown.objects(
        [found.sealed_id, *(each.entry_id for each in found.entries),
         *(each.account_id for each in found.names)]
    )  # fmt: skip
    request.shown.persons([found.child_id])
