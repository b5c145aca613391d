"""The system page: is the service well, and is anything waiting for me."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.access.viewer import Viewer
from goldenthread.project import home
from goldenthread.queries import feed_keys
from goldenthread.queries import system as systems
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="system.read")
def system(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show the version, the database, the newest snapshots and the jobs."""
    found = systems.page(viewer=viewer, home=home.folder(), now=timezone.now())
    request.shown.objects(each.account_id for each in found.guessed_at)
    return render(
        request,
        "pages/system.html",
        {"system": found, "feed_keys": feed_keys.listed(viewer=viewer, now=now)},
    )
