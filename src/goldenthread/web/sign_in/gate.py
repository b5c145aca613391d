"""The second-factor gate: no page opens to an account without one."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

# Choosing and setting one up, checking who is setting it up, and leaving.
OPEN = frozenset(
    {
        "second-factor",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_logout",
        "healthz",
    }
)
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondFactorGate:
    """Sends a signed-in account with neither app nor key to set one up (SECURITY P15).

    The demonstration has invented people and a page that stands in for both factors.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; `process_view` decides once the page is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Return a redirect to enrolment, or None to let the page be served."""
        if settings.GOLDENTHREAD_DEMONSTRATION or not request.user.is_authenticated:
            return None
        match = request.resolver_match
        if match is not None and match.url_name in OPEN:
            return None
        if is_mfa_enabled(request.user, FACTORS) or _proved_elsewhere(request):
            return None
        return redirect("second-factor")


def _proved_elsewhere(request: HttpRequest) -> bool:
    """Whether this session began with a second factor shown to their agency's own directory."""
    records = get_authentication_records(request, request.user)
    return any(record.get("mfa") for record in records)
