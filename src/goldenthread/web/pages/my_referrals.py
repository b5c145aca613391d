"""My referrals: what I told the front door, and what happened next."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.queries import referrals
from goldenthread.web import pdf
from goldenthread.web.asked import Asked
from goldenthread.web.forms import answered
from goldenthread.web.serving import page


@page(verb="referral.follow")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List what I began and what I sent, newest first."""
    sent = referrals.mine(viewer=viewer)
    begun = referrals.drafts(viewer=viewer)
    request.shown.objects(each.occasion_id for each in sent)
    request.shown.objects(each.draft_id for each in begun)
    return render(request, "pages/my_referrals.html", {"sent": sent, "begun": begun})


@page(verb="referral.follow")
def followed(request: Asked, viewer: Viewer, now: datetime, occasion_id: UUID) -> HttpResponse:
    """Follow one: what I sent, that it was received, and the words written for me."""
    referral = referrals.one(viewer=viewer, occasion_id=occasion_id)
    children = (child.episode_id for child in referral.children)
    request.shown.objects([referral.occasion_id, *children])
    sent = {**referral.answers, "children": [child.answers for child in referral.children]}
    return render(
        request,
        "pages/referral_followed.html",
        {
            "referral": referral,
            "parts": answered.of(referral.form, sent),
            "no_pdf": pdf.missing(),
        },
    )
