"""What the enquiry comes to: analysis and recommendation, before the manager decides."""

from goldenthread.content.front_door.mash_priority import QUALIFIED
from goldenthread.content.front_door.outcome import OUTCOMES
from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import Step

WORKING_TOGETHER = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
)

mash_analysis_form = Instrument(
    key="mash-analysis-form",
    version=1,
    title="Write the analysis",
    law=WORKING_TOGETHER,
    sections=(
        Section(
            key="analysis",
            title="Analysis",
            holds="narrative",
            questions=(
                Question(
                    key="mash_analysis",
                    asks="What does everything the agencies know mean for this child?",
                    kind=Kind.LONG_TEXT,
                ),
                Question(
                    key="mash_recommends",
                    asks="What do you recommend?",
                    kind=Kind.CHOICE,
                    holds="legal",
                    options=tuple(outcome.option for outcome in OUTCOMES),
                ),
            ),
        ),
    ),
)

mash_analysed = Step(
    key="mash-analysed",
    title="MASH enquiry analysed",
    state="Waiting for a decision",
    on="contact",
    by=QUALIFIED,
    asks=mash_analysis_form,
    follows=("mash-opened",),
    law=WORKING_TOGETHER,
)
