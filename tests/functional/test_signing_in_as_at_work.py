"""Signing in with the directory of one's own agency, once it is joined to one's account."""

import pytest

from goldenthread.web.sign_in.openid import asking
from goldenthread.web.sign_in.openid.provider import Provider
from tests.functional.conftest import PASSWORD
from tests.functional.test_signing_in import code
from tests.made import openid_provider

SCHOOL = "Beckside Primary School"


@pytest.fixture
def there(tmp_path, settings):
    """The school's own directory, running here."""
    provider = openid_provider.Provider()
    (tmp_path / "secret").write_text(openid_provider.SECRET)
    declared = Provider(
        agency="beckside-primary", issuer=provider.issuer, client_id=openid_provider.CLIENT,
        secret_file=tmp_path / "secret", amr=frozenset({"mfa"}),
    )  # fmt: skip
    settings.GOLDENTHREAD_SIGN_INS = {"beckside-primary": declared}
    asking._known.clear()
    yield provider
    provider.close()


def test_a_lead_joins_the_schools_sign_in_and_signs_in_by_it(there, stranger):
    there.who = {"sub": "ruth-at-school", "amr": ["pwd", "mfa"]}
    stranger.open("/sign-in/")
    stranger.reads("Or sign in as at work")
    stranger.picture("sign-in-own-directory")
    stranger.follow(SCHOOL)
    stranger.heading("You are not signed in")
    stranger.reads("no account here is joined to it")
    stranger.picture("not-joined")
    stranger.follow("Go to sign-in")
    stranger.write("Work e-mail address", "ruth@beckside-primary.example")
    stranger.write("Password", PASSWORD)
    stranger.press("Sign in")
    stranger.follow("Use an app")
    secret = stranger.page.locator("ol strong").inner_text()
    stranger.write("Code from your authenticator app", code(secret))
    stranger.press("Continue")
    stranger.follow("I have kept them")
    stranger.open("/security/")
    stranger.reads("Not joined")
    stranger.picture("how-you-sign-in")
    stranger.press("Join it")
    stranger.heading(f"Join the sign-in of {SCHOOL}")
    stranger.picture("join")
    stranger.page.get_by_role("button", name="Continue").click()
    stranger.reads("Joined to your account")
    stranger.open("/referrals/")
    stranger.sign_out()
    stranger.follow(SCHOOL)
    stranger.heading("My referrals")
