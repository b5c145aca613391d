"""The pages people open away from a desk, at the width of a telephone and by keyboard alone."""

from playwright.sync_api import expect

from tests.functional import story, worker

PHONE = {"viewport": {"width": 375, "height": 740}, "has_touch": True, "is_mobile": True}


def test_a_worry_is_sent_and_followed_on_a_telephone(visit):
    ruth = visit("Ruth", **PHONE)
    ruth.picture("phone-my-referrals")
    story.begin(ruth)
    ruth.picture("phone-form")
    story.fill(ruth)
    story.send(ruth)
    ruth.follow("Follow this referral")
    ruth.picture("phone-followed")


def test_the_queue_and_a_contact_are_read_on_a_telephone(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    imran = visit("Imran", **PHONE)
    imran.reads("Waiting to be screened")
    imran.picture("phone-queue")
    imran.follow("Amir Rahman")
    imran.picture("phone-contact")
    imran.press("Screen this contact")
    imran.picture("phone-screen")
    imran.open(imran.page.url.replace("contact-screened/", ""))
    imran.follow("Amir Rahman's thread")
    imran.picture("phone-thread")


def test_a_contact_is_taken_with_the_keyboard_alone(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    imran = visit("Imran")
    page = imran.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Amir Rahman")).to_be_focused()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Yusuf Rahman")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Take Amir Rahman")).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("t")
    imran.heading("Amir Rahman")
    imran.reads("Hand it back")
