"""The addresses of signing in. Pages of the library not listed here are not served at all."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.web.sign_in import demonstration, leaving, second_factor
from goldenthread.web.sign_in.demonstration import only_for_real
from goldenthread.web.sign_in.openid import pages as openid_pages
from goldenthread.web.sign_in.openid import views as openid

form = require_http_methods(["GET", "HEAD", "POST"])


def real(address: str, view: Any, *, name: str) -> Any:
    """Return a page of real sign-in, which a demonstration does not have."""
    return path(address, only_for_real(view), name=name)


sign_in = [
    path("sign-in/", demonstration.sign_in, name="account_login"),
    path("sign-in/as/<uuid:account_id>/", demonstration.sign_in_as, name="sign-in-as"),
    path("sign-out/", account.logout, name="account_logout"),
    real("sign-in/with/<slug:agency>/", openid.begin, name="openid-begin"),
    real("sign-in/with/<slug:agency>/back/", openid.back, name="openid-back"),
    real("sign-in/with/<slug:agency>/join/", openid.join, name="openid-join"),
    real("sign-in/closed/", account.account_inactive, name="account_inactive"),
    real("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    real("sign-in/code/", mfa.authenticate, name="mfa_authenticate"),
    real("sign-in/code/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    real("password/", account.password_change, name="account_change_password"),
    real("password/forgotten/", account.password_reset, name="account_reset_password"),
    real(
        "password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"
    ),
    real(
        "password/new/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        only_for_real(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    real("security/", openid_pages.how, name="mfa_index"),
    real("security/choose/", second_factor.choose, name="second-factor"),
    real("security/authenticator/", second_factor.app, name="mfa_activate_totp"),
    real("security/authenticator/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    real("security/keys/add/", second_factor.add_key, name="mfa_add_webauthn"),
    real("security/keys/<int:pk>/", second_factor.rename_key, name="mfa_edit_webauthn"),
    real("security/keys/<int:pk>/remove/", second_factor.remove_key, name="mfa_remove_webauthn"),
    real("sign-in/key/again/", second_factor.key_again, name="mfa_reauthenticate_webauthn"),
    real("security/recovery-codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    real(
        "security/recovery-codes/new/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]

sessions = [
    path("session/time/", require_safe(leaving.time_left), name="session-time"),
    path("session/stay/", require_POST(leaving.stay), name="session-stay"),
    path("session/end/", require_POST(leaving.end), name="session-end"),
    path("session/words/<uuid:words_id>/", form(leaving.words), name="session-words"),
]
