"""Tonight: the sheet the day leaves with the night team, printed one child a page."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.queries import night
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="night.read")
def sheet(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show everything immediate and open, and everything handed to the night team."""
    found = night.sheet(viewer=viewer, now=now)
    request.shown.persons(each.person_id for each in found)
    request.shown.objects(each.episode_id for each in found)
    return render(request, "pages/night.html", {"children": found, "printed_at": now})
