"""What the screener records when they have read a contact.

Both levels are kept, the referrer's and the front door's (R3.1). A refusal of help is weighed and
the screener says how (R4.1, R4.3). No contact goes on without the child's voice or a reason for its
absence: where the referrer gave neither, the screener does (R1.5).
"""

from goldenthread.content.front_door.childs_words import WHY_NO_WORDS
from goldenthread.content.front_door.level_of_need import LEVELS
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import Condition, answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

WORKING_TOGETHER = Citation(
    source="Working Together to Safeguard Children 2018", place="chapter 1, referrals"
)
# A notification or a request for advice seldom comes with a child's words, and need not (R1.5).
UNHEARD: Condition = (
    answer("purpose").one_of("concern", "early-help-request")
    & ~answer("child_words").given()
    & ~answer("child_words_absent").given()
)

PURPOSE = Question(
    key="purpose",
    asks="What is this contact?",
    kind=Kind.CHOICE,
    holds="admin",
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
)
FRONT_DOOR_LEVEL = Question(
    key="front_door_level",
    asks="What level of need does the front door see?",
    hint="Your own view. The referrer's is kept beside it",
    kind=Kind.CHOICE,
    holds="legal",
    options=LEVELS,
    column="front_door_level",
)
SUMMARY = Question(
    key="screening_summary",
    asks="What do we know, and what matters most?",
    kind=Kind.LONG_TEXT,
)
REFUSAL = Question(
    key="refusal_weighed_by_us",
    asks="The family refused help. How have you weighed that?",
    hint="A refusal alone neither raises nor lowers the level, and delays nothing",
    kind=Kind.LONG_TEXT,
    only_if=answer("agreed_to_help").equals("refused"),
    law=Citation(source="Information sharing advice for practitioners 2024", place="golden rule 3"),
)
VOICE = (
    Question(
        key="voice_heard",
        asks="What has the child said, in their own words?",
        hint="The referrer did not say. Ask them, or whoever knows the child",
        kind=Kind.LONG_TEXT,
        only_if=UNHEARD,
        required=~answer("voice_absent").given(),
        law=WORKING_TOGETHER,
    ),
    Question(
        key="voice_absent",
        asks="If there are no words of the child's, why not?",
        kind=Kind.CHOICE,
        holds="legal",
        only_if=UNHEARD,
        required=~answer("voice_heard").given(),
        options=(
            *(each for each in WHY_NO_WORDS if each.key != "not-known-to-me"),
            Option(key="not-known-to-referrer", label="The referrer does not know the child"),
        ),
        law=WORKING_TOGETHER,
    ),
)


def at(version: int, *questions: Question, earlier: tuple[Instrument, ...] = ()) -> Instrument:
    """Return the form with these questions."""
    return Instrument(
        key="screening-form",
        version=version,
        title="Screen this contact",
        law=WORKING_TOGETHER,
        sections=(
            Section(key="screening", title="Screening", holds="narrative", questions=questions),
        ),
        earlier=earlier,
    )


EARLIER = (at(1, PURPOSE, FRONT_DOOR_LEVEL, SUMMARY),)
screening_form = at(2, PURPOSE, *VOICE, REFUSAL, FRONT_DOOR_LEVEL, SUMMARY, earlier=EARLIER)
