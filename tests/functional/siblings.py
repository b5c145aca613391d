"""A school's referral about three siblings, with every part of the form filled in."""

from dataclasses import dataclass
from typing import Protocol

FIRST = "Leo Sutcliffe"
CARD = "#children-{}"
WORRY = (
    "Leo, Ava and Finn have come in hungry and in the same clothes since the half term. Leo brings "
    "the other two by himself and they have been late on nine mornings. On Monday nobody answered "
    "the telephone until four. Mum smelled of drink at the gate on Tuesday and could not stand."
)
EVIDENCE = (
    "Hunger, lateness and tiredness in all three, and a parent who could not keep them safe on the "
    "road. Breakfast club and the family worker have not been enough."
)


@dataclass(frozen=True, kw_only=True)
class Sibling:
    """One child as the school knows them."""

    given: str
    born: str
    sex: str
    words: str


CHILDREN = (
    Sibling(
        given="Leo",
        born="3 5 2009",
        sex="Male",
        words="“I do the tea. I put the chain on when she is asleep.”",
    ),
    Sibling(
        given="Ava",
        born="21 11 2012",
        sex="Female",
        words="“Leo says not to say. I like it best at school.”",
    ),
    Sibling(
        given="Finn",
        born="8 9 2015",
        sex="Male",
        words="“Mummy was on the floor and I gave her my blanket.”",
    ),
)


class Filling(Protocol):
    """Whoever types: a visitor, or one whose keys are counted."""

    def write(self, label: str, words: str, *, within: str | None = None) -> None: ...
    def write_date(self, question: str, day: str, *, within: str | None = None) -> None: ...
    def choose(self, question: str, option: str, *, within: str | None = None) -> None: ...
    def press(self, name: str) -> None: ...


def fill(by: Filling, children: tuple[Sibling, ...] = CHILDREN) -> None:
    """Fill the whole form, from the children to the page that reads it back."""
    name(by, children)
    tell(by)
    for at, child in enumerate(children):
        card = CARD.format(at)
        by.write("What has the child said, in their own words?", child.words, within=card)
    by.press("Continue")
    picture(by)
    household(by)
    details(by, children)
    help_so_far(by)
    by.choose("Is there any risk to somebody who visits?", "None that I know of")
    by.choose("Did you ring the front door before writing this?", "No")
    by.choose("Your declaration", "This is true as far as I know")
    by.press("Continue")


def name(by: Filling, children: tuple[Sibling, ...]) -> None:
    """Say who the children are."""
    for at, child in enumerate(children):
        if at:
            by.press("Add another child")
        card = CARD.format(at)
        by.write("Given name", child.given, within=card)
        by.write("Family name", "Sutcliffe", within=card)
        by.write_date("Date of birth", child.born, within=card)
        by.choose("Sex", child.sex, within=card)
    by.press("Continue")


def tell(by: Filling) -> None:
    """Say what the worry is, and the level it seems."""
    by.choose("Is any of these children in danger right now?", "No")
    by.write("What are you worried about?", WORRY)
    by.write_date("When did the latest thing happen?", "3 3 2020")
    by.write("When did it happen before? (optional)", "Most mornings since 24 February")
    by.write("What telephone number can we reach you on today?", "01274 000 111")
    by.press("Continue")
    by.choose("What level of need do you think this is?", "Level 3: targeted support")
    by.write("What do you see that takes several services together? (level 3)", EVIDENCE)
    by.choose("Is any of these part of it?", "Neglect")
    by.choose("Is any of these part of it?", "Drink or drugs")
    by.press("Continue")


def picture(by: Filling) -> None:
    """Say what else matters, and what the family was told."""
    by.write(
        "What could happen to the children if nothing changes? (optional)",
        "One of them is hurt on the road or at home at night with no adult awake.",
    )
    by.write(
        "What is working well for the family? (optional)",
        "The children look after each other. Gran lives near and comes when she is rung.",
    )
    by.write(
        "What do you think needs to happen? (optional)",
        "Somebody should see the home this week and speak to each child alone.",
    )
    by.press("Continue")
    by.choose("Have you told the family you are sending this?", "Yes")
    by.write(
        "What do the parents say about it? (optional)",
        "Mum says she is tired and will not have anybody in the house.",
    )
    by.choose("Do they agree to being offered help?", "No, they refused")
    by.write(
        "Why did they refuse, and what do you make of it? (optional)",
        "She is afraid the children will be taken. I think she knows it is not safe.",
    )
    by.press("Continue")


def household(by: Filling) -> None:
    """Say who else matters to the children."""
    by.write("Name", "Donna Sutcliffe", within="#household-0")
    by.choose("Who are they to the children?", "Mother", within="#household-0")
    by.choose("Do they live with the children?", "Yes", within="#household-0")
    by.choose(
        "Do they have parental responsibility?", "Yes, for all the children", within="#household-0"
    )
    by.press("Continue")


def details(by: Filling, children: tuple[Sibling, ...]) -> None:
    """Say what the school knows of each child."""
    for at in range(len(children)):
        card = CARD.format(at)
        if at:
            by.choose(f"Are these the same as for {FIRST}?", "Yes", within=card)
        else:
            by.write("Language at home (optional)", "English", within=card)
            by.choose("Is an interpreter needed?", "No", within=card)
            by.choose("Ethnicity", "White British", within=card)
        by.choose("Does the child have a disability?", "No disability", within=card)
    by.press("Continue")
    for at in range(len(children)):
        card = CARD.format(at)
        if at:
            by.choose(f"Are these the same as for {FIRST}?", "Yes", within=card)
        else:
            by.write("Home address (optional)", "14 Mill Fold, Shipley", within=card)
            by.write("Postcode (optional)", "BD18 3AA", within=card)
            by.write("Doctor's surgery (optional)", "Canal Road Surgery", within=card)
        by.write("School or nursery (optional)", "Beckside Primary School", within=card)
    by.press("Continue")


def help_so_far(by: Filling) -> None:
    """Say what has been tried."""
    by.write(
        "What help has the family had already? (optional)",
        "Breakfast club since January and a family worker every week.",
    )
    by.choose("Is there an early help assessment?", "Yes")
    by.write("Who is the lead practitioner? (optional)", "Jan Lister")
    by.write_date("When did the team around the family last meet?", "12 2 2020")
    by.press("Continue")
