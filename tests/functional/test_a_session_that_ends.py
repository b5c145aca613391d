"""Called away while writing: a warning, staying, and finding one's words after signing in again."""

import pytest
from playwright.sync_api import expect

from goldenthread.web.sign_in import session


@pytest.fixture
def waits(monkeypatch):
    """How many seconds a session waits, as a list of one that a test may change."""
    box = [1_800]
    monkeypatch.setattr(session, "allowed", lambda **_role: box[0])
    return box


def test_two_minutes_before_the_end_one_is_asked_and_may_stay(visit, waits):
    ruth = visit("Ruth")
    ruth.page.clock.install()
    ruth.open("/referrals/")
    dialog = ruth.page.get_by_role("dialog", name="Are you still there?")
    expect(dialog).to_be_hidden()
    waits[0] = 110
    ruth.page.clock.fast_forward(1_690_000)
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("You will be signed out in 2 minutes")
    expect(ruth.page.get_by_role("button", name="Stay signed in")).to_be_focused()
    ruth.check()
    ruth.picture("session-ending")
    waits[0] = 1_800
    ruth.page.get_by_role("button", name="Stay signed in").click()
    expect(dialog).to_be_hidden()
    ruth.heading("My referrals")


def test_what_was_being_written_is_there_after_signing_in_again(visit, waits):
    ruth = visit("Ruth")
    ruth.open("/concern/")
    ruth.press("Tell us about a worry")
    ruth.page.clock.install()
    ruth.page.reload()
    box = ruth.page.locator("main input[type=text], main textarea").first
    name = box.get_attribute("name")
    box.fill("Half a sentence about")
    ruth.page.clock.fast_forward(1_500)
    expect(ruth.page.locator("main")).to_contain_text("Saved")
    waits[0] = 0
    with ruth.page.expect_navigation(url="**/sign-in/**"):
        ruth.page.clock.fast_forward(1_800_000)
    waits[0] = 1_800
    ruth.page.clock.resume()
    ruth.press("Sign in as Ruth Okafor")
    expect(ruth.page.locator(f"[name='{name}']").first).to_have_value("Half a sentence about")


def test_words_of_a_form_that_keeps_no_draft_are_kept_too(visit, waits):
    imran = visit("Imran")
    imran.open("/register/")
    imran.page.clock.install()
    imran.page.reload()
    imran.page.locator("main input[type=text]").first.fill("Amina")
    waits[0] = 0
    with imran.page.expect_navigation(url="**/sign-in/**"):
        imran.page.clock.fast_forward(1_800_000)
    waits[0] = 1_800
    imran.page.clock.resume()
    imran.press("Sign in as Imran Hussain")
    imran.heading("You were signed out while writing")
    imran.reads("Amina")
    imran.picture("session-words")
    imran.press("Send it now")
    imran.heading("Register")


def test_without_scripts_the_page_says_how_long_it_lasts(visit, waits):
    ruth = visit("Ruth", java_script_enabled=False)
    ruth.open("/referrals/")
    inside = ruth.page.frame_locator("iframe")
    expect(inside.locator("body")).to_contain_text("30 minutes after your last page")
    waits[0] = 90
    ruth.page.reload()
    expect(inside.locator("body")).to_contain_text("You will be signed out in 2 minutes")
    ruth.picture("session-no-scripts")
    waits[0] = 1_800
    inside.get_by_role("button", name="Stay signed in").click()
    expect(inside.locator("body")).to_contain_text("30 minutes after your last page")
