"""Signing in as it is in a live service: password, then a code, and nothing before both."""

import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from tests.functional.conftest import PASSWORD
from tests.functional.visitor import Visitor

CHOICE = "Set up a second way to show it is you"


def enter(visitor: Visitor, password: str) -> None:
    visitor.write("Work e-mail address", "RUTH@beckside-primary.example")
    visitor.write("Password", password)
    visitor.press("Sign in")


def code(secret: str, *, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def test_nobody_opens_a_page_before_a_second_factor_is_set_up(stranger):
    stranger.heading("Sign in")
    stranger.reads_not("Ruth Okafor")
    enter(stranger, PASSWORD)
    stranger.heading(CHOICE)
    stranger.open("/referrals/")
    stranger.heading(CHOICE)
    stranger.picture("second-factor")
    stranger.follow("Use an app")
    stranger.heading("Set up your authenticator app")
    stranger.picture("authenticator")
    secret = stranger.page.locator("ol strong").inner_text()
    stranger.write("Code from your authenticator app", "000000")
    stranger.press("Continue")
    stranger.reads("That code is not right")
    stranger.write("Code from your authenticator app", code(secret))
    stranger.press("Continue")
    stranger.heading("Your recovery codes")
    recovery = stranger.page.locator("li code").first.inner_text()
    stranger.follow("I have kept them")
    stranger.heading("My referrals")

    stranger.sign_out()
    enter(stranger, PASSWORD)
    stranger.heading("Enter your code")
    stranger.open("/referrals/")
    stranger.heading("Enter your code")
    stranger.write("Code from your authenticator app", recovery)
    stranger.press("Continue")
    stranger.heading("My referrals")
    stranger.open("/security/")
    stranger.reads("9 left")


def test_a_wrong_password_says_so_and_five_of_them_lock_the_door(stranger):
    enter(stranger, "wrong")
    stranger.reads("The e-mail address or the password is not right")
    for _ in range(3):
        enter(stranger, "wrong")
    enter(stranger, "wrong")
    stranger.heading("This account is locked for a while")


def test_a_forgotten_password_is_chosen_anew_by_a_link_that_works_once(stranger, mailoutbox):
    stranger.follow("I have forgotten my password")
    stranger.write("Work e-mail address", "ruth@beckside-primary.example")
    stranger.press("Send me a link")
    stranger.heading("Look in your e-mail")
    link = re.search(r"https?://\S+(/password/new/\S+)", mailoutbox[0].body).group(1)
    stranger.open(link)
    stranger.write("New password", "short")
    stranger.write("New password again", "short")
    stranger.press("Change password")
    stranger.reads("There is a problem")
    stranger.write("New password", "another three unlikely words")
    stranger.write("New password again", "another three unlikely words")
    stranger.press("Change password")
    stranger.heading("Your password is changed")
    stranger.open(link)
    stranger.heading("This link no longer works")
    stranger.open("/sign-in/")
    enter(stranger, "another three unlikely words")
    stranger.heading(CHOICE)


def test_the_demonstration_s_page_of_people_is_not_there_in_a_live_service(stranger, people):
    account_id = people["Ruth"].account_id
    token = stranger.page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    answer = stranger.page.request.post(
        f"/sign-in/as/{account_id}/", form={"csrfmiddlewaretoken": token}
    )
    assert answer.status == 404
    expect(stranger.page.locator("body")).not_to_contain_text("Ruth")


def test_what_matters_most_asks_for_the_code_again_and_keeps_the_words(stranger, monkeypatch):
    enter(stranger, PASSWORD)
    stranger.follow("Use an app")
    secret = stranger.page.locator("ol strong").inner_text()
    stranger.write("Code from your authenticator app", code(secret))
    stranger.press("Continue")
    stranger.follow("I have kept them")
    monkeypatch.setattr("goldenthread.access.decision.STEP_UP", frozenset({"session.words"}))
    stranger.open("/concern/")
    with stranger.page.expect_navigation():
        stranger.page.evaluate("""() => {
            const form = document.querySelector("main form");
            form.action = "/session/words/6f1c0a52-7f0f-4d0a-9a55-3d2b6a1f8c11/";
            const words = {name: "why", value: "O'Hara"};
            form.append(Object.assign(document.createElement("input"), words));
            form.submit();
        }""")
    stranger.check()
    stranger.heading("Show again that it is you")
    stranger.picture("step-up")
    assert stranger.page.locator("[name=why]").input_value() == "O'Hara"
    stranger.write("Code from your authenticator app", "123")
    stranger.press("Continue")
    stranger.reads("That code is not right")
    stranger.write("Code from your authenticator app", code(secret, steps=0))
    stranger.press("Continue")
    stranger.heading("My referrals")
