"""Asked of us: what the MASH asks a partner agency for, by whom, and by when."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.queries import mash
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="mash.read")
def asked(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List the open enquiries that ask the viewer's agency, what is unanswered first."""
    found = mash.asked_of(viewer=viewer, now=now)
    request.shown.persons(each.person_id for each in found)
    request.shown.objects(each.episode_id for each in found)
    return render(
        request,
        "pages/asked_of_us.html",
        {
            "waiting": [each for each in found if not each.standing],
            "answered": [each for each in found if each.standing],
        },
    )
