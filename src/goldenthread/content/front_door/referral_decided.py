"""What a referral needs, decided by the manager who receives it; no further action closes it.

The children in need census flags a referral after which nothing further was done, and asks for the
flag of every referral (rule 8568); no assessment, enquiry or plan may then follow (8831, 8832,
4000). Such a referral has no reason for closure: no case was opened to be closed.
"""

from goldenthread.content.front_door.referral_outcome import NOTHING_FURTHER, OUTCOMES
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import By, Step

RESPONSE = Citation(
    source="Working Together to Safeguard Children 2018",
    place="chapter 1, deciding on the response within one working day of a referral",
)

referral_decision = Instrument(
    key="referral-decision",
    version=1,
    title="Decide what this referral needs",
    law=RESPONSE,
    sections=(
        Section(
            key="response",
            title="Response",
            holds="narrative",
            questions=(
                Question(
                    key="referral_outcome",
                    asks="What does the child need?",
                    kind=Kind.CHOICE,
                    holds="legal",
                    column="referral_outcome",
                    options=tuple(outcome.option for outcome in OUTCOMES),
                ),
                Question(
                    key="referral_reason",
                    asks="Why is that right for the child?",
                    hint="Somebody reading this in ten years should understand it",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)

decided = Step(
    key="referral-decided",
    title="Decided what it needs",
    state="",
    on="referral",
    asks=referral_decision,
    by=(By(role="front-door-manager"),),
    follows=("referral-opened",),
    closes=answer("referral_outcome").equals(NOTHING_FURTHER),
    closed_as="Closed: no further action",
    law=RESPONSE,
)
