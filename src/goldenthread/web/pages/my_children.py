"""My children: which are mine, and what has come in about them."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.queries import my_children
from goldenthread.queries.my_children import Case
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="children.mine")
def mine(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show the cases the viewer holds, each with what arrived since."""
    cases = my_children.mine(viewer=viewer, now=now)
    request.shown.persons(case.person_id for case in cases)
    request.shown.objects(case.episode_id for case in cases)
    request.shown.objects(each.episode_id for case in cases for each in case.came_in)
    children: dict[UUID, list[Case]] = {}
    for case in cases:
        children.setdefault(case.person_id, []).append(case)
    return render(request, "pages/my_children.html", {"children": list(children.values())})
