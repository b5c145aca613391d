"""The level of need the sender sees, with evidence for it against the Continuum of Need.

The tool lists what was matched and never adds it up: a person chooses the level and says why
(R3.2). The sender's level is kept beside the front door's (R3.1). Domains and themes: DOMAIN
section 3, the assessment framework and local themes (LOCAL).
"""

from goldenthread.content.front_door.level_of_need import LEVELS, NOT_SURE
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

CONTINUUM = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, threshold document"
)
DOMAINS = "The child's development, what parents can give, the family and where they live"
LEVEL = answer("level_of_need")

level = Question(
    key="level_of_need",
    asks="What level of need do you think this is?",
    kind=Kind.CHOICE,
    holds="legal",
    options=(*LEVELS, NOT_SURE),
    column="referrer_level",
    law=CONTINUUM,
)


def evidence(of: str, says: str) -> Question:
    """What is asked about one level: of whoever chose it, and of whoever is not sure."""
    return Question(
        key=f"evidence_level_{of}",
        asks=says,
        hint=DOMAINS,
        kind=Kind.LONG_TEXT,
        only_if=LEVEL.one_of(of, "not-sure"),
        # Level 4 waits for nothing (R2.1); level 3 says why.
        required=LEVEL.equals("3") if of == "3" else False,
        law=CONTINUUM,
    )


need = Section(
    key="need",
    title="Level of need",
    holds="narrative",
    questions=(
        level,
        evidence("1", "What do you see that universal services meet? (level 1)"),
        evidence("2", "What do you see that one service could help with? (level 2)"),
        evidence("3", "What do you see that takes several services together? (level 3)"),
        evidence("4", "What do you see that tells you of significant harm? (level 4)"),
        Question(
            key="themes",
            asks="Is any of these part of it?",
            kind=Kind.CHOICES,
            holds="narrative",
            required=False,
            options=(
                Option(key="neglect", label="Neglect"),
                Option(key="domestic-abuse", label="Domestic abuse"),
                Option(key="exploitation", label="Exploitation, sexual or criminal"),
                Option(key="missing", label="Going missing"),
                Option(key="substance-use", label="Drink or drugs"),
                Option(key="mental-health", label="Mental health"),
                Option(key="online-harm", label="Harm online"),
                Option(key="radicalisation", label="Radicalisation"),
                Option(key="fgm", label="Female genital mutilation"),
                Option(key="forced-marriage", label="Forced marriage"),
                Option(key="harmful-sexual-behaviour", label="Harmful sexual behaviour"),
                Option(key="none", label="None of these", alone=True),
            ),
        ),
    ),
)
