"""Somebody with a browser: walks, types, and holds every page to the same standard."""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

PICTURES = os.environ.get("GOLDENTHREAD_PICTURES")
# Chromium says this of any answer that is not 200; the page itself says what went wrong.
EXPECTED = ("Failed to load resource: the server responded with a status of 4",)

# The page without its words: its elements, their attributes' names, and the values axe judges by.
SKELETON = """() => Array.from(document.querySelectorAll("*"), (each) => [
    each.tagName,
    ...Array.from(each.attributes, (one) => ["class", "role", "type"].includes(one.name)
        ? one.name + "=" + one.value : one.name),
    each.children.length || each.textContent.trim() ? "" : "empty",
].join(" ")).join("\\n") + innerWidth"""
PASSED: set[str] = set()


class Visitor:
    """One person's browser window."""

    def __init__(self, context: BrowserContext, *, scripts: bool = True) -> None:
        self.context = context
        self.scripts = scripts
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _heard(self, message) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED):
            self.complaints.append(message.text)

    @property
    def name(self) -> str:
        """The first name of whoever is signed in, as the header says it."""
        return self.page.locator(".gt-header__person strong").inner_text().split()[0]

    def sign_in_as(self, full_name: str) -> None:
        """Choose somebody on the demonstration's sign-in page."""
        self.open("/")
        self.press(f"Sign in as {full_name}")

    def sign_out(self) -> None:
        """Leave by the button in the header."""
        self.press("Sign out")

    def open(self, address: str) -> None:
        """Go to an address and check the page."""
        self.page.goto(address)
        self.check()

    def press(self, name: str) -> None:
        """Press a button and check the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).click()
        self.check()

    def follow(self, name: str) -> None:
        """Follow a link and check the page it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()
        self.check()

    def write(self, label: str, words: str, *, within: str | None = None) -> None:
        """Type into the field with this label."""
        where = self.page.locator(within) if within else self.page
        where.get_by_label(label, exact=True).fill(words)

    def choose(self, question: str, option: str, *, within: str | None = None) -> None:
        """Choose one answer to a question."""
        where = self.page.locator(within) if within else self.page
        group = where.get_by_role("group", name=question)
        group.get_by_label(option, exact=True).first.check()

    def write_date(self, question: str, day: str, *, within: str | None = None) -> None:
        """Type a date in its three boxes, given as "27 3 2012"."""
        where = self.page.locator(within) if within else self.page
        group = where.get_by_role("group", name=question)
        for label, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
            group.get_by_label(label, exact=True).fill(part)

    def reads(self, words: str) -> None:
        """Hold that the page says these words where they can be seen."""
        expect(self.page.locator("body")).to_contain_text(words)

    def reads_not(self, words: str) -> None:
        """Hold that the page does not say these words."""
        expect(self.page.locator("body")).not_to_contain_text(words)

    def heading(self, words: str) -> None:
        """Hold that this is the page's first heading."""
        expect(self.page.locator("h1")).to_contain_text(words)

    def check(self) -> None:
        """Hold the page to WCAG 2.2 AA as far as axe can see, and to the width of the screen."""
        if self.scripts:  # axe is a script itself
            self._accessible()
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert self.page.evaluate(wide) <= 0, f"{self.page.url} scrolls sideways"

    def _accessible(self) -> None:
        """Run axe, unless a page built of the very same elements has passed in this process."""
        built = self.page.evaluate(SKELETON)
        if built in PASSED:
            return
        found = Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()
        PASSED.add(built)

    def picture(self, name: str) -> None:
        """Keep a picture of the page, where the environment names a folder for them."""
        if PICTURES:
            path = Path(PICTURES) / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=path, full_page=True, caret="initial")

    def leave(self) -> None:
        """Close the window; nothing may have complained in its console."""
        self.context.close()
        assert self.complaints == [], self.complaints
