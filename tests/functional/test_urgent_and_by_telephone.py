"""An urgent worry in two parts, with its keystrokes counted, and a call written down."""

import pytest

WORRY = "Mia says she was hit with a belt last night and is afraid to go home today."
# At one keystroke a second that is half of the five minutes, and leaves the other half to think.
MOST_KEYS, MOST_PAGES = 150, 4


class Counted:
    """What one person types and presses, and the pages they pass."""

    def __init__(self, visitor):
        self.visitor, self.keys, self.pages = visitor, 0, 0

    def write(self, label, words):
        self.visitor.write(label, words)
        self.keys += len(words) + 1  # and the Tab key to get there

    def choose(self, question, option):
        self.visitor.choose(question, option)
        self.keys += 3

    def press(self, name):
        self.visitor.press(name)
        self.keys, self.pages = self.keys + 1, self.pages + 1


def name_the_child(visitor):
    visitor.write("Given name", "Mia")
    visitor.write("Family name", "O'Brien")
    visitor.visitor.page.get_by_label("Not known").first.check()
    visitor.keys += 2
    visitor.choose("Sex", "Female")


def test_an_urgent_worry_takes_few_keys_and_few_pages(visit):
    ruth = visit("Ruth")
    ruth.open("/concern/")
    counted = Counted(ruth)
    counted.press("It is urgent: use the short form")
    name_the_child(counted)
    ruth.picture("urgent-children")
    counted.press("Continue")
    counted.choose("Is any of these children in danger right now?", "No")
    counted.write("What are you worried about?", WORRY)
    counted.write("What telephone number can we reach you on today?", "01274 000 111")
    counted.press("Continue")
    ruth.picture("urgent-check")
    counted.press("Send to the front door")
    ruth.heading("The front door has it")
    assert counted.keys <= MOST_KEYS
    assert counted.pages <= MOST_PAGES


def take_a_call(imran):
    """Write down a neighbour's call, up to checking it."""
    imran.open("/calls/")
    imran.picture("call-start")
    imran.press("Begin a call")
    imran.choose("Who is ringing?", "A member of the public, or the family")
    imran.choose("Where does the call come from, for the census?", "Anonymous")
    imran.picture("call-caller")
    imran.press("Continue")
    name_the_child(Counted(imran))
    imran.press("Continue")
    imran.choose("Is any of these children in danger right now?", "No")
    imran.write("What are you worried about?", "Shouting every night.")
    imran.press("Continue")
    imran.choose("What level of need do you think this is?", "Not sure")
    imran.press("Continue")


def test_a_call_from_a_neighbour_without_a_name_reaches_the_queue(visit):
    imran = visit("Imran")
    take_a_call(imran)
    imran.press("Send to the front door")
    imran.heading("Queue")
    imran.follow("Mia O'Brien")
    imran.reads("Shouting every night.")
    imran.reads_not("Call confirmed in writing")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_second_call_is_said_to_be_about_the_same_child_and_taken_back_exactly(visit, scripts):
    imran = visit("Imran", java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    take_a_call(imran)
    imran.press("Send to the front door")
    take_a_call(imran)
    imran.reads("May be already known")
    imran.picture("call-may-be-known-phone")
    imran.press("This is the same child as Mia O'Brien")
    imran.reads("Sending links what you write")
    imran.picture("call-the-same-child-phone")
    imran.page.set_viewport_size({"width": 1280, "height": 900})
    imran.picture("call-the-same-child")
    imran.press("Send to the front door")
    imran.page.get_by_role("link", name="Mia O'Brien").last.click()
    imran.follow("Who is this child?")
    imran.reads("Said on the form, before it was sent: same name")
    imran.write("Why is this wrong?", "Two children of one name.")
    imran.press("Undo this")
    imran.reads_not("Said on the form, before it was sent")
