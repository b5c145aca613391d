"""The library's pages that offer an agency's own directory: signing in, and how one signs in."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import IndexView
from django.conf import settings

from goldenthread.actions import outside_identities
from goldenthread.records.agency import Agency


class SignInView(LoginView):
    """Offers each agency's directory under the password."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Add the agencies by name, and where to go on once signed in."""
        found: dict[str, Any] = super().get_context_data(**more)
        there = Agency.objects.filter(key__in=settings.GOLDENTHREAD_SIGN_INS, left_at=None)
        named = list(there.order_by("name").values_list("key", "name"))
        return found | {"sign_ins": named, "going_on": self.request.GET.get("next", "")}


class HowView(IndexView):
    """Says whether one's agency's directory is joined to the account."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Add the agency's directory, where it has one."""
        found: dict[str, Any] = super().get_context_data(**more)
        account = self.request.user
        key = getattr(account.agency, "key", "")
        if key not in settings.GOLDENTHREAD_SIGN_INS:
            return found
        joined = outside_identities.joined(account_id=account.pk)
        said = {"key": key, "name": account.agency.name, "joined": joined}
        return found | {"own_sign_in": said}


sign_in = SignInView.as_view()
how = HowView.as_view()
