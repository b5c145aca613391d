"""The neglect toolkit: six checklists, an honest conversation, a summary and a judgement.

A guide and not the deciding factor (DOMAIN R27.1). A concern carries its evidence (R27.3); the
parent is spoken with, or it is said why not (R27.2). There is no total score (R27.5).
"""

from goldenthread.content.protection.tools.neglect_items import AREAS, RATED, SOMETIMES, VERY
from goldenthread.content.tool_steps import any_of, judgement
from goldenthread.kernel.citation import Citation
from goldenthread.language.advice import Advice, Band, Count
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

TOOLKIT = Citation(
    source="Partnership neglect strategy 2019-21", place="neglect toolkit", status="LOCAL"
)

about = Section(
    key="neglect_about",
    title="Before you begin",
    holds="narrative",
    questions=(
        Question(
            key="neglect_known_since",
            asks="How do you know the family, and since when?",
            kind=Kind.LONG_TEXT,
        ),
        Question(
            key="neglect_parent_told",
            asks="Have you talked about this honestly with a parent?",
            kind=Kind.YES_NO,
            law=TOOLKIT,
        ),
        Question(
            key="neglect_parent_view",
            asks="What did they say?",
            hint="In their own words where you can",
            kind=Kind.LONG_TEXT,
            holds="third-party",
            only_if=answer("neglect_parent_told").equals("yes"),
        ),
        Question(
            key="neglect_parent_why_not",
            asks="Why not?",
            kind=Kind.LONG_TEXT,
            holds="third-party",
            only_if=answer("neglect_parent_told").equals("no"),
        ),
    ),
)

summary = Section(
    key="neglect_summary",
    title="Summary",
    holds="narrative",
    questions=(
        Question(key="neglect_worried", asks="What are we worried about?", kind=Kind.LONG_TEXT),
        Question(key="neglect_well", asks="What is working well?", kind=Kind.LONG_TEXT),
        Question(key="neglect_happen", asks="What needs to happen?", kind=Kind.LONG_TEXT),
    ),
)

JUDGED = judgement(
    "neglect",
    asks="What should happen next?",
    intro="The toolkit is a guide. You decide, with your manager or safeguarding lead.",
    options=(
        Option(key="single-agency", label="Our own agency goes on helping"),
        Option(key="early-help", label="An early help assessment with the family"),
        Option(
            key="referral",
            label="A referral to the front door",
            hint="Send this toolkit with it (level 3 or 4)",
        ),
        Option(
            key="urgent",
            label="Urgent: the child is not safe now",
            hint="Ring the front door, or 999 where somebody is in danger",
        ),
    ),
)

neglect_toolkit = Instrument(
    key="neglect-toolkit",
    version=1,
    title="Neglect toolkit",
    sections=(about, *AREAS, summary, JUDGED),
    advice=Advice(
        bands=(
            Band(
                key="referral",
                title="Talk with the front door: something is very concerning",
                only_if=any_of(*(answer(key).equals(VERY) for key in RATED)),
            ),
            Band(
                key="early-help",
                title="Think of an early help assessment: something is sometimes concerning",
                only_if=any_of(*(answer(key).equals(SOMETIMES) for key in RATED)),
            ),
            Band(key="single-agency", title="Go on helping and look again"),
        ),
        judgement="neglect_judgement",
        why="neglect_judgement_why",
        law=TOOLKIT,
    ),
    counts=(
        Count(title="Very concerned", questions=RATED, answers=(VERY,), column="very_concerned"),
    ),
    kept_here=True,
    law=TOOLKIT,
)
