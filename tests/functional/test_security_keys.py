"""A security key in the place of an app: Chromium's own virtual one answers the page."""

import json

import pytest

from goldenthread.records.account import Account
from tests.functional.conftest import PASSWORD
from tests.functional.visitor import Visitor


class Key:
    """A key in this browser's port."""

    def __init__(self, visitor: Visitor) -> None:
        self._tools = visitor.context.new_cdp_session(visitor.page)
        self._tools.send("WebAuthn.enable")
        self._id = self._put_in()

    def _put_in(self) -> str:
        options = {
            "protocol": "ctap2", "transport": "usb", "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True,
        }  # fmt: skip
        put = self._tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return put["authenticatorId"]

    def change(self) -> None:
        """Pull this key out and put another one in."""
        self._tools.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self._id})
        self._id = self._put_in()


def enter(visitor: Visitor) -> None:
    visitor.open("/sign-in/")
    visitor.write("Work e-mail address", "ruth@beckside-primary.example")
    visitor.write("Password", PASSWORD)
    visitor.press("Sign in")


@pytest.fixture
def holder(stranger):
    """Ruth, who chose a key when she first signed in, and the key."""
    key = Key(stranger)
    enter(stranger)
    stranger.follow("Use a key")
    stranger.heading("Set up a security key")
    stranger.picture("key-set-up")
    stranger.write("What to call it", "Key on my lanyard")
    stranger.press("Set up this key")
    stranger.heading("Your recovery codes")
    stranger.follow("I have kept them")
    stranger.heading("My referrals")
    return stranger, key


def test_a_key_is_set_up_and_signs_in(holder):
    ruth, _ = holder
    ruth.sign_out()
    enter(ruth)
    ruth.heading("Show that it is you")
    ruth.picture("key-asked-for")
    ruth.open("/referrals/")
    ruth.heading("Show that it is you")
    ruth.press("Use my key")
    ruth.heading("My referrals")


def test_a_key_that_is_not_hers_does_not_sign_in(holder):
    ruth, key = holder
    ruth.sign_out()
    enter(ruth)
    key.change()
    ruth.page.get_by_role("button", name="Use my key").click()
    ruth.reads("The key was not read")
    ruth.open("/referrals/")
    ruth.heading("Show that it is you")


def test_a_key_is_renamed_and_the_last_one_stays(holder):
    ruth, key = holder
    ruth.open("/security/")
    ruth.picture("how-you-sign-in")
    ruth.follow("Rename Key on my lanyard")
    ruth.write("What to call it", "Key in my bag")
    ruth.press("Save")
    ruth.follow("Remove Key in my bag")
    ruth.heading("This is the only key you have")
    key.change()
    ruth.follow("Back to how you sign in")
    ruth.follow("Set up another security key")
    ruth.write("What to call it", "Spare")
    ruth.press("Set up this key")
    ruth.heading("How you sign in")
    ruth.follow("Remove Key in my bag")
    ruth.press("Remove this key")
    ruth.heading("How you sign in")
    ruth.reads_not("Key in my bag")
    ruth.follow("Remove Spare")
    ruth.heading("This is the only key you have")


def test_the_last_key_stays_whatever_is_sent(holder):
    ruth, _ = holder
    ruth.open("/security/keys/add/")
    (key,) = Account.objects.get(full_name="Ruth Okafor").authenticator_set.filter(type="webauthn")
    token = ruth.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    sent = ruth.page.request.post(
        f"/security/keys/{key.pk}/remove/", form={"csrfmiddlewaretoken": token}
    )
    assert sent.status == 409
    assert Account.objects.get(full_name="Ruth Okafor").authenticator_set.filter(pk=key.pk)


@pytest.mark.parametrize(
    "sent",
    ["", "null", "[]", '"x"', "1", "{}", '{"id": 1}', '{"id": "a", "rawId": "b", "response": 1}',
     json.dumps({"id": "YQ", "rawId": "YQ", "type": "public-key",
                 "response": {"clientDataJSON": "YQ", "attestationObject": "YQ"}}),
     "[" * 5_000],
)  # fmt: skip
def test_what_no_key_answered_is_refused_and_never_a_fault(holder, sent):
    ruth, _ = holder
    ruth.open("/security/keys/add/")
    token = ruth.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    for where in ("/security/keys/add/", "/sign-in/key/again/"):
        form = {"csrfmiddlewaretoken": token, "name": "Mine", "credential": sent}
        answer = ruth.page.request.post(where, form=form)
        assert answer.status == 200 and "There is a problem" in answer.text()
    assert Account.objects.get(full_name="Ruth Okafor").authenticator_set.count() == 2
