"""Sending a file of police notifications: taken whole, or refused with every row that is wrong."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.actions import notification_files, notifications
from goldenthread.content import catalogue
from goldenthread.language.feed import Fault, Unfit
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="notification.send")
def upload(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask for a file and its fields; on POST say what became of it."""
    if request.method != "POST":
        return _page(request)
    sent = request.FILES.get("file")
    if sent is None or (sent.size or 0) > notification_files.MOST_BYTES:
        says = "Choose a CSV or JSON file of 5 MB or less"
        return _page(request, faults=(Fault(place="File", field="", says=says),))
    try:
        received = notification_files.receive(
            by=viewer, name=sent.name or "", content=sent.read(), at=now
        )
    except Unfit as unfit:
        return _page(request, faults=unfit.faults)
    return _page(request, received=received)


def _page(
    request: Asked, *, received: tuple[object, ...] = (), faults: tuple[Fault, ...] = ()
) -> HttpResponse:
    return render(
        request,
        "pages/notification_file.html",
        {
            "received": received,
            "faults": faults,
            "sections": catalogue.instrument(notifications.FORM).sections,
        },
        status=422 if faults else 200,
    )
