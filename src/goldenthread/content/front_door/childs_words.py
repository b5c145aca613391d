"""What each child says, how each lives, and whether one old enough agrees (R1.5, R4.4)."""

from goldenthread.content.front_door.least_asked import LEAST
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

WHY_NO_WORDS = (
    Option(key="pre-verbal", label="Too young to speak"),
    Option(key="not-yet-seen", label="Not yet seen or spoken to alone"),
    Option(key="not-known-to-me", label="I do not know the child myself"),
    Option(key="would-increase-risk", label="Asking could put the child at more risk"),
)

childs_words = Section(
    key="childs_words",
    title="What the child says",
    holds="narrative",
    continues="children",
    questions=(
        Question(
            key="child_words",
            asks="What has the child said, in their own words?",
            hint="Write the words the child used, not a summary of them",
            kind=Kind.LONG_TEXT,
            holds="narrative",
            required=~answer("child_words_absent").given() & ~LEAST,
            given_column="child_words_given",
            law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
        ),
        Question(
            key="child_words_absent",
            asks="If there are no words of the child's, why not?",
            kind=Kind.CHOICE,
            holds="legal",
            required=~answer("child_words").given() & ~LEAST,
            column="child_words_absent",
            options=WHY_NO_WORDS,
        ),
        Question(
            key="lived_experience",
            asks="What is a day like for this child?",
            hint="Waking, eating, getting to school, the evening, the night",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
        Question(
            key="own_agreement",
            asks="Does the child agree to help themselves?",
            hint="Asked of a child who understands enough to decide (Gillick competent)",
            kind=Kind.CHOICE,
            holds="legal",
            required=False,
            options=(
                Option(key="agreed", label="Yes"),
                Option(key="refused", label="No"),
                Option(key="not-asked", label="I have not asked"),
                Option(key="not-old-enough", label="Not old enough to decide this"),
            ),
            law=Citation(source="Gillick v West Norfolk and Wisbech AHA", place="[1986] AC 112"),
        ),
    ),
)
