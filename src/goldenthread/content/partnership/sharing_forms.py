"""What is asked before something about a child is given to another agency, or is refused to it.

A decision not to share is recorded as a decision to share is (Children Act 2004 section 16LA(3)).
"""

from goldenthread.content.partnership import sharing_words
from goldenthread.content.partnership.sharing_questions import (
    ADVICE,
    FAMILY,
    HOW_LONG,
    LAW,
    PURPOSE,
    WHO,
    WHY,
)
from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question

sharing = Instrument(
    key="sharing",
    version=1,
    title="Tell another agency",
    law=ADVICE,
    sections=(WHY, LAW, FAMILY, HOW_LONG),
)

sharing_outside = Instrument(
    key="sharing-outside",
    version=1,
    title="Write down that somebody without an account was told",
    law=ADVICE,
    sections=(WHO, WHY, LAW, FAMILY),
)

sharing_declined = Instrument(
    key="sharing-declined",
    version=1,
    title="Write down that it was not given",
    law=Citation(source="Children Act 2004", place="section 16LA(3)"),
    sections=(
        Section(
            key="asked",
            holds="narrative",
            title="What was asked for",
            questions=(
                Question(key="asked_by", asks="Who asked?", kind=Kind.TEXT),
                Question(key="asked_agency", asks="For which agency?", kind=Kind.TEXT),
                Question(key="asked_for", asks="What did they ask for?", kind=Kind.LONG_TEXT),
                PURPOSE,
            ),
        ),
        Section(
            key="why_not",
            holds="narrative",
            title="Why it was not given",
            questions=(
                Question(
                    key="why_not",
                    asks="Why not?",
                    kind=Kind.CHOICE,
                    options=sharing_words.WHY_NOT,
                ),
                Question(
                    key="why_not_words",
                    asks="What did you weigh?",
                    hint="Somebody reading this in ten years should understand it",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)
