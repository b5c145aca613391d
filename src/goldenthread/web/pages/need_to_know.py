"""What every role may see, for whoever signs for it; and one's own."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.queries import need_to_know
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="need-to-know.read")
def whole(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show the whole table, and whether it is the one that was signed."""
    return render(request, "pages/need_to_know.html", {"found": need_to_know.whole(viewer=viewer)})


@page(verb="need-to-know.read")
def table(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Give the table that is signed, as CSV."""
    text = need_to_know.as_csv(viewer=viewer)
    file = HttpResponse(text, content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = 'attachment; filename="need-to-know.csv"'
    return file


@page(verb="need-to-know.own")
def own(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what the viewer's own role may see."""
    return render(request, "pages/what_i_may_see.html", {"role": need_to_know.own(viewer=viewer)})
