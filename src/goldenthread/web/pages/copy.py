"""The sender's own copy: what they wrote, its reference and when it was received, and no more."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from goldenthread.access.viewer import Viewer
from goldenthread.queries import referrals
from goldenthread.queries.referrals import ReferralFollowed
from goldenthread.web import pdf
from goldenthread.web.asked import Asked
from goldenthread.web.forms import answered
from goldenthread.web.guest_session import READ, WRITE
from goldenthread.web.serving import page


@page(verb="referral.send", guests=(WRITE, READ))
def copy(request: Asked, viewer: Viewer, now: datetime, occasion_id: UUID) -> HttpResponse:
    """Give the sender a PDF for their own file; say what is missing where none can be made."""
    referral = referrals.one(viewer=viewer, occasion_id=occasion_id)
    children = (child.episode_id for child in referral.children)
    request.shown.objects([referral.occasion_id, *children])
    if pdf.missing():
        context = {"title": "No PDF can be made here", "lines": [pdf.missing()]}
        return render(request, "errors/page.html", context, status=503)
    made = pdf.written(document(referral, sender=viewer))
    answer = HttpResponse(made, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{referral.reference}.pdf"'
    answer.headers["Cache-Control"] = "no-store"
    return answer


def document(referral: ReferralFollowed, *, sender: Viewer) -> str:
    """Return the copy as a page of its own: one referral, with nothing said since."""
    told = {**referral.answers, "children": [child.answers for child in referral.children]}
    return render_to_string(
        "pages/copy.html",
        {"referral": referral, "sender": sender, "parts": answered.of(referral.form, told)},
    )
