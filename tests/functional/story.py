"""The story the journeys share: a teacher's worry about two brothers."""

from tests.functional.visitor import Visitor

CHILD = "#children-{}"
WORRY = (
    "Amir came in without a coat or breakfast for the fourth day. He says Dad has gone and Mum "
    "will not get up. Yusuf was not collected on Tuesday."
)
WORDS = ("“Mum sleeps all day and I make the toast.”", "“I waited by the gate till dark.”")


def describe(teacher: Visitor, at: int, given: str, born: str) -> None:
    """Fill one child's card."""
    card = CHILD.format(at)
    teacher.write("Given name", given, within=card)
    teacher.write("Family name", "Rahman", within=card)
    teacher.write_date("Date of birth", born, within=card)
    teacher.choose("Sex", "Male", within=card)


def begin(teacher: Visitor) -> None:
    """Say that no child is in danger now, and open the form."""
    teacher.open("/concern/")
    teacher.press("Tell us about a worry")
    teacher.heading("The children")


def fill(teacher: Visitor) -> None:
    """Write the whole form about two brothers, up to checking it."""
    describe(teacher, 0, "Amir", "27 3 2012")
    teacher.press("Add another child")
    describe(teacher, 1, "Yusuf", "9 11 2014")
    teacher.picture("form-children")
    teacher.press("Continue")
    tell(teacher)
    for place, words in enumerate(WORDS):
        card = CHILD.format(place)
        teacher.write("What has the child said, in their own words?", words, within=card)
    teacher.press("Continue")
    teacher.heading("The wider picture")
    teacher.write("What do you think needs to happen? (optional)", "Somebody should visit today.")
    teacher.press("Continue")
    teacher.heading("The family")
    teacher.choose("Have you told the family you are sending this?", "Yes")
    teacher.write("What do the parents say about it? (optional)", "Mum says she needs help.")
    teacher.press("Continue")
    for heading in (
        "Who matters to the children",
        "About the child",
        "Home, school and doctor",
        "Help so far",
    ):
        teacher.heading(heading)
        teacher.press("Continue")
    declare(teacher)


def tell(teacher: Visitor) -> None:
    """Write the worry, and be not sure of the level."""
    teacher.heading("Your worry")
    teacher.choose("Is any of these children in danger right now?", "No")
    teacher.write("What are you worried about?", WORRY)
    teacher.write("What telephone number can we reach you on today?", "01274 000 111")
    teacher.press("Continue")
    teacher.heading("Level of need")
    teacher.choose("What level of need do you think this is?", "Not sure")
    teacher.press("Continue")
    teacher.heading("What the child says")


def declare(teacher: Visitor) -> None:
    """Say that it is true, on the last page before checking."""
    teacher.heading("Before you send it")
    teacher.choose("Your declaration", "This is true as far as I know")
    teacher.press("Continue")
    teacher.heading("Check what you are about to send")


def send(teacher: Visitor) -> str:
    """Send a filled form; return the reference the page gives."""
    teacher.press("Send to the front door")
    teacher.heading("The front door has it")
    return teacher.page.locator(".gt-done strong").inner_text()
