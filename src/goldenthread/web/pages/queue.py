"""The queue: which contact needs me now."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import contacts
from goldenthread.actions.conflict import Conflict
from goldenthread.queries import queue
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="queue.read")
def waiting(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what is waiting, the most overdue first."""
    asked = request.GET.get("page", "1")
    found = queue.waiting(viewer=viewer, now=now, page=int(asked) if asked.isdecimal() else 1)
    request.shown.persons(row.person_id for row in found.rows)
    request.shown.objects(row.episode_id for row in found.rows)
    return render(
        request,
        "pages/queue.html",
        {"queue": found, "may_claim": "contact.claim" in viewer.may},
    )


@page(verb="contact.claim")
def claim(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Take a contact in hand and open it."""
    version = request.POST.get("version", "")
    again = reverse("contact", args=[episode_id])
    if not version.isdecimal():
        return errors.bad(request)
    try:
        contacts.claim(by=viewer, episode_id=episode_id, version=int(version), at=now)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=again)
    return redirect(again)


@page(verb="contact.claim")
def hand_back(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Let go of a contact, so that somebody else can take it."""
    try:
        contacts.hand_back(by=viewer, episode_id=episode_id, at=now)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=reverse("queue"))
    return redirect("queue")
