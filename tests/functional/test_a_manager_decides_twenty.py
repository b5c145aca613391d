"""A manager decides twenty contacts from the queue, by the keyboard alone, one after another."""

from datetime import timedelta

from goldenthread.records.episode import Episode
from tests.functional.conftest import MORNING
from tests.made import casework

NAMES = (
    "Amir", "Sara", "Zain", "Isla", "Noor", "Leo", "Maya", "Owen", "Siân", "Zofia",
    "Ali", "Beth", "Cai", "Dina", "Emil", "Faye", "Gita", "Hugo", "Ines", "Joss",
)  # fmt: skip
WHY = "Seen with the school and the family. Early help fits and they want it."
# Besides the reason itself: opening, choosing, recording and going on.
PAGES_A_CONTACT, KEYS_A_CONTACT = 3, 12


class Hands:
    """The keyboard of a visitor, counting what is pressed and how many pages come of it."""

    def __init__(self, visitor) -> None:
        self.visitor = visitor
        self.pressed = self.pages = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.visitor.page.keyboard.press(key)
            self.pressed += 1

    def open(self, *keys: str) -> None:
        """Press keys, the last of which opens a page."""
        self.press(*keys[:-1])
        with self.visitor.page.expect_navigation():
            self.press(keys[-1])
        self.pages += 1
        self.visitor.check()

    @property
    def on(self) -> str:
        """The words of what has the focus."""
        return self.visitor.page.evaluate("document.activeElement.innerText || ''")


def waiting_for_a_decision(people) -> None:
    """Twenty contacts, each screened."""
    crew = {"screener": people["Imran"].account_id, "manager": people["Carol"].account_id}
    for place, name in enumerate(NAMES):
        at = MORNING + timedelta(milliseconds=place)
        occasion = casework.send(people["Ruth"].account_id, name, at=at)
        with casework.working(crew["manager"], at=at):
            contact = Episode.objects.get(occasion_id=occasion).pk
        casework.screen(crew, contact, at=at)


def test_a_manager_decides_twenty_contacts_by_the_keyboard(visit, people):
    waiting_for_a_decision(people)
    carol = visit("Carol")
    carol.heading("Queue")
    hands = Hands(carol)
    hands.press("?")
    carol.reads("next child")
    hands.press("?", "j")
    assert hands.on.startswith("Amir"), "the one due first has the focus"
    outline = "getComputedStyle(document.activeElement).boxShadow"
    assert carol.page.evaluate(outline) != "none", "and the focus is seen"
    hands.open("Enter")
    decided = []
    for left in range(19, -1, -1):
        decided.append(carol.page.locator("h1").inner_text())
        hands.open("d")
        carol.heading(decided[-1].split()[0])
        # Past the header, to the first outcome, and down to early help.
        hands.press("Tab", "Enter", "Tab", "Space", "ArrowDown", "ArrowDown", "ArrowDown", "Tab")
        carol.page.keyboard.type(WHY)
        hands.open("Tab", "Enter")
        carol.reads("Decided: recorded.")
        if left:
            hands.open("n")
    carol.reads("Nothing else waits for this.")
    carol.picture("twenty-decided")

    assert len({name.split()[0] for name in decided}) == 20
    with casework.working(people["Carol"].account_id, at=MORNING):
        assert Episode.objects.filter(last_step="contact-decided").count() == 20
    assert hands.pages <= 1 + 20 * PAGES_A_CONTACT
    assert hands.pressed <= 4 + 20 * KEYS_A_CONTACT


def test_what_is_next_is_offered_without_scripts_on_a_telephone(visit, people):
    waiting_for_a_decision(people)
    carol = visit("Carol", viewport={"width": 375, "height": 800}, java_script_enabled=False)
    carol.page.get_by_role("link", name="Amir Akhtar").click()
    carol.press("Decide this contact")
    carol.page.get_by_label("Early help: pass to the gateway").check()
    carol.write("Why is this the right decision?", WHY)
    carol.press("Record")
    carol.follow("Next: Sara Akhtar")
    carol.heading("Sara Akhtar")
