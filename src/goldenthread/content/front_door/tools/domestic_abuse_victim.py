"""The risk to an adult victim of domestic abuse: the areas of the DASH checklist, in our own words.

An outline, not the form: whoever is trained to use the published checklist uses that. Fourteen
areas or more are high, and so is whatever a professional judges to be (DOMAIN section 5).
"""

from goldenthread.content.front_door.domestic_abuse_risk import DASH, HIGH_TICKS, TICKS
from goldenthread.content.tool_steps import completed, judgement
from goldenthread.language import evidence
from goldenthread.language.advice import Advice, Band, Count
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

RISKS = (
    Option(key="high", label="High", hint="Meets the threshold of the MARAC: share it today"),
    Option(key="medium", label="Medium"),
    Option(key="standard", label="Standard"),
)
SEEN = (Option(key="yes", label="Yes"), Option(key="no", label="No"))

_asked = tuple(
    Question(
        key=f"victim_{each.key.replace('-', '_')}",
        asks=each.label,
        kind=Kind.CHOICE,
        options=SEEN,
        may_be_not_known=True,
        law=DASH,
    )
    for each in TICKS
)

domestic_abuse_victim = Instrument(
    key="domestic-abuse-victim",
    version=1,
    title="Domestic abuse: risk to the adult",
    sections=(
        Section(
            key="victim_areas",
            title="What the victim tells you",
            intro="Ask when it is safe to: alone, and never through a child.",
            holds="criminal",
            questions=evidence.asked_beside(_asked, when=("yes",), asks="What was said?"),
        ),
        judgement(
            "victim",
            asks="What risk do you judge it to be?",
            options=RISKS,
            holds="criminal",
        ),
    ),
    advice=Advice(
        bands=(
            Band(key="high", title="High", least=HIGH_TICKS),
            Band(key="medium", title="Medium", least=7),
            Band(key="standard", title="Standard"),
        ),
        count=Count(
            title="Areas answered yes",
            questions=tuple(each.key for each in _asked),
            answers=("yes",),
        ),
        judgement="victim_judgement",
        why="victim_judgement_why",
        law=DASH,
    ),
    law=DASH,
)

domestic_abuse_victim_completed = completed(
    domestic_abuse_victim, key="domestic-abuse-victim-completed", on="tool", law=DASH
)
