"""Told to us: what another agency gave me, as it read on the day, and until when."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.actions import shared_copies as acting
from goldenthread.queries import shared_copies
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="share.receive")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List what I was given and may still read."""
    found = shared_copies.received(viewer=viewer)
    request.shown.persons(each.person_id for each in found)
    request.shown.objects(each.copy_id for each in found)
    return render(request, "pages/shared_copies.html", {"found": found})


@page(verb="share.receive")
def one(request: Asked, viewer: Viewer, now: datetime, copy_id: UUID) -> HttpResponse:
    """Show one copy, and note that it was opened."""
    found = acting.open_(by=viewer, copy_id=copy_id, at=now)
    request.shown.persons([found.person_id])
    request.shown.objects([copy_id])
    return render(request, "pages/shared_copy.html", {"copy": found})
