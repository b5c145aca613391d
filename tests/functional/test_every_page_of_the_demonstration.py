"""Every page of the demonstration, by the links its cast would follow, in every way it may be read.

Each route is opened once by each person who comes upon it, with the demonstration's own children on
it, so that a page is looked at full and not empty.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from goldenthread.actions import demonstration
from goldenthread.cli import routes
from tests.functional.test_every_page_fits import WAYS
from tests.functional.visitor import Visitor

# Whoever looks first sees the commonest pages; each after that adds what only they come upon.
WHO = (
    "Ruth Oldroyd", "Shazia Mahmood", "Bridget Kane", "Farah Siddiqui", "Marcus Webb",
    "Colin Birtles", "Owen Hartley", "Helen Dacre", "Anita Rowe", "Priya Nair", "Gwen Hartle",
    "Gwen Abbott",
)  # fmt: skip
LINKS = """() => Array.from(
  document.querySelectorAll("a[href]:not([download])"), (each) => each.href.split("#")[0])"""
# What a browser saves and does not show.
FILES = {"vital-signs-release", "need-to-know-table"}
# Reached by pressing a button, or only once something has just been done.
NOT_BY_A_LINK = {
    "concern-sent", "sample", "compare", "corrected", "referral-copy", *FILES,
    "notification-sent", "notification-section", "notification-check", "notification-discard",
    "quarantine-one", "dataset-file", "guest-left", "guest-code", "guest-followed",
    "places", "directory-find",  # asked for by a script as somebody types
    # Looked for by name, or made of what was found so.
    "looks-at", "purpose", "looks-by", "look-report", "look-report-make", "look-report-pdf",
    "look-sample",  # drawn by night
    "share", "share-recall", "shared-copy", "session-words",
    "conflict-kept", "exclude", "break-glass",
    "restriction",  # nobody there is restricted
    "sealed-name", "sealed-lift", "seal", "intelligence",  # test_a_record_is_sealed walks them
    "access-asked",  # nothing waits for a second person there
    "meeting-call-other",  # no meeting is about no child yet
    "meeting-calendar",  # a file for a diary
    # A meeting is opened by who was asked to it, and a tool by who completed one: none of these
    # people is led to one. test_meeting_pages, test_tools and test_form_drafts open them.
    "meeting", "meeting-held", "meeting-decide", "meeting-invite", "meeting-minutes",
    "meeting-put-off", "meeting-call-off", "meeting-report", "meeting-action-add",
    "meeting-child-action-add", "entry-action-add", "tool", "tool-pdf",
    "form-question", "form-preview", "form-compare", "form-publish",  # of a draft being written
    "sealed-record",  # its custodian alone is led to it
    "forms", "form", "my-team",  # of the business unit and of a chair, who are not among these
    "register-end",  # of the first person come upon there may be nothing to end
    "together",  # the first contact come upon is not always one of several
}  # fmt: skip

# What Tab reaches, in order, once round the page; and what it ought to reach. Of a group of radio
# buttons Tab reaches one, and what is folded or scrolled away is reached when it is opened.
OUGHT = """() => {
  const groups = new Set();
  return Array.from(document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
  )).filter((each) => {
    if (each.disabled || each.tabIndex < 0) return false;
    if (!each.checkVisibility({visibilityProperty: true})) return false;
    const folded = each.closest("details:not([open])");
    if (folded && each !== folded.querySelector("summary")) return false;
    if (each.type !== "radio") return true;
    if (groups.has(each.name)) return false;
    groups.add(each.name);
    return true;
  }).length;
}"""
HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const before = document.querySelectorAll("[data-reached]").length;
  at.dataset.reached = at.dataset.reached || String(before);
  const style = getComputedStyle(at);
  const label = at.type === "radio" || at.type === "checkbox" ? at.nextElementSibling : null;
  const drawn = label ? getComputedStyle(label, "::before") : style;
  const seen = [style, drawn].some((each) =>
    each.outlineStyle !== "none" || each.boxShadow !== "none");
  return [at.dataset.reached, seen, at.outerHTML.slice(0, 120)];
}"""


@pytest.fixture
def city(live_server, database, transactional_db, home, morning) -> str:
    """The address of a small demonstration."""
    demonstration.load(url=database.url("gt_loader"), home=home, scale=0.005, seed=1)
    return live_server.url


def place(address: str) -> str:
    """Return which page an address is, "" for what is none of ours."""
    path = urlsplit(address).path
    try:
        found = resolve(path)
    except Resolver404:
        return ""
    if found.view_name in FILES:
        return ""
    # One measure is laid out like another; the step, section or form is a page of its own.
    told = (found.kwargs.get(name) for name in ("step", "section", "what"))
    return " ".join([found.view_name or "", *filter(None, told)])


def walk(visitor: Visitor, site: str, *, start: str = "/") -> Iterator[str]:
    """Open each page once, following every link, and yield which it was."""
    seen, waiting = {""}, [f"{site}{start}"]
    while waiting:
        address = waiting.pop(0)
        if place(address) in seen:
            continue
        seen.add(place(address))
        answer = visitor.page.goto(address)
        assert answer is not None and answer.status < 400, address
        visitor.check()
        yield place(address)
        found = visitor.page.evaluate(LINKS)
        waiting += [each for each in found if each.startswith(site)]


def tab_round(visitor: Visitor) -> None:
    """Hold that Tab goes to everything on the page, shows where it is, and leaves again."""
    page = visitor.page
    page.evaluate(
        "() => { document.activeElement?.blur(); window.getSelection()?.removeAllRanges(); }"
    )
    ought = page.evaluate(OUGHT)
    reached: set[str] = set()
    for _ in range(2 * ought + 5):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:  # past the end, from where the next goes to the beginning
            continue
        number, seen, markup = here
        if number in reached:
            break
        assert seen, f"{page.url}: nothing shows that the keyboard is at {markup}"
        reached.add(number)
    assert len(reached) >= ought, f"{page.url}: Tab reached {len(reached)} of {ought}"


def opened(browser, city: str, name: str, **options) -> Visitor:
    visitor = Visitor(
        browser.new_context(base_url=city, **options),
        scripts=options.get("java_script_enabled", True),
    )
    visitor.context.set_default_timeout(60_000)  # a busy machine, a page of many charts
    visitor.sign_in_as(name)
    return visitor


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_every_page_of_the_demonstration_fits_and_is_sound(browser, city, way):
    reached = set()
    for name in WHO:
        visitor = opened(browser, city, name, **WAYS[way])
        reached |= {each.split()[0] for each in walk(visitor, city)}
        visitor.leave()
    stranger = Visitor(browser.new_context(base_url=city, **WAYS[way]), scripts=way != "no script")
    reached |= {each.split()[0] for each in walk(stranger, city, start="/tell-us/")}
    stranger.leave()
    every = {
        route["name"]
        for route in routes.every()
        if "GET" in route["methods"] and route["verb"] and not re.match("/api/", route["path"])
    }
    assert every - reached - NOT_BY_A_LINK == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", WHO)
def test_every_page_can_be_worked_by_the_keyboard_alone(browser, city, name):
    visitor = opened(browser, city, name)
    for _ in walk(visitor, city):
        tab_round(visitor)
    visitor.leave()
