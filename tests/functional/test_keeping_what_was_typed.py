"""Nobody loses what they wrote: not by signing out, not by a mistake, not to somebody quicker."""

import pytest
from playwright.sync_api import expect

from tests.functional import story


def test_a_draft_survives_being_signed_out(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    ruth.write("Given name", "  Siân محمد O'Brien <b>", within="#children-0")
    ruth.write_date("Date of birth", "31 2 2012", within="#children-0")
    expect(ruth.page.get_by_role("status")).to_contain_text("Saved")
    ruth.sign_out()
    ruth.sign_in_as("Ruth Okafor")
    ruth.reads("Begun, not sent")
    ruth.follow("Siân محمد O'Brien <b>")
    ruth.follow("Carry on writing")
    card = ruth.page.locator("#children-0")
    expect(card.get_by_label("Given name", exact=True)).to_have_value("  Siân محمد O'Brien <b>")
    expect(card.get_by_label("Day", exact=True).first).to_have_value("31")
    ruth.reads("Date of birth must be a real date")


def test_a_draft_is_saved_by_continue_where_there_is_no_javascript(visit):
    ruth = visit("Ruth", java_script_enabled=False)
    story.begin(ruth)
    ruth.write("Given name", "Amir", within="#children-0")
    ruth.press("Save and come back later")
    ruth.reads("Begun, not sent")
    ruth.follow("Amir")
    ruth.reads("Still to do before you can send it")


def test_without_javascript_a_worry_is_sent_from_start_to_end(visit):
    ruth = visit("Ruth", java_script_enabled=False)
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    ruth.follow("Follow this referral")
    ruth.reads("You sent it")


def test_a_child_added_by_mistake_is_taken_out_and_the_others_stay(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    for at, name in enumerate(("Amir", "Wrong", "Yusuf")):
        ruth.write("Given name", name, within=f"#children-{at}")
        if at < 2:
            ruth.press("Add another child")
    ruth.press("Remove child 2")
    names = ruth.page.get_by_label("Given name", exact=True)
    expect(names).to_have_count(2)
    expect(names.nth(0)).to_have_value("Amir")
    expect(names.nth(1)).to_have_value("Yusuf")


def test_pressing_send_twice_is_one_contact(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    address = ruth.page.url
    first = story.send(ruth)
    ruth.open(address)
    assert ruth.page.locator(".gt-done strong").inner_text() == first
    imran = visit("Imran")
    imran.reads("2 contacts are open")


def test_the_slower_of_two_screeners_is_told_and_keeps_their_words(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    imran, carol = visit("Imran"), visit("Carol")
    for screener in (imran, carol):
        screener.follow("Amir Rahman")
        screener.press("Screen this contact")
        screener.choose("What is this contact?", "A concern about a child")
        screener.choose(
            "What level of need does the front door see?", "Level 2: universal partnership plus"
        )
        screener.write("What do we know, and what matters most?", f"{screener.name} wrote this.")
    imran.press("Record")
    imran.reads("Screened: recorded.")
    carol.press("Record")
    carol.heading("This has moved on")
    carol.reads("Carol wrote this.")
    carol.follow("Open the page as it is now")
    carol.reads("Imran wrote this.")
    carol.reads_not("Carol wrote this.")


def test_two_windows_on_one_draft_lose_nothing_and_send_one_back_with_its_words(visit):
    ruth = visit("Ruth", java_script_enabled=False)
    story.begin(ruth)
    address = ruth.page.url
    ruth.write("Given name", "Amir", within="#children-0")
    elsewhere = visit("Ruth", java_script_enabled=False)
    elsewhere.open(address)
    ruth.press("Save and come back later")
    elsewhere.write("Given name", "Typed in the other window", within="#children-0")
    elsewhere.press("Save and come back later")
    elsewhere.heading("This has moved on")
    elsewhere.reads("Typed in the other window")
    elsewhere.follow("Open the page as it is now")
    given = elsewhere.page.get_by_label("Given name", exact=True)
    expect(given).to_have_value("Amir")


@pytest.mark.parametrize("javascript", [True, False])
def test_each_line_of_the_error_summary_goes_to_the_field_that_mends_it(visit, javascript):
    ruth = visit("Ruth", java_script_enabled=javascript)
    story.begin(ruth)
    ruth.press("Continue")
    ruth.reads("There is a problem")
    summary = ruth.page.locator(".govuk-error-summary__list a")
    for at in range(summary.count()):
        target = summary.nth(at).get_attribute("href")
        summary.nth(at).click()
        if javascript:
            assert ruth.page.evaluate("document.activeElement.id") == target.removeprefix("#")
        assert ruth.page.locator(target).evaluate("each => each.tagName") in ("INPUT", "TEXTAREA")
    shown = {summary.nth(at).get_attribute("href") for at in range(summary.count())}
    assert {"#children-0-date_of_birth-day", "#children-0-sex"} <= shown


def test_somebody_signed_out_while_typing_is_told_so(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    ruth.write("Given name", "Amir", within="#children-0")
    expect(ruth.page.get_by_role("status")).to_contain_text("Saved")
    ruth.context.clear_cookies(name="goldenthread-session")
    ruth.write("Family name", "Rahman", within="#children-0")
    expect(ruth.page.get_by_role("status")).to_contain_text("You have been signed out")


def test_a_long_account_is_saved_as_it_is_typed_too(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.describe(ruth, 0, "Amir", "27 3 2012")
    ruth.press("Continue")
    ruth.heading("Your worry")
    ruth.write("What are you worried about?", "“Ouch.” " * 9_000)
    expect(ruth.page.get_by_role("status")).to_contain_text("Saved")
