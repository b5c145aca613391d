"""Vital Signs: are children safer, compared with whom, and can I trust this number."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.insight.dataset import NoSnapshot
from goldenthread.project import home
from goldenthread.queries import vital_signs
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page

# What the table at the top holds each number against, in its columns' short words.
GLANCE = (
    ("previous_year", "Year before"),
    ("statistical_neighbour_mean", "Neighbours"),
    ("national", "England"),
    ("target", "Target"),
)


@page(verb="signs.read")
def signs(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show one card for each measure of the year and the source chosen."""
    folder = home.folder()
    asked = {"period": request.GET.get("period"), "source": request.GET.get("source")}
    try:
        cards = vital_signs.page(viewer=viewer, home=folder, now=now, **asked)
        choices = vital_signs.choices(viewer=viewer, home=folder, **asked)
    except NoSnapshot as nothing:
        return _nothing(request, str(nothing))
    except ValueError as unreadable:
        return _nothing(request, str(unreadable), status=400)
    # What this source has no number for comes last: it is there to be missed, not to be read first.
    ordered = sorted(cards, key=lambda card: not (card.value or card.parts))
    told = {"cards": ordered, "choices": choices, "glance": GLANCE}
    return render(request, "pages/signs.html", told)


@page(verb="signs.read")
def sign(request: Asked, viewer: Viewer, now: datetime, key: str) -> HttpResponse:
    """Show one measure alone: month by month, and what came in after its year was frozen."""
    asked = {name: request.GET.get(name) for name in ("period", "source")}
    try:
        detail = vital_signs.one(
            viewer=viewer,
            home=home.folder(),
            now=now,
            key=key,
            area=request.GET.get("area", ""),
            **asked,
        )
    except KeyError:
        return errors.missing(request)
    except NoSnapshot as nothing:
        return _nothing(request, str(nothing))
    except ValueError as unreadable:
        return _nothing(request, str(unreadable), status=400)
    return render(request, "pages/sign.html", {"detail": detail, "card": detail.card})


@page(verb="signs.read")
def release(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Give the numbers of a year as a file that may leave the partnership."""
    asked = {name: request.GET.get(name) for name in ("period", "source")}
    try:
        text = vital_signs.for_release(viewer=viewer, home=home.folder(), **asked)
    except NoSnapshot as nothing:
        return _nothing(request, str(nothing))
    except ValueError as unreadable:
        return _nothing(request, str(unreadable), status=400)
    file = HttpResponse(text, content_type="text/csv; charset=utf-8")
    file["Content-Disposition"] = 'attachment; filename="vital-signs-for-release.csv"'
    return file


def _nothing(request: Asked, says: str, *, status: int = 200) -> HttpResponse:
    """Say why there is no number, and what to do."""
    return render(request, "pages/signs_none.html", {"says": says}, status=status)
