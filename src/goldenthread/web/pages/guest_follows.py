"""What a guest opens once known: coming back later, the code, and what the front door answered."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from goldenthread.access.viewer import Viewer
from goldenthread.actions import guests, tallies
from goldenthread.content.front_door import guest_allowances as allowed
from goldenthread.queries import referrals
from goldenthread.web import guest_session, pdf
from goldenthread.web.asked import Asked
from goldenthread.web.guest_session import CODE, READ, WRITE
from goldenthread.web.serving import page


@page(verb="draft.keep", guests=(WRITE,))
def left(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Say that what was begun is kept, and how to come back to it on any machine."""
    if viewer.within is None:
        return redirect("home")
    return render(request, "pages/guest_left.html")


@page(verb="draft.keep", guests=(WRITE, CODE, READ))
def leave(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Forget the guest in this browser."""
    guest_session.leave(request)
    return redirect("tell-us")


@page(verb="referral.follow", guests=(CODE, READ))
def code(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask for the code that was sent to the letter box the link came to."""
    if viewer.within is None:
        return redirect("home")
    wrong = ""
    if request.method == "POST":
        said = "".join(each for each in request.POST.get("code", "") if each in "0123456789")
        few = tallies.within(allowed.codes, who=str(viewer.within), at=now)
        if few and guests.use_code(guest_id=viewer.within, code=said, at=now):
            guest_session.enter(request, viewer.within, stage=READ)
            return redirect("guest-followed")
        wrong = "That code is wrong, or too old. Ask for a new link if you have no newer code"
    request.shown.objects([viewer.within])
    status = 422 if wrong else 200
    return render(request, "pages/guest_code.html", {"wrong": wrong}, status=status)


@page(verb="referral.follow", guests=(READ,))
def followed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show that it was received, and the outcome written for the one who sent it; nothing else."""
    if viewer.within is None:
        return redirect("home")
    referral = referrals.one(viewer=viewer, occasion_id=viewer.within)
    shown: list[UUID] = [child.episode_id for child in referral.children]
    request.shown.objects([referral.occasion_id, *shown])
    context = {"referral": referral, "no_pdf": pdf.missing()}
    return render(request, "pages/guest_followed.html", context)
