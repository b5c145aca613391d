"""Closing a referral: the date and the reason come together, and then there may be another.

Reasons are the code set of the children in need census; none of them may come without the other
half, the date (rules 8805 and 8810), which is when this is recorded.
"""

from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import By, Step

CLOSURE = Citation(source="Children in need census guide", place="reason for closure")

referral_closing = Instrument(
    key="referral-closing",
    version=1,
    title="Close this referral",
    law=CLOSURE,
    sections=(
        Section(
            key="closing",
            title="Closing",
            holds="narrative",
            questions=(
                Question(
                    key="close_reason",
                    asks="Why is the referral closed?",
                    kind=Kind.CHOICE,
                    holds="legal",
                    column="close_reason",
                    options=(
                        Option(key="RC1", label="Adopted"),
                        Option(key="RC2", label="Died"),
                        Option(key="RC3", label="Child arrangements order"),
                        Option(key="RC4", label="Special guardianship order"),
                        Option(key="RC5", label="Transferred to another council"),
                        Option(key="RC6", label="Transferred to adult social care"),
                        Option(key="RC7", label="Services ceased for another reason"),
                        Option(key="RC8", label="Assessed, and no further action is needed"),
                        Option(
                            key="RC9",
                            label="Assessed, and passed to early help",
                            since=date(2022, 4, 1),
                        ),
                    ),
                ),
                Question(
                    key="closing_summary",
                    asks="What has changed for the child?",
                    hint="Begin with what the child says about it",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)

closed = Step(
    key="referral-closed",
    title="Referral closed",
    state="Closed",
    by=(By(role="front-door-manager"), By(role="social-work-team-manager")),
    asks=referral_closing,
    follows=("referral-opened",),
    on="referral",
    closes=True,
    # Rules 8867 and 8868: nothing that hangs under it may be left open.
    waits_for=(
        "assessment",
        "section-47-enquiry",
        "initial-conference",
        "protection-plan",
        "child-in-need-plan",
        "family-help-plan",
    ),
    law=CLOSURE,
)
