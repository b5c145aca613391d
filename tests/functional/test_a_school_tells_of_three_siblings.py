"""A school sends a referral about three siblings, and reads what was decided for each of them."""

import pytest
from playwright.sync_api import expect

from tests.functional import siblings, story, worker
from tests.functional.visitor import Visitor

ZOOMED = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
PHONE = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
ALL_THREE = "Leo Sutcliffe, Ava Sutcliffe and Finn Sutcliffe"

TOLD = {
    "Leo": "A social worker sees Leo and his mother tomorrow.",
    "Ava": "A social worker sees Ava with her brother tomorrow.",
    "Finn": "Finn's health visitor calls this week, and early help goes on.",
}


def send(school: Visitor) -> str:
    """Fill every part of the form about the three, and send it."""
    story.begin(school)
    siblings.fill(school)
    school.heading("Check what you are about to send")
    return story.send(school)


def test_three_siblings_from_the_gate_to_the_answer(visit):
    ruth = visit("Ruth")
    reference = send(ruth)
    assert "acknowledge_occasion" in worker.run_waiting()

    imran = visit("Imran")
    for child in siblings.CHILDREN:
        screen_one(imran, child.given)
    imran.picture("siblings-screened")

    carol = visit("Carol")
    carol.follow("Leo Sutcliffe")
    carol.reads("Level 3: targeted support")
    carol.reads("Level 4: statutory or specialist")
    carol.reads("A refusal delays nothing")
    carol.follow("Decide this contact for the brothers and sisters at once")
    decide(carol)
    carol.picture("siblings-decided")

    for child, says in TOLD.items():
        carol.open("/queue/")
        carol.follow(f"{child} Sutcliffe")
        carol.press("Tell the person who raised it")
        carol.write("What will you tell the person who raised this?", says)
        carol.choose("How are you telling them?", "Here, with an e-mail to say it is waiting")
        carol.press("Record")

    ruth.open("/referrals/")
    ruth.follow(ALL_THREE)
    ruth.reads(reference)
    for says in TOLD.values():
        ruth.reads(says)
    ruth.reads_not("Known to the health visitor")
    ruth.picture("siblings-followed")


def screen_one(screener: Visitor, child: str) -> None:
    """Screen one child: the refusal is weighed, the level is the front door's own."""
    screener.open("/queue/")
    screener.follow(f"{child} Sutcliffe")
    screener.press("Screen this contact")
    screener.choose("What is this contact?", "A concern about a child")
    screener.press("Record")
    screener.reads("Answer the question “The family refused help. How have you weighed that?”")
    weighed = "The family refused help. How have you weighed that?"
    screener.write(weighed, "A refusal delays nothing: the level is what the children live with.")
    screener.choose(
        "What level of need does the front door see?", "Level 4: statutory or specialist"
    )
    screener.write("What do we know, and what matters most?", "Known to the health visitor.")
    screener.press("Record")
    screener.reads("Screened: recorded.")


def decide(manager: Visitor) -> None:
    """Decide for all three on one screen, one of them otherwise."""
    page = manager.page
    cards = page.locator("section.gt-one-of-many")
    expect(cards).to_have_count(3)
    first, last = cards.nth(0), cards.nth(2)
    outcome = "What happens next for this child?"
    first.get_by_role("group", name=outcome).get_by_label(
        "Referral to children's social care", exact=True
    ).check()
    first.get_by_label("Why is this the right decision?").fill("Nobody sober at home at night.")
    last.get_by_label("The same as for", exact=False).uncheck()
    if not last.locator("details").get_attribute("open"):
        last.locator("summary").click()
    last.get_by_role("group", name=outcome).get_by_label(
        "Early help: pass to the gateway", exact=True
    ).check()
    last.get_by_label("Why is this the right decision?").fill("Seen weekly already.")
    manager.press("Record for all of them")


@pytest.mark.parametrize(
    "options",
    [{"java_script_enabled": False}, PHONE, ZOOMED],
    ids=["without JavaScript", "on a telephone", "at 200 % zoom"],
)
def test_the_whole_form_about_three(visit, options):
    ruth = visit("Ruth", **options)
    send(ruth)
    ruth.follow("Follow this referral")
    ruth.reads("You sent it")


class Keys:
    """Somebody who has no mouse: Tab to a control, then type, or Space, Enter and the arrows."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page = visitor, visitor.page

    def write(self, label: str, words: str, *, within: str | None = None) -> None:
        self._to(self._in(within).get_by_label(label, exact=True))
        self.page.keyboard.type(words)

    def write_date(self, question: str, day: str, *, within: str | None = None) -> None:
        group = self._in(within).get_by_role("group", name=question)
        for label, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
            self._to(group.get_by_label(label, exact=True))
            self.page.keyboard.type(part)

    def choose(self, question: str, option: str, *, within: str | None = None) -> None:
        group = self._in(within).get_by_role("group", name=question)
        wanted = group.get_by_label(option, exact=True).first
        if wanted.get_attribute("type") == "checkbox":
            self._to(wanted)
            self.page.keyboard.press("Space")
        else:
            self._to(group.get_by_role("radio").first)
            self.page.keyboard.press("Space")
            for _ in range(group.get_by_role("radio").count()):
                if wanted.is_checked():
                    break
                self.page.keyboard.press("ArrowDown")
        expect(wanted).to_be_checked()

    def press(self, name: str) -> None:
        self._to(self.page.get_by_role("button", name=name, exact=True))
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.visitor.check()

    def _in(self, within: str | None):
        return self.page.locator(within) if within else self.page

    def _to(self, wanted) -> None:
        """Press Tab until the control has the focus: what the keyboard cannot reach fails."""
        for _ in range(400):
            if wanted.evaluate("each => each === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {wanted}")


def test_the_whole_form_about_one_child_with_the_keyboard_alone(visit):
    ruth = visit("Ruth")
    ruth.open("/concern/")
    keys = Keys(ruth)
    keys.press("Tell us about a worry")
    siblings.fill(keys, siblings.CHILDREN[:1])
    keys.press("Send to the front door")
    ruth.heading("The front door has it")
