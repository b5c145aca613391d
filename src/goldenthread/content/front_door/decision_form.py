"""The decision on a contact: an outcome, and why.

Outcomes are the local list of DOMAIN section 1; what each counts as in the Standard Safeguarding
Dataset is written beside it in `outcome.py`.
"""

from goldenthread.content.front_door.outcome import OUTCOMES
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

decision_form = Instrument(
    key="decision-form",
    version=1,
    title="Decide this contact",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
    sections=(
        Section(
            key="decision",
            title="Decision",
            holds="narrative",
            questions=(
                Question(
                    key="outcome",
                    asks="What happens next for this child?",
                    kind=Kind.CHOICE,
                    holds="legal",
                    column="outcome",
                    options=tuple(outcome.option for outcome in OUTCOMES),
                ),
                Question(
                    key="help_given",
                    asks="Was advice, signposting or early help given?",
                    kind=Kind.YES_NO,
                    holds="legal",
                    only_if=answer("outcome").equals("no-further-action"),
                    column="help_given",
                ),
                Question(
                    key="nfa_reason",
                    asks="Why is no further action right?",
                    kind=Kind.CHOICE,
                    holds="legal",
                    only_if=answer("outcome").equals("no-further-action"),
                    column="nfa_reason",
                    options=(
                        Option(
                            key="below-threshold", label="Below threshold and no service needed"
                        ),
                        Option(key="duplicate", label="The same contact was already recorded"),
                        Option(key="malicious", label="Found to be malicious"),
                        Option(key="unable-to-identify", label="The child cannot be identified"),
                    ),
                ),
                Question(
                    key="rationale",
                    asks="Why is this the right decision?",
                    hint="Somebody reading this in ten years should understand it",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)
