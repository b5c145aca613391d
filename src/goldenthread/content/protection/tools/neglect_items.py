"""What the neglect toolkit looks at: six checklists, each item rated, a concern with its evidence.

The areas are those of the partnership's toolkit of 2019 (DOMAIN section 27, BRAD); the items are in
our own words (LOCAL: confirm them against the published toolkit).
"""

from goldenthread.language import evidence
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

VERY, SOMETIMES = "very-concerned", "sometimes-concerned"
RATINGS = (
    Option(key=VERY, label="Very concerned"),
    Option(key=SOMETIMES, label="Sometimes concerned"),
    Option(key="not-concerned", label="Not concerned"),
)

# area, its title, what its answers hold, and what is looked at
_AREAS = (
    (
        "emotional",
        "Emotional and behavioural",
        "narrative",
        {
            "warmth": "Warmth and affection towards the child",
            "comfort": "Comfort when the child is upset or frightened",
            "rejection": "Being blamed, mocked or pushed away",
            "behaviour": "How the child behaves and gets on with others",
            "responsibility": "Looking after others, as a child should not have to",
        },
    ),
    (
        "surroundings",
        "Environmental",
        "narrative",
        {
            "home_clean": "How clean the home is, the kitchen and bathroom with it",
            "home_safe": "Dangers in the home and outside it",
            "bed": "A bed and a place of their own to sleep",
            "warm": "Heating, light and hot water",
            "stable": "Staying in one home and knowing who lives there",
        },
    ),
    (
        "physical",
        "Health and physical care",
        "health",
        {
            "washed": "Being washed, with clean hair and teeth",
            "clothed": "Clothes and shoes that fit, are clean and suit the weather",
            "treated": "Illness and injury noticed and treated",
            "appointments": "Being brought to appointments and immunisations",
            "growth": "Growth and development for their age",
        },
    ),
    (
        "parenting",
        "Parenting",
        "third-party",
        {
            "supervised": "Being watched over, and left only with safe people",
            "routine": "Routine and boundaries",
            "own_needs": "The child's needs coming before the adults' own",
            "drink_drugs": "Drink, drugs or violence around the child",
            "help_taken": "Taking up help that is offered",
        },
    ),
    (
        "education",
        "Education",
        "narrative",
        {
            "attends": "Being at school or nursery, and on time",
            "ready": "Arriving ready to learn, with what they need",
            "parents_school": "Parents answering and coming to school",
            "stimulated": "Play, talk and books at home",
        },
    ),
    (
        "feeding",
        "Feeding and eating",
        "health",
        {
            "enough": "Enough to eat, every day",
            "fit_food": "Food that is fit for their age and health",
            "meals": "Meals at regular times, and help to eat",
            "hungry": "Asking for food, hiding it or taking it",
        },
    ),
)


def _area(key: str, title: str, holds: str, items: dict[str, str]) -> Section:
    rated = [
        Question(
            key=f"neglect_{item}",
            asks=asks,
            kind=Kind.CHOICE,
            options=RATINGS,
            may_be_not_known=True,
            called=f"how concerned you are: {asks[0].lower()}{asks[1:]}",
        )
        for item, asks in items.items()
    ]
    return Section(
        key=f"neglect_{key}",
        title=title,
        intro="Rate what you know. Not known is an answer.",
        holds=holds,
        questions=evidence.asked_beside(rated, when=(VERY, SOMETIMES)),
        area=True,
    )


AREAS = tuple(_area(*each) for each in _AREAS)
RATED = tuple(q.key for area in AREAS for q in area.questions if not q.evidence_of)
