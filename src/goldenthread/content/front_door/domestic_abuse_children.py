"""The children of a police notification: each is a contact of their own, an unborn child too."""

from goldenthread.content.front_door import birth
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Repeat, Section
from goldenthread.language.question import Kind, Option, Question

VICTIM_TOO = Citation(source="Domestic Abuse Act 2021", place="section 3")
BORN = ~answer("unborn").equals("yes")

children = Section(
    key="children",
    title="The children",
    holds="identity",
    intro="Every child of the household, whether they were there or not, and any unborn child.",
    repeats=Repeat(least=1, most=12, one="child", many="children"),
    questions=(
        Question(key="given_name", asks="Given name", kind=Kind.TEXT, max_length=100),
        Question(key="family_name", asks="Family name", kind=Kind.TEXT, max_length=100),
        Question(key="unborn", asks="Is this child unborn?", kind=Kind.YES_NO),
        Question(
            key="date_of_birth",
            asks="Date of birth",
            hint="For example, 27 3 2012",
            kind=Kind.DATE,
            within=birth.CHILD,
            may_be_not_known=True,
            only_if=BORN,
        ),
        Question(
            key="expected_on",
            asks="When is the child expected?",
            kind=Kind.DATE,
            within=birth.EXPECTED,
            may_be_not_known=True,
            only_if=answer("unborn").equals("yes"),
            called="the expected date of birth",
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
            key="child_there",
            asks="Where was the child?",
            kind=Kind.CHOICE,
            holds="narrative",
            only_if=BORN,
            column="child_there",
            options=(
                Option(key="saw", label="There, and saw or heard it"),
                Option(key="there", label="In the home, and not known to have seen it"),
                Option(key="elsewhere", label="Elsewhere"),
            ),
            law=VICTIM_TOO,
        ),
        Question(
            key="child_hurt",
            asks="Was the child hurt, or used to hurt or control somebody?",
            kind=Kind.YES_NO,
            holds="health",
            only_if=BORN,
            column="child_hurt",
            law=VICTIM_TOO,
        ),
        Question(
            key="school_name",
            asks="Which school or nursery does the child go to?",
            hint="Leave it empty if there is none",
            kind=Kind.TEXT,
            holds="contact",
            offers="school",
            only_if=BORN,
            required=False,
        ),
    ),
)
