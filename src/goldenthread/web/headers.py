"""Headers that keep what was shown out of caches, and clear the browser when somebody signs out."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class Headers:
    """Marks every page as not to be stored (SECURITY section 5); assets never come this far."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and add the headers."""
        signed_in = request.user.is_authenticated
        response = self.get_response(request)
        patch_cache_control(response, no_store=True, private=True)
        response.headers.setdefault("Permissions-Policy", POLICY)
        if signed_in and not request.user.is_authenticated:
            response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
        return response
