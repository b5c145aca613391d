"""allauth's hooks: nobody signs themselves up, services never sign in, secrets rest encrypted."""

import base64
import hashlib
import time
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from goldenthread.records.account import Account

AGAIN_AFTER = 300  # seconds
WRONG = "The e-mail address or the password is not right. Check both and try again"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are given by the business unit; a person only signs in to one."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "incorrect_password": "That is not your password. Check it and try again",
        "too_many_login_attempts": "Too many wrong tries. Wait 15 minutes, then try again",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: no account makes itself."""
        return False

    def pre_login(self, request: HttpRequest, user: Account, **details: Any) -> HttpResponse | None:
        """Turn away an account that is closed, and one that belongs to a service."""
        if user.is_service:
            user.is_active = False
        turned_away: HttpResponse | None = super().pre_login(request, user, **details)
        return turned_away

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave wrong passwords to axes, which counts them by person and address together."""
        self._login_failed_rl_usage = None

    def set_password(self, user: Account, password: str) -> None:
        """Keep a new password: one of the two columns of an account the web role may write."""
        user.set_password(password)
        user.save(update_fields=["password"])

    def is_reauthentication_required(self, *, app: str, **details: Any) -> bool:
        """Ask again before a change to how somebody signs in, unless they proved it just now."""
        if not super().is_reauthentication_required(app=app, **details):
            return False
        proved = get_authentication_records(self.request, self.request.user)
        return not proved or time.time() - proved[-1]["at"] > AGAIN_AFTER

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing beside the page: each page says itself what happened."""


class MFAAdapter(DefaultMFAAdapter):
    """Second-factor secrets are encrypted with a key made from the deployment's secret key."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right. Enter the code the app shows now",
        "cannot_delete_authenticator": "Set up another way first: this is the only one you have",
        "unreadable_key": "The key's answer could not be read. Try again, or use a code",
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say whether another factor is left without this one; recovery codes alone are not."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id)
        others = others.exclude(pk=authenticator.pk)
        return bool(others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())

    def generate_authenticator_name(self, user: Account, type: Authenticator.Type) -> str:  # noqa: A002
        """Return a name for a new key."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return "Security key" if held == 0 else f"Security key {held + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return who a key is made for: this host, by its name on screen."""
        return {**super().get_public_key_credential_rp_entity(), "name": "Golden Thread"}

    def encrypt(self, text: str) -> str:
        """Return `text` as it is kept in the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what was kept; raises InvalidToken if no key of this deployment made it."""
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_stretched(key)) for key in keys])


def _stretched(key: str) -> bytes:
    digest = hashlib.sha256(b"second factor:" + key.encode()).digest()
    return base64.urlsafe_b64encode(digest)
