"""Loading returns and published tables: given on a page, read by a job, reported value by value."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from goldenthread.access.viewer import Viewer
from goldenthread.actions import uploads as keeping
from goldenthread.actions.conflict import Refused
from goldenthread.insight.dataset import NoSnapshot
from goldenthread.insight.importers import opened
from goldenthread.insight.importers.piece import ImportRefused
from goldenthread.project import home
from goldenthread.queries import uploads
from goldenthread.web.asked import Asked
from goldenthread.web.receiving import Received
from goldenthread.web.serving import page


@page(verb="dataset.load")
def give(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask for files; on POST keep them for the job and go to where it says how far it is."""
    if request.method != "POST":
        return _form(request, viewer)
    too_large = request.META.get("goldenthread.too_large")
    if too_large:
        refused = ImportRefused(opened.TOO_LARGE, file=opened.printable(too_large[0]))
        return _form(request, viewer, says=str(refused))
    sent = [each for each in request.FILES.getlist("files") if isinstance(each, Received)]
    files = [(each.name or "", each.path) for each in sent]
    try:
        upload = keeping.take(by=viewer, files=files, home=home.folder(), at=now)
    except Refused as refusal:
        return _form(request, viewer, says=refusal.problems[0].message)
    return redirect("dataset-file", upload_id=upload.pk)


@page(verb="dataset.load")
def given(request: Asked, viewer: Viewer, now: datetime, upload_id: UUID) -> HttpResponse:
    """Show how far the reading has come, then what became of each file."""
    found = uploads.one(viewer=viewer, upload_id=upload_id)
    request.shown.objects([upload_id])
    number = request.GET.get("page", "")
    asked = int(number) if number.isdecimal() and len(number) < 7 else 1
    try:
        report = uploads.report(viewer=viewer, given=found, home=home.folder(), page=asked)
    except NoSnapshot:
        report = None  # set aside since, with its list
    return render(request, "pages/file_given.html", {"given": found, "report": report})


def _form(request: Asked, viewer: Viewer, *, says: str = "") -> HttpResponse:
    mine = uploads.mine(viewer=viewer)
    request.shown.objects(each.upload_id for each in mine)
    told = {"says": says, "mine": mine, "most": keeping.MOST_FILES}
    largest = opened.LARGEST // 1024**2
    return render(
        request, "pages/files.html", {**told, "largest": largest}, status=422 if says else 200
    )
