"""The children of a referral: who each is, and what each has said in their own words."""

from goldenthread.content.front_door import birth
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Repeat, Section
from goldenthread.language.question import Kind, Option, Question

children = Section(
    key="children",
    title="The children",
    intro="Add every brother and sister you are worried about. Each is looked at separately.",
    repeats=Repeat(least=1, most=12, one="child", many="children"),
    questions=(
        Question(key="given_name", asks="Given name", kind=Kind.TEXT, max_length=100),
        Question(key="family_name", asks="Family name", kind=Kind.TEXT, max_length=100),
        Question(
            key="date_of_birth",
            asks="Date of birth",
            hint="For example, 27 3 2012",
            kind=Kind.DATE,
            within=birth.CHILD,
            may_be_not_known=True,
        ),
        Question(
            key="sex",
            asks="Sex",
            kind=Kind.CHOICE,
            options=(
                Option(key="F", label="Female"),
                Option(key="M", label="Male"),
                Option(key="U", label="Not known"),
            ),
        ),
        Question(
            key="child_words",
            asks="What has the child said, in their own words?",
            hint="Write the words the child used, not a summary of them",
            kind=Kind.LONG_TEXT,
            required=~answer("child_words_absent").given(),
            given_column="child_words_given",
            law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
        ),
        Question(
            key="child_words_absent",
            asks="If there are no words of the child's, why not?",
            kind=Kind.CHOICE,
            required=~answer("child_words").given(),
            column="child_words_absent",
            options=(
                Option(key="pre-verbal", label="Too young to speak"),
                Option(key="not-yet-seen", label="Not yet seen or spoken to alone"),
                Option(key="not-known-to-me", label="I do not know the child myself"),
                Option(key="would-increase-risk", label="Asking could put the child at more risk"),
            ),
        ),
    ),
)
