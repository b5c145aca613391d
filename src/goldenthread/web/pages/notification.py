"""Filling a police notification in by form: begin, and what became of it once it was sent.

Between the two it is a draft like a referral's, section by section: see `concern` and
`concern_section`.
"""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts, notifications
from goldenthread.actions.notifications import Became
from goldenthread.content import catalogue
from goldenthread.queries import notifications as kept
from goldenthread.queries import referrals as followed
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="notification.send")
def begin(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Say what is needed and list what was begun; on POST begin one."""
    if request.method == "POST":
        draft = drafts.save(by=viewer, instrument=notifications.FORM, typed={}, at=now)
        first = catalogue.instrument(notifications.FORM).sections[0]
        return redirect("concern-section", draft_id=draft.pk, section=first.key)
    begun = followed.drafts(viewer=viewer, of=notifications.FORM)
    request.shown.objects(each.draft_id for each in begun)
    return render(request, "pages/notification_begin.html", {"begun": begun})


@page(verb="notification.send")
def sent(request: Asked, viewer: Viewer, now: datetime, occasion_id: UUID) -> HttpResponse:
    """Say that it is here: new, here already, or changed; its reference, and what happens next."""
    found = kept.one(viewer=viewer, occasion_id=occasion_id)
    request.shown.objects([found.occasion_id])
    became = request.GET.get("became", "")
    known = became if became in set(Became) else Became.SAME
    return render(request, "pages/notification_sent.html", {"sent": found, "became": known})


def after(occasion_id: UUID, became: Became) -> HttpResponse:
    """Go on to what became of it."""
    return redirect(f"{reverse('notification-sent', args=[occasion_id])}?became={became}")
