"""My team: what they hold, what is due, and who holds up what is late."""

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.queries import my_team
from goldenthread.web.asked import Asked
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page

WHEN = (my_team.LATE, my_team.TODAY, my_team.SOON)


@page(verb="children.team")
def mine(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show a page of what the viewer's team holds, the soonest due first."""
    asked, number = request.GET.get("when", ""), request.GET.get("page", "")
    when = asked if asked in WHEN else ""
    holder = request.GET.get("holder", "")
    found = my_team.mine(
        viewer=viewer,
        now=now,
        when=when,
        holder=as_id(holder) if holder else None,
        page=int(number) if number.isdecimal() and len(number) < 5 else 1,
    )
    request.shown.persons(row.person_id for row in found.rows)
    request.shown.objects(row.episode_id for row in found.rows)
    request.shown.objects(each.account_id for each in found.holders if each.account_id)
    context = {"team": found, "when": when, "holder": holder, "link": _link}
    return render(request, "pages/my_team.html", context)


def _link(**asked: object) -> str:
    """Return the address of the page with what is asked for of it."""
    given = {key: str(value) for key, value in asked.items() if value}
    return f"{reverse('my-team')}?{urlencode(given)}" if given else str(reverse("my-team"))
