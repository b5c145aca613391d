"""Whom a failed sign-in counts against."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest


def username(request: HttpRequest | None, credentials: Mapping[str, Any] | None) -> str:
    """Return the e-mail address being tried, in one spelling.

    The form posts it as `login`; the sign-in library hands it on as `email` or `username`.
    """
    tried = dict(credentials or {})
    if request is not None:
        tried = {"login": request.POST.get("login", ""), **tried}
    for name in ("email", "username", "login"):
        if tried.get(name):
            return str(tried[name]).strip().lower()
    return ""
