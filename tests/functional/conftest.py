"""A real browser against a real server: fixtures of the journeys.

A journey asks for `visit`, signs a person in by name, and walks. Every page it arrives at is
checked with axe; a message in the browser's console (a refused style, a missing file) fails it.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Browser, sync_playwright

from goldenthread.kernel.calendar import LONDON
from tests.functional import people as invented
from tests.functional.visitor import Visitor

# Playwright's loop runs in this thread beside the database, which only this thread touches here.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PASSWORD = "three unlikely words"
MORNING = datetime(2020, 3, 4, 9, 30, tzinfo=LONDON)


def _installed() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys of this process; where there is none, they are skipped."""
    found = os.environ.get("GOLDENTHREAD_CHROMIUM") or _installed()
    if found is None and not os.environ.get("CI"):
        pytest.skip("there is no Chromium here: apt install chromium, or name one")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def morning(monkeypatch) -> datetime:
    """Half past nine on the demonstration's day when the journey begins; time then moves on."""
    began = time.monotonic()

    def now() -> datetime:
        return MORNING + timedelta(seconds=time.monotonic() - began)

    monkeypatch.setattr("goldenthread.project.present.now", now)
    return MORNING


@pytest.fixture
def people(loader_cursor) -> dict[str, invented.Person]:
    """The invented people, by first name, each with an account."""
    return invented.establish(loader_cursor, at=MORNING)


@pytest.fixture
def site(live_server, home, morning, people) -> str:
    """The address of a running demonstration, with a folder of its own."""
    return live_server.url


@pytest.fixture
def opened(browser, site, people) -> Iterator[Callable[..., Visitor]]:
    """Give a browser of its own to somebody; each is closed, and nothing may have complained."""
    visitors: list[Visitor] = []

    def start(**options) -> Visitor:
        scripts = options.get("java_script_enabled", True)
        visitor = Visitor(browser.new_context(base_url=site, **options), scripts=scripts)
        visitor.context.set_default_timeout(15_000)
        visitors.append(visitor)
        return visitor

    yield start
    for visitor in visitors:
        visitor.leave()


@pytest.fixture
def guest(opened) -> Callable[..., Visitor]:
    """Give a browser nobody is signed in to."""
    return opened


@pytest.fixture
def visit(opened, people) -> Callable[..., Visitor]:
    """Give a browser of their own to a named person, signed in."""

    def start(name: str, **options) -> Visitor:
        visitor = opened(**options)
        visitor.sign_in_as(people[name].full_name)
        return visitor

    return start


@pytest.fixture
def live(site, settings, loader_cursor):
    """The same site with live settings, and a password for Ruth."""
    settings.GOLDENTHREAD_DEMONSTRATION = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    loader_cursor.execute(
        "update gt_account set password = %s where full_name = 'Ruth Okafor'",
        [make_password(PASSWORD)],
    )
    return site


@pytest.fixture
def stranger(browser, live):
    """Somebody at the sign-in page who has not signed in."""
    visitor = Visitor(browser.new_context(base_url=live))
    visitor.context.set_default_timeout(15_000)
    visitor.open("/")
    yield visitor
    visitor.leave()
