"""Names found as somebody types: a piece of a page, for a script to put beside the field."""

import re
from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.actions import tallies
from goldenthread.content.front_door import guest_allowances as allowed
from goldenthread.kernel.calendar import london_date
from goldenthread.language.text import storable
from goldenthread.project import present
from goldenthread.queries import offered
from goldenthread.web.asked import Asked
from goldenthread.web.forms import finding
from goldenthread.web.serving import page

FIELD = re.compile(r"[a-z0-9_-]{1,80}")


@login_not_required
def places(request: HttpRequest, kind: str) -> HttpResponse:
    """Find schools, surgeries or workplaces: their names are public."""
    if kind not in finding.PUBLIC:
        raise Http404
    now = present.now()
    who = request.META.get("REMOTE_ADDR", "")
    often = not request.user.is_authenticated and not tallies.within(
        allowed.places, who=who, at=now
    )
    return _found(request, kind, now, often=often)


@page(verb="directory.read")
def directory(request: Asked, viewer: Viewer, now: datetime, kind: str) -> HttpResponse:
    """Find any name of the directory, for whoever may read it."""
    if kind not in offered.FINDS:
        raise Http404
    return _found(request, kind, now)


def _found(request: HttpRequest, kind: str, now: datetime, *, often: bool = False) -> HttpResponse:
    field = request.GET.get("field", "")
    if not FIELD.fullmatch(field):
        field = kind
    words = "" if often else storable(request.GET.get(field, ""))
    found = offered.like(kind=kind, words=words, on=london_date(now))
    context = {"field": field, "found": found, "often": often, "chosen": kind == offered.WORKPLACE}
    return render(request, "forms/found.html", context)
