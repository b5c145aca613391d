"""Behind a proxy that is trusted, the visitor's address is the one the proxy saw."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class ProxyMiddleware:
    """Takes the visitor's address from the last entry of X-Forwarded-For, which the proxy wrote.

    Entries before it are whatever the visitor sent. Lock-out and the trail then name the visitor,
    not the proxy. Installed only where TRUSTED_PROXY is yes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request as coming from the visitor."""
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if seen:
            request.META["REMOTE_ADDR"] = seen
        return self.get_response(request)
