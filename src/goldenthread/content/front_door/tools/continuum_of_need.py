"""The Continuum of Need as a tool: what is seen at each level, and the level a person chooses.

Nothing is added up and no level is advised: what was matched is listed, and a human selects the
level with the reason (DOMAIN R3.2). The levels are those every referral and screening speaks of.
"""

from goldenthread.content.front_door.level_of_need import LEVELS
from goldenthread.content.front_door.need import CONTINUUM
from goldenthread.content.tool_steps import BY, judgement
from goldenthread.language import evidence
from goldenthread.language.advice import Advice
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.pathway import Pathway
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import Step

# domain of the assessment framework, its title, what its answers hold, and what is looked at
_DOMAINS = (
    (
        "development",
        "The child's development",
        "narrative",
        {
            "health": "Health and growth",
            "learning": "Learning and school",
            "feelings": "Feelings and behaviour",
            "identity": "Knowing who they are and where they belong",
            "independence": "Looking after themselves, for their age",
        },
    ),
    (
        "parenting",
        "What parents and carers give",
        "third-party",
        {
            "care": "Daily care",
            "safety": "Keeping the child safe",
            "warmth": "Warmth",
            "guidance": "Guidance and boundaries",
            "stability": "Stability",
        },
    ),
    (
        "surroundings",
        "Family and where they live",
        "narrative",
        {
            "family": "How the family gets on, and those near to it",
            "housing": "Home",
            "money": "Work and money",
            "community": "Friends, neighbours and services",
        },
    ),
)


def _domain(key: str, title: str, holds: str, items: dict[str, str]) -> Section:
    seen = [
        Question(
            key=f"continuum_{item}",
            asks=asks,
            kind=Kind.CHOICE,
            options=LEVELS,
            may_be_not_known=True,
            called=f"the level you see: {asks[0].lower()}{asks[1:]}",
        )
        for item, asks in items.items()
    ]
    return Section(
        key=f"continuum_{key}",
        title=title,
        intro="Say which level of need what you have seen matches best.",
        holds=holds,
        questions=evidence.asked_beside(seen, when=("3", "4")),
        area=True,
    )


continuum_of_need = Instrument(
    key="continuum-of-need",
    version=1,
    title="Continuum of Need",
    sections=(
        *(_domain(*each) for each in _DOMAINS),
        judgement(
            "continuum",
            asks="Which level of need do you judge it to be?",
            intro="Nothing is added up. You choose the level and say why.",
            options=LEVELS,
        ),
    ),
    advice=Advice(
        judgement="continuum_judgement",
        why="continuum_judgement_why",
        law=CONTINUUM,
    ),
    kept_here=True,
    law=CONTINUUM,
)

continuum_completed = Step(
    key="continuum-of-need-completed",
    title="Continuum of Need completed",
    state="Completed",
    by=BY,
    asks=continuum_of_need,
    first=True,
    closes=True,
    law=CONTINUUM,
)

tool = Pathway(
    key="tool",
    title="Tool",
    steps=(continuum_completed,),
    reference_prefix="TL",
    record_state="contact",
    of_tools=True,
    law=CONTINUUM,
)
