"""What the referrer is told: words written for them and nothing else."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

outcome_letter = Instrument(
    key="outcome-letter",
    version=1,
    title="Tell the person who raised it",
    law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1, feedback"),
    sections=(
        Section(
            key="letter",
            title="What you tell them",
            holds="narrative",
            questions=(
                Question(
                    key="told_referrer",
                    asks="What will you tell the person who raised this?",
                    hint="They see exactly these words. Leave out anything they need not know",
                    kind=Kind.LONG_TEXT,
                ),
                Question(
                    key="told_by",
                    asks="How are you telling them?",
                    kind=Kind.CHOICE,
                    holds="admin",
                    column="told_by",
                    options=(
                        Option(key="here", label="Here, with an e-mail to say it is waiting"),
                        Option(key="telephone", label="By telephone as well as here"),
                    ),
                ),
            ),
        ),
    ),
)
