"""How agencies take part in meetings, and the room there is for conferences."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.queries import participation
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="participation.read")
def taking_part(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show each agency's invitations, attendance and reports of the last weeks."""
    kinds = participation.kinds()
    chosen = request.GET.get("kind", "")
    chosen = chosen if chosen in {each.key for each in kinds} else ""
    found = participation.taking_part(viewer=viewer, now=now, kind=chosen)
    context = {"found": found, "kinds": kinds, "chosen": chosen}
    return render(request, "pages/taking_part.html", context)


@page(verb="meeting.plan")
def room(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show the next fifteen working days, and the load of each chair and agency."""
    found = participation.plan(viewer=viewer, now=now)
    return render(request, "pages/conference_room.html", {"found": found})
