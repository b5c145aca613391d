"""What the screener records when they have read a contact."""

from goldenthread.content.front_door.level_of_need import LEVELS
from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

screening_form = Instrument(
    key="screening-form",
    version=1,
    title="Screen this contact",
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
    ),
    sections=(
        Section(
            key="screening",
            title="Screening",
            questions=(
                Question(
                    key="purpose",
                    asks="What is this contact?",
                    kind=Kind.CHOICE,
                    column="purpose",
                    options=(
                        Option(key="concern", label="A concern about a child"),
                        Option(key="notification", label="A notification"),
                        Option(key="advice-request", label="A request for advice"),
                        Option(key="information-request", label="A request for information"),
                        Option(key="early-help-request", label="A request for early help"),
                        Option(key="transfer-in", label="A transfer from another area"),
                        Option(key="other", label="Something else"),
                    ),
                ),
                Question(
                    key="front_door_level",
                    asks="What level of need does the front door see?",
                    hint="Your own view. The referrer's is kept beside it",
                    kind=Kind.CHOICE,
                    options=LEVELS,
                    column="front_door_level",
                ),
                Question(
                    key="screening_summary",
                    asks="What do we know, and what matters most?",
                    kind=Kind.LONG_TEXT,
                ),
            ),
        ),
    ),
)
