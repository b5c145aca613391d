"""A privacy officer finds out who looked at a child, by the how-to and step by step.

What the how-to names in italics is what is pressed and followed here, so that neither can change
without the other.
"""

import re

from goldenthread.actions import signals
from tests.functional import story, worker
from tests.made import how_to

PAGE = (how_to.PAGES / "find-out-who-looked-at-a-child.md").read_text()
NAMED = set(re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", PAGE))
# Said of what is on the page: nothing to press.
SEEN = {"Refused"}


class Followed:
    """A visitor who presses and follows only what the how-to names, and keeps what was used."""

    def __init__(self, visitor) -> None:
        self.visitor, self.used = visitor, set()

    def _named(self, what: str) -> str:
        assert what in NAMED, f"The how-to does not name {what}."
        self.used.add(what)
        return what

    def follow(self, link: str) -> None:
        self.visitor.follow(self._named(link))

    def press(self, button: str) -> None:
        self.visitor.press(self._named(button))

    def unfold(self, summary: str) -> None:
        self.visitor.page.get_by_text(self._named(summary), exact=True).click()


def test_a_privacy_officer_finds_out_who_looked_and_tells_whoever_asked(visit, morning):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    imran = visit("Imran")
    imran.follow("Amir Rahman")
    leila = visit("Leila")
    step = Followed(leila)
    leila.heading("Who looked")
    leila.write("Given name (optional)", "Ammir")
    leila.write("Family name (optional)", "Rahman")
    step.press("Find the child")
    leila.follow("Amir Rahman")
    leila.choose("Why do you look at this child’s record?", "A subject's request or complaint")
    leila.picture("why-do-you-look")
    step.press("Go on")
    for said in ("Imran Hussain", "Opened a contact", "Saw the queue", "Deciding on a contact"):
        leila.reads(said)
    leila.picture("who-looked-at-a-child")
    step.unfold("Choose the days")
    leila.write_date("Until (optional)", "1 1 2019")
    step.press("Show these days")
    leila.reads("no look on these days")
    _tell(leila, step)
    step.follow("Who looked")
    leila.write("Their name", "imran")
    step.press("Find the colleague")
    leila.follow("Imran Hussain")
    leila.reads("Opened a contact")
    leila.picture("what-a-colleague-looked-at")
    _signals(leila, step, morning)
    step.follow("Looks drawn")
    leila.reads("Nothing has been drawn for you")
    assert step.used | SEEN == NAMED


def _tell(leila, step: Followed) -> None:
    step.follow("Tell somebody who looked")
    leila.write("Who asked, and how do you know it is them?", "His mother, whom the team knows")
    leila.choose("Do you name the people who looked?", "No")
    step.press("Make the answer")
    leila.heading("Who looked at the record of Amir Rahman")
    leila.reads("Front door screener")
    leila.picture("told-who-looked")
    with leila.page.expect_download() as given:
        leila.page.get_by_role("link", name=step._named("As a PDF")).click()
    assert given.value.path().read_bytes().startswith(b"%PDF")


def _signals(leila, step: Followed, now) -> None:
    """The job has nothing to ask about here; what is looked into is held by test_signals."""
    signals.watch_trail(now=now)
    step.follow("Signals")
    leila.reads("Nothing has been noticed")
