"""The front page: straight to the one page this role begins with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from goldenthread.access import viewer as viewers
from goldenthread.project import present
from goldenthread.records.postgresql.identity import acting
from goldenthread.web import errors


def home(request: HttpRequest) -> HttpResponse:
    """Redirect to the viewer's home; a role that has none opens nothing."""
    now = present.now()
    account = request.user
    with acting(account.pk, now=now, purpose="home"):
        viewer = viewers.of(account, now=now)
    return redirect(viewer.home) if viewer.home else errors.denied(request, hidden=False)
