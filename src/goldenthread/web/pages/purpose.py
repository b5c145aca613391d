"""Why somebody looks at a child whom nothing opens to them: asked once a session, and kept."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from goldenthread.access import purposes
from goldenthread.access.viewer import Viewer
from goldenthread.language.answers import Problem
from goldenthread.queries import looks
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.serving import page

SAID = "gt-purposes"
VERB = "trail.read"


@page(verb=VERB)
def say(request: Asked, viewer: Viewer, now: datetime, child_id: UUID) -> HttpResponse:
    """Ask why the viewer looks at a child; on POST keep it for this session and go on."""
    looks.child(viewer=viewer, child_id=child_id)
    request.shown.objects([child_id])
    offered = purposes.offered(VERB)
    chosen = request.POST.get("purpose", "")
    problems: tuple[Problem, ...] = ()
    if chosen in {each.key for each in offered}:
        request.session[SAID] = {**request.session.get(SAID, {}), str(child_id): chosen}
        return redirect("looks-at", child_id=child_id)
    if request.method == "POST":
        problems = (Problem("purpose", "Say why you look"),)
    return mistakes.page(request, "pages/purpose.html", problems, offered=offered)


def said(request: Asked, *, child_id: UUID) -> str:
    """Return what the viewer said in this session that they look at a child for, and note it.

    Empty where they have not said. The trail of this act then keeps it.
    """
    found = str(request.session.get(SAID, {}).get(str(child_id), ""))
    purposes.note(each.key for each in purposes.offered(VERB) if each.key == found)
    return found
