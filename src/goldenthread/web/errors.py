"""Pages for what went wrong: one plain sentence saying what, and what to do."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.access import break_glass

NOT_HERE = "There is nothing at this address that you may open."
ASK = "If somebody sent you the link, ask them to check it."

# The pages of a child whose refusal may be followed by break-glass, and the way from each.
OFFERED = {"thread": "break-glass/", "who-and-where": "../break-glass/"}

FAILED = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Something went wrong</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Something went wrong</h1>
<p>It is our fault, and it has been noted. Nothing was half saved.</p>
<p>Try again in a few minutes. About a child who cannot wait, ring the front door.</p>
<p><a href="/">Go to your first page</a></p></main></body></html>
"""


def denied(request: HttpRequest, *, hidden: bool) -> HttpResponse:
    """Return 403, or a 404 that is the same in every byte as a missing page if it is hidden."""
    if hidden:
        return missing(request, offer=_offer(request))
    return _page(
        request,
        status=403,
        title="You cannot open this page",
        lines=[
            "Your role does not open it, and the attempt has been logged.",
            "If your work needs it, ask the person who looks after accounts in your agency.",
        ],
    )


def in_bulk(request: HttpRequest, *, most: int) -> HttpResponse:
    """Return 403 for a file about more children than one person takes away."""
    return _page(
        request,
        status=403,
        title="This file is about too many children",
        lines=[
            f"A file about more than {most} children is not given to one person alone.",
            "The attempt has been logged. Ask for a part of it, or ask the privacy officer.",
        ],
    )


def missing(
    request: HttpRequest, exception: Exception | None = None, *, offer: str = ""
) -> HttpResponse:
    """Return the 404 page; `offer` is where the glass may be broken instead."""
    lines = [NOT_HERE, ASK]
    return _page(request, status=404, title="Page not found", lines=lines, offer=offer)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the 403 page for a refusal Django itself makes."""
    return denied(request, hidden=False)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form whose token is no longer good: it was open too long."""
    return _page(
        request,
        status=403,
        title="This page was open too long",
        lines=[
            "Nothing was sent. Go back, open the page again and send it once more.",
            "A form that saves as you type still has your words.",
        ],
    )


def bad(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the 400 page."""
    return _page(
        request,
        status=400,
        title="That could not be read",
        lines=["Nothing was changed. Go back, check what you entered and try again."],
    )


def conflict(
    request: HttpRequest, *, says: str, kept: Iterable[tuple[str, str]] = (), again: str = ""
) -> HttpResponse:
    """Return 409 with what was typed, label by label, and where to open the page afresh."""
    return render(
        request,
        "errors/409.html",
        {
            "title": "This has moved on",
            "lines": [says],
            "kept": [(label, words) for label, words in kept if words],
            "again": again,
        },
        status=409,
    )


def too_often(request: HttpRequest) -> HttpResponse:
    """Return 429: too much was tried from one place in an hour."""
    return _page(
        request,
        status=429,
        title="Too many tries from where you are",
        lines=[
            "Try again in an hour, or from another network.",
            "About a child who cannot wait, ring the front door; in danger now, ring 999.",
        ],
    )


def unavailable(request: HttpRequest) -> HttpResponse:
    """Return 503: what is not logged is not served."""
    return _page(
        request,
        status=503,
        title="Golden Thread cannot show this at the moment",
        lines=[
            "Nothing was changed. Try again in a few minutes.",
            "About a child who cannot wait, ring the front door; in danger now, ring 999.",
        ],
    )


def failed(request: HttpRequest) -> HttpResponse:
    """Return 500. Nothing of what went wrong is told, and nothing is read that could fail too."""
    return HttpResponse(FAILED, status=500)


def _offer(request: HttpRequest) -> str:
    """Return where the glass is broken from a child's page, to whoever may; "" from any other.

    Told from the address that was asked for, so that it is the same for every child there is or is
    not, byte for byte.
    """
    viewer, match = getattr(request, "viewer", None), request.resolver_match
    if viewer is None or match is None or match.url_name not in OFFERED:
        return ""
    offered = break_glass.offered(viewer=viewer, reason=break_glass.WANTING)
    return OFFERED[match.url_name] if offered else ""


def _page(
    request: HttpRequest, *, status: int, title: str, lines: list[str], offer: str = ""
) -> HttpResponse:
    context = {"title": title, "lines": lines, "offer": offer}
    return render(request, "errors/page.html", context, status=status)
