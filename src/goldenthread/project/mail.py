"""Where e-mail goes: a server named by EMAIL_URL, or in a demonstration a folder of files."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from goldenthread.project import home


class Unreadable(ValueError):
    """EMAIL_URL is not the address of a mail server."""


def mailers(*, url: str, demonstration: bool) -> dict[str, Any]:
    """Return Django's MAILERS.

    `url` is like smtp://user:password@host:587?tls=starttls; tls is starttls (the default),
    implicit or none. Without a URL a demonstration writes files; a live service refuses to send.
    """
    if url:
        return {"default": _server(url)}
    if demonstration:
        backend = "django.core.mail.backends.filebased.EmailBackend"
        return {"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(home.mail())}}}
    return {}


def paging(environ: Mapping[str, str], *, demonstration: bool) -> dict[str, str]:
    """Return whom to page by their place; in a demonstration invented addresses where unset.

    They are set by PAGE_DUTY_MANAGER, PAGE_EMERGENCY_DUTY_TEAM and PAGE_NEXT_IN_LINE.
    """
    places = ("duty-manager", "emergency-duty-team", "next-in-line")
    invented = {place: f"{place}@paging.example" if demonstration else "" for place in places}
    return {
        place: environ.get(f"PAGE_{place.upper().replace('-', '_')}", "") or invented[place]
        for place in places
    }


def _server(url: str) -> dict[str, Any]:
    """Return the entry for one SMTP server; raises Unreadable."""
    address = urlsplit(url)
    tls = parse_qs(address.query).get("tls", ["starttls"])[0]
    if address.scheme != "smtp" or not address.hostname or tls not in _TLS:
        raise Unreadable(
            "EMAIL_URL must be like smtp://user:password@host:587?tls=starttls, "
            "where tls is starttls, implicit or none."
        )
    options = {
        "host": address.hostname,
        "port": address.port or _TLS[tls],
        "username": unquote(address.username or ""),
        "password": unquote(address.password or ""),
        "use_tls": tls == "starttls",
        "use_ssl": tls == "implicit",
        "timeout": 20,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}


_TLS = {"starttls": 587, "implicit": 465, "none": 25}
