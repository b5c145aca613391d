"""Second factors: an authenticator app or a security key, whichever somebody has; never none.

The library deletes one factor before the next is made. Here the next is made first, and the last
one stays (SECURITY P15: a second factor on every account, all the time).
"""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    EditWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe
from django.views.generic.edit import FormView

from goldenthread.records.account import Account

again = method_decorator(reauthentication_required(app="allauth.mfa"), name="dispatch")


@require_safe
@login_required
def choose(request: HttpRequest) -> HttpResponse:
    """Offer both ways to whoever has set up neither."""
    return render(request, "mfa/choose.html")


@again
class AppView(ActivateTOTPView):
    """Sets up the app, or moves it: the telephone before keeps working until the next one has."""

    def dispatch(self, request: HttpRequest, *args: Any, **where: Any) -> HttpResponseBase:
        """Serve it to whoever has an app already, too."""
        return FormView.dispatch(self, request, *args, **where)

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Say whether an app is being moved."""
        found: dict[str, Any] = super().get_context_data(**more)
        return found | {"moves": _apps(self.request).exists()}

    def form_valid(self, form: Any) -> HttpResponse:
        """Put the new app in the place of the old one."""
        with transaction.atomic():
            _hold(self.request)
            _apps(self.request).delete()
            done: HttpResponse = super().form_valid(form)
        return done


class RenameKeyView(EditWebAuthnView):
    """Gives a key a name its holder knows it by."""

    success_url = reverse_lazy("mfa_index")


class RemoveKeyView(RemoveWebAuthnView):
    """Removes a key, unless it is the last factor there is."""

    success_url = reverse_lazy("mfa_index")

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """Say whether it can go."""
        found: dict[str, Any] = super().get_context_data(**more)
        return found | {"last": not get_adapter().can_delete_authenticator(self.object)}

    def form_valid(self, form: Form) -> HttpResponse:
        """Remove it; two windows removing the last two keys are taken one after the other."""
        with transaction.atomic():
            _hold(self.request)
            if not get_adapter().can_delete_authenticator(self.object):
                return self.render_to_response(self.get_context_data(form=form), status=409)
            done: HttpResponse = super().form_valid(form)
        return done


class KeyAgainView(ReauthenticateWebAuthnView):
    """Asks for a key again before something that matters."""

    def form_invalid(self, form: Form) -> HttpResponse:
        """Say beside the button what is wrong, and stay."""
        return FormView.form_invalid(self, form)


def _apps(request: HttpRequest) -> Any:
    kind = Authenticator.Type.TOTP
    return Authenticator.objects.filter(user_id=request.user.pk, type=kind)


def _hold(request: HttpRequest) -> None:
    Account.objects.select_for_update().get(pk=request.user.pk)


app = AppView.as_view()
add_key = AddWebAuthnView.as_view()
key_again = KeyAgainView.as_view()
rename_key = RenameKeyView.as_view()
remove_key = RemoveKeyView.as_view()
