"""Sending a concern: is a child in danger now, then the form section by section, then send."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts, notifications, referrals, same_child
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.content.front_door import domestic_abuse_incident
from goldenthread.content.partnership import contact_points
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument
from goldenthread.queries import referrals as followed
from goldenthread.records.draft import Draft
from goldenthread.web import errors, guest_session, pdf
from goldenthread.web.asked import Asked
from goldenthread.web.forms import answered, shown
from goldenthread.web.guest_session import WRITE
from goldenthread.web.pages import already_known, notification
from goldenthread.web.serving import page

FORM, URGENT, CALL = "referral-form", "urgent-form", "telephone-form"


@page(verb="referral.send")
def start(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask whether a child is in danger now, before anything is typed."""
    if request.method == "POST":
        key = URGENT if request.POST.get("form") == URGENT else FORM
        return begin(viewer, form=key, now=now)
    begun = followed.drafts(viewer=viewer)
    day = {"on": london_date(now), "invented": settings.GOLDENTHREAD_DEMONSTRATION}
    request.shown.objects(each.draft_id for each in begun)
    return render(
        request,
        "pages/concern_start.html",
        {
            "front_door": contact_points.at("front-door", **day),
            "duty_team": contact_points.at("emergency-duty-team", **day),
            "begun": begun,
        },
    )


@page(verb="call.record")
def call(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Begin to write down a telephone call, or go on with one begun."""
    if request.method == "POST":
        return begin(viewer, form=CALL, now=now)
    begun = followed.drafts(viewer=viewer, of=CALL)
    request.shown.objects(each.draft_id for each in begun)
    return render(request, "pages/call_start.html", {"begun": begun})


def begin(viewer: Viewer, *, form: str, now: datetime) -> HttpResponse:
    """Start a draft of this form, and go to its first part."""
    draft = drafts.save(by=viewer, instrument=form, typed={}, at=now)
    first = catalogue.instrument(form).sections[0]
    return redirect("concern-section", draft_id=draft.pk, section=first.key)


@page(verb="draft.keep", guests=(WRITE,))
def check(request: Asked, viewer: Viewer, now: datetime, draft_id: UUID) -> HttpResponse:
    """Read everything back, and send it."""
    draft = followed.draft(viewer=viewer, draft_id=draft_id)
    request.shown.objects([draft.pk])
    problems: tuple[Problem, ...] = ()
    if said := already_known.said(request.POST.get("go", "")):
        number, person_id = said
        same_child.say(by=viewer, draft_id=draft_id, number=number, person_id=person_id, at=now)
        return redirect(f"{reverse('concern-check', args=[draft_id])}#already-known")
    if request.method == "POST":
        try:
            return _send(viewer, draft, now)
        except Refused as refused:
            problems = refused.problems
    if draft.sent_occasion_id is not None:
        return after(draft, draft.sent_occasion_id)
    return _checked(request, viewer, draft, problems, now)


def _send(viewer: Viewer, draft: Draft, now: datetime) -> HttpResponse:
    """Send what the form is of; raises Denied, Refused."""
    if draft.instrument == notifications.FORM:
        received = notifications.send(by=viewer, draft_id=draft.pk, at=now)
        return notification.after(received.occasion_id, received.became)
    sent = referrals.send(by=viewer, draft_id=draft.pk, at=now)
    return after(draft, sent.occasion_id)


def problems_of(draft: Draft, now: datetime) -> tuple[Problem, ...]:
    """Return what is wrong in a draft as it stands, whichever form it is of."""
    form = catalogue.instrument(draft.instrument)
    read = reading.read(form, draft.typed, on=london_date(now))
    if draft.instrument != notifications.FORM:
        return read.problems
    told = {problem.field for problem in read.problems}
    found = domestic_abuse_incident.problems(read.answers, at=now)
    return (*read.problems, *(problem for problem in found if problem.field not in told))


@page(verb="referral.send", guests=(WRITE,))
def sent(request: Asked, viewer: Viewer, now: datetime, occasion_id: UUID) -> HttpResponse:
    """Say that it was sent, its reference, and what happens next and by when."""
    referral = followed.one(viewer=viewer, occasion_id=occasion_id)
    request.shown.objects([referral.occasion_id])
    return render(
        request, "pages/concern_sent.html", {"referral": referral, "no_pdf": pdf.missing()}
    )


@page(verb="draft.keep", guests=(WRITE,))
def discard(request: Asked, viewer: Viewer, now: datetime, draft_id: UUID) -> HttpResponse:
    """Ask once, then delete a referral that was begun and not sent."""
    if request.method == "POST":
        kept = followed.draft(viewer=viewer, draft_id=draft_id)
        try:
            drafts.discard(by=viewer, draft_id=draft_id)
        except Conflict as conflict:
            return errors.conflict(request, says=conflict.says, again=reverse("my-referrals"))
        if viewer.within is not None:
            guest_session.leave(request)
            return redirect("tell-us")
        return redirect(place(kept, viewer))
    draft = followed.draft(viewer=viewer, draft_id=draft_id)
    request.shown.objects([draft.pk])
    return render(request, "pages/concern_discard.html", {"draft": draft})


def place(draft: Draft, viewer: Viewer) -> str:
    """Return the page where drafts of this kind are listed, or how a guest comes back to theirs."""
    if viewer.within is not None:
        return "guest-left"
    return {CALL: "record-a-call", notifications.FORM: "notification-begin"}.get(
        draft.instrument, "my-referrals"
    )


def after(draft: Draft, occasion_id: UUID) -> HttpResponse:
    """Go on from a form that was sent: to its reference, or to the queue that now has the call."""
    if draft.instrument == CALL:
        return redirect("queue")
    if draft.instrument == notifications.FORM:
        return notification.after(occasion_id, notifications.Became.SAME)
    return redirect("concern-sent", occasion_id=occasion_id)


def _checked(
    request: Asked, viewer: Viewer, draft: Draft, refused: tuple[Problem, ...], now: datetime
) -> HttpResponse:
    form = catalogue.instrument(draft.instrument)
    read = reading.read(form, draft.typed, on=london_date(now))
    return render(
        request,
        "pages/concern_check.html",
        {
            "draft": draft,
            "known": already_known.of(request, viewer, draft, read.answers),
            "parts": answered.of(form, read.answers),
            "problems": _links(form, draft, refused or problems_of(draft, now)),
            "first": form.sections[0],
        },
        status=422 if refused else 200,
    )


def _links(form: Instrument, draft: Draft, problems: tuple[Problem, ...]) -> list[dict[str, str]]:
    """Return each problem as a link to the field that mends it, on the page that has it."""
    links = []
    for section in form.sections:
        fields = shown.section(
            section, typed=draft.typed, problems=problems, head=form.rows_of(section)
        )
        address = reverse("concern-section", args=[draft.pk, section.key])
        links += [
            {"text": problem.message, "href": f"{address}?check=yes#{field.focus}"}
            for field in fields.all_fields
            for problem in problems
            if problem.field == field.name
        ]
    return links
