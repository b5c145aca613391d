"""How domestic abuse harms each child: the areas of a risk assessment for children, in our words.

An outline of what such an assessment (DARA and the like) looks at, not its form (LOCAL).
"""

from goldenthread.content.tool_steps import any_of, completed, judgement
from goldenthread.kernel.citation import Citation
from goldenthread.language import evidence
from goldenthread.language.advice import Advice, Band
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

CHILDREN = Citation(
    source="Domestic Abuse Act 2021",
    place="section 3, children as victims in their own right",
    status="known",
)
SEVERE, SOME = "severe", "some"
HARM = (
    Option(key=SEVERE, label="Severe"),
    Option(key=SOME, label="Some"),
    Option(key="none", label="None seen"),
)

_AREAS = {
    "sees": "What the child sees and hears",
    "involved": "Being hurt, used or made to take part",
    "afraid": "Fear, sleep and worry",
    "body": "Health and growth, a pregnancy with it",
    "school": "School, friends and play",
    "bond": "The tie to the parent who is hurt, and to the one who hurts",
    "contact": "Contact with the parent who hurts",
    "protects": "What protects the child, or is missing",
}

_asked = tuple(
    Question(
        key=f"child_harm_{key}",
        asks=asks,
        kind=Kind.CHOICE,
        options=HARM,
        may_be_not_known=True,
        called=f"the harm you see: {asks[0].lower()}{asks[1:]}",
    )
    for key, asks in _AREAS.items()
)

domestic_abuse_child = Instrument(
    key="domestic-abuse-child",
    version=1,
    title="Domestic abuse: risk to the child",
    sections=(
        Section(
            key="child_harm_areas",
            title="The child's own experience",
            intro="One for each child: brothers and sisters may live it differently.",
            holds="narrative",
            questions=evidence.asked_beside(_asked, when=(SEVERE, SOME)),
            area=True,
        ),
        judgement(
            "child_harm",
            asks="How serious is the risk to this child?",
            options=(
                Option(key="serious", label="Serious: significant harm is likely"),
                Option(key="moderate", label="Moderate: help is needed"),
                Option(key="low", label="Low: watch and support"),
            ),
        ),
    ),
    advice=Advice(
        bands=(
            Band(
                key="serious",
                title="Serious: some harm is severe",
                only_if=any_of(*(answer(each.key).equals(SEVERE) for each in _asked)),
            ),
            Band(
                key="moderate",
                title="Moderate: some harm is seen",
                only_if=any_of(*(answer(each.key).equals(SOME) for each in _asked)),
            ),
            Band(key="low", title="Low: no harm is seen"),
        ),
        judgement="child_harm_judgement",
        why="child_harm_judgement_why",
        law=CHILDREN,
    ),
    kept_here=True,
    law=CHILDREN,
)

domestic_abuse_child_completed = completed(
    domestic_abuse_child, key="domestic-abuse-child-completed", on="tool", law=CHILDREN
)
