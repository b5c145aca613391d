"""The settings SECURITY section 5 asks for, and what a live service is held to."""

import importlib

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory

from goldenthread.project import proxy


@pytest.fixture
def settings_of(monkeypatch, tmp_path):
    """Load the settings module anew under an environment, and put it back afterwards."""
    from goldenthread.project import settings as module

    def load(**environment):
        monkeypatch.setenv("GOLDENTHREAD_HOME", str(tmp_path))
        for name in ("SECRET_KEY", "ALLOWED_HOSTS", "TRUSTED_PROXY", "EMAIL_URL"):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return importlib.reload(module)

    yield load
    monkeypatch.undo()
    importlib.reload(module)


def live(settings_of, **more):
    return settings_of(GOLDENTHREAD_MODE="live", SECRET_KEY="x" * 50, **more)


def test_a_live_service_is_reached_over_https_only_and_its_cookies_stay_with_its_host(settings_of):
    told = live(settings_of, ALLOWED_HOSTS="thread.example.gov.uk")
    assert told.ALLOWED_HOSTS == ["thread.example.gov.uk"]
    assert told.SESSION_COOKIE_NAME.startswith("__Host-") and told.SESSION_COOKIE_SECURE
    assert told.CSRF_COOKIE_NAME.startswith("__Host-") and told.CSRF_COOKIE_SECURE
    assert told.SECURE_SSL_REDIRECT and told.SECURE_HSTS_SECONDS == 31_536_000
    assert not told.DEBUG


def test_a_live_service_without_a_signing_key_does_not_start(settings_of):
    with pytest.raises(ImproperlyConfigured, match="Set SECRET_KEY"):
        settings_of(GOLDENTHREAD_MODE="live")


def test_a_demonstration_answers_to_this_machine_only_whatever_it_is_told(settings_of):
    told = settings_of(GOLDENTHREAD_MODE="demonstration", ALLOWED_HOSTS="*")
    assert told.ALLOWED_HOSTS == ["localhost", "127.0.0.1", "[::1]"]
    assert not told.SESSION_COOKIE_SECURE


def test_a_proxy_is_believed_only_when_it_is_named(settings_of):
    trusting = live(settings_of, TRUSTED_PROXY="yes")
    assert trusting.SECURE_PROXY_SSL_HEADER == ("HTTP_X_FORWARDED_PROTO", "https")
    assert trusting.MIDDLEWARE[0] == "goldenthread.project.proxy.ProxyMiddleware"
    del trusting.SECURE_PROXY_SSL_HEADER
    wary = live(settings_of, TRUSTED_PROXY="no")
    assert not hasattr(wary, "SECURE_PROXY_SSL_HEADER")
    assert "goldenthread.project.proxy.ProxyMiddleware" not in wary.MIDDLEWARE


@pytest.mark.parametrize(
    ("forwarded", "seen"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("10.0.0.1, 198.51.100.7", "198.51.100.7"),
        ("", "192.0.2.1"),
    ],
)
def test_the_address_believed_is_the_last_which_the_proxy_wrote(forwarded, seen):
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1")
    if forwarded:
        request = RequestFactory().get(
            "/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": forwarded}
        )
    proxy.ProxyMiddleware(lambda _request: HttpResponse())(request)
    assert request.META["REMOTE_ADDR"] == seen


def test_sessions_lock_out_and_policy_are_what_was_promised(settings_of):
    told = live(settings_of)
    assert (told.SESSION_COOKIE_AGE, told.SESSION_IDLE_SECONDS) == (43_200, 1_800)
    assert (told.AXES_LOCKOUT_PARAMETERS, told.AXES_FAILURE_LIMIT) == (
        [["username", "ip_address"]],
        5,
    )
    # By address alone nothing is counted: a whole council shares one.
    assert told.ACCOUNT_RATE_LIMITS["login"] is None
    assert told.SECURE_CSP["default-src"] == ["'self'"]
    assert told.SECURE_CSP["frame-ancestors"] == told.SECURE_CSP["object-src"] == ["'none'"]
    assert told.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
    assert told.TEMPLATES[0]["BACKEND"].endswith("Jinja2")
    assert "ATOMIC_REQUESTS" not in told.DATABASES["default"]
