"""Takes the pictures of the tour from a running demonstration.

Start `make demo`, then: python docs/pictures/take.py http://127.0.0.1:8000
Start with a folder of its own: a correction and a withdrawal are made to be shown.
Everybody in them is invented. Taking them again after the pages change keeps the tour true.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
SIZE = {"width": 1120, "height": 780}
PHONE = {"width": 375, "height": 760}
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MOST_BYTES = 150_000
WORRY = (
    "Amir came in without a coat or breakfast for the fourth day. He says Dad has gone and Mum "
    "will not get up. His brother Yusuf was not collected on Tuesday until it was dark."
)


def main(address: str) -> None:
    """Take every picture, signing in as one person after another."""
    with sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        people(browser, address)
        teacher(browser, address)
        guest(browser, address)
        front_door(browser, address)
        put_right(browser, address)
        partners(browser, address)
        telephone(browser, address)
        analyst(browser, address)
        browser.close()


def people(browser: Browser, address: str) -> None:
    """The invented people, each with their question."""
    page = browser.new_page(viewport=SIZE)
    page.goto(address)
    keep(page, "people")


def teacher(browser: Browser, address: str) -> None:
    """A worry being written, with the draft saved as it is typed."""
    page = signed_in(browser, address, "Ruth Oldroyd")
    page.goto(f"{address}/concern/")
    keep(page, "in-danger-now")
    page.get_by_role("button", name="Tell us about a worry").click()
    page.get_by_label("Given name", exact=True).fill("Amir")
    page.get_by_label("Family name", exact=True).fill("Rahman")
    for label, part in zip(("Day", "Month", "Year"), ("27", "3", "2012"), strict=True):
        born = page.get_by_role("group", name="Date of birth")
        born.get_by_label(label, exact=True).fill(part)
    page.get_by_role("group", name="Sex").get_by_label("Male", exact=True).check()
    page.get_by_text("Saved ").wait_for()
    page.get_by_role("button", name="Continue").last.click()
    page.get_by_role("heading", name="Your worry").wait_for()
    danger = page.get_by_role("group", name="Is any of these children in danger right now?")
    danger.get_by_label("No", exact=True).check()
    page.get_by_label("What are you worried about?").fill(WORRY)
    page.get_by_text("Saved ").wait_for()
    keep(page, "telling-a-worry")
    page.goto(f"{address}/referrals/")
    page.get_by_role("link", name="Amir").first.click()
    page.get_by_role("link", name="Delete this instead").click()
    page.get_by_role("button", name="Delete it").click()
    page.get_by_role("heading", name="My referrals").wait_for()
    page.locator("tr", has_text="Answered").first.get_by_role("link").click()
    keep(page, "what-happened-next")


def guest(browser: Browser, address: str) -> None:
    """Somebody who works with children and has no account."""
    page = browser.new_page(viewport=SIZE)
    page.goto(f"{address}/tell-us/about-you/")
    page.get_by_label("Your full name").fill("Rosa Lindqvist")
    page.get_by_label("Your job title").fill("Health visitor")
    keep(page, "without-an-account")


def put_right(browser: Browser, address: str) -> None:
    """A correction, and a contact that was about another child. Both stay in the demonstration."""
    page = signed_in(browser, address, "Shazia Mahmood")
    page.get_by_role("link", name="Bobby Tran").first.click()
    page.get_by_role("link", name="Correct this").first.click()
    page.get_by_label("What must the night team watch for?").fill(
        "His father coming back for him. He left at 4 pm saying that he would, in a blue van."
    )
    page.get_by_label("Why are you correcting it?").fill("The ward rang back with the van.")
    page.get_by_role("button", name="Correct it").click()
    page.get_by_role("heading", name="what was corrected").wait_for()
    keep(page, "corrected")
    page.goto(f"{address}/queue/")
    row = page.locator("tr", has_text="Concern").filter(has_text="Waiting for a decision").first
    row.get_by_role("link").first.click()
    page.get_by_role("link", name="All of this is about another child").click()
    page.get_by_label("Given name").fill("Rowan")
    page.get_by_label("Family name").fill("Ellwood")
    page.get_by_label("Male", exact=True).check()
    page.get_by_label("How do you know").fill("The school rang: it is Rowan Ellwood in year 9.")
    page.get_by_role("button", name="Look for them").click()
    page.get_by_label("Nobody on the register is like this").check()
    page.get_by_role("button", name="Withdraw it").click()
    page.get_by_role("heading", name="Rowan Ellwood").wait_for()
    page = signed_in(browser, address, "Anita Rowe")
    page.locator("main a").first.click()
    page.get_by_role("heading", name="recorded about the wrong child").wait_for()
    keep(page, "quarantine")


def front_door(browser: Browser, address: str) -> None:
    """The queue, one contact, the decision, and the thread."""
    page = signed_in(browser, address, "Shazia Mahmood")
    keep(page, "queue")
    page.locator("tr", has_text="Waiting for a decision").first.get_by_role("link").click()
    page.get_by_role("button", name="Decide this contact").wait_for()
    keep(page, "contact")
    page.get_by_role("button", name="Decide this contact").click()
    page.get_by_role("heading", name="Decide this contact").wait_for()
    keep(page, "decision")
    page.go_back()
    page.get_by_role("link", name="'s thread").click()
    page.locator(".gt-thread").wait_for()
    keep(page, "thread")


def partners(browser: Browser, address: str) -> None:
    """What an agency is asked, what waits for two, and what the day leaves to the night."""
    page = signed_in(browser, address, "Marcus Webb")
    keep(page, "asked-of-us")
    page = signed_in(browser, address, "Colin Birtles")
    keep(page, "joint-triage")
    page = signed_in(browser, address, "Bridget Kane")
    page.goto(f"{address}/night/")
    keep(page, "tonight")


def telephone(browser: Browser, address: str) -> None:
    """The queue at the width of a telephone."""
    page = signed_in(browser, address, "Leanne Brook", size=PHONE)
    keep(page, "queue-on-a-telephone")


def analyst(browser: Browser, address: str) -> None:
    """Vital Signs."""
    page = signed_in(browser, address, "Priya Nair")
    page.goto(f"{address}/vital-signs/?period=2018-19")
    sign = page.locator(".gt-sign", has_text="Referrals for every 10,000 children").first
    sign.evaluate("each => each.scrollIntoView()")
    keep(page, "vital-signs")


def signed_in(
    browser: Browser, address: str, name: str, *, size: dict[str, int] | None = None
) -> Page:
    """Return a page signed in as one of the invented people."""
    page = browser.new_page(viewport=size or SIZE)
    page.goto(address)
    page.locator("li", has_text=name).first.get_by_role("button").click()
    page.get_by_role("button", name="Sign out").wait_for()
    return page


def keep(page: Page, name: str) -> None:
    """Write one picture; raises SystemExit if it is too heavy for a README."""
    path = HERE / f"{name}.png"
    page.screenshot(path=path)
    if path.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{path.name} is larger than {MOST_BYTES:,} bytes.")
    print(f"{path.name}: {path.stat().st_size:,} bytes")  # noqa: T201  # a script's own words


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000")
