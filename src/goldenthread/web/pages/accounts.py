"""Accounts: who may sign in, and closing one at once when they leave."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import accounts as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.queries import access_changes, accounts
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes
from goldenthread.web.serving import page


@page(verb="account.close")
def listed(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """List the accounts whose name or address holds what was typed."""
    like = request.GET.get("like", "").strip()[:100]
    found, number = accounts.listed(viewer=viewer, like=like)
    waiting = access_changes.waiting(viewer=viewer)
    request.shown.objects(each.account_id for each in found)
    request.shown.objects(each.asked_id for each in waiting)
    context = {"found": found, "number": number, "like": like, "waiting": waiting}
    return render(request, "pages/accounts.html", context)


@page(verb="account.close")
def close(request: Asked, viewer: Viewer, now: datetime, account_id: UUID) -> HttpResponse:
    """Ask why an account is to be closed; on POST close it."""
    account = accounts.one(viewer=viewer, account_id=account_id)
    request.shown.objects([account_id])
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            acting.close(by=viewer, account_id=account_id, why=request.POST.get("why", ""), at=now)
            return redirect("accounts")
        except Refused as refused:
            problems = refused.problems
        except Conflict as conflict:
            return errors.conflict(request, says=conflict.says, again=reverse("accounts"))
    return render(
        request,
        "pages/account_close.html",
        {
            "account": account,
            "reasons": acting.WHY,
            "chosen": request.POST.get("why", ""),
            "links": mistakes.links(problems),
        },
        status=422 if problems else 200,
    )
