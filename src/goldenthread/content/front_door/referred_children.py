"""The children of a referral: who each is. A child not born yet has the day it is expected."""

from goldenthread.content.front_door import birth
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Repeat, Section
from goldenthread.language.question import Kind, Option, Question

children = Section(
    key="children",
    title="The children",
    holds="identity",
    intro="Add every brother and sister you are worried about. Each is looked at separately.",
    repeats=Repeat(
        least=1,
        most=12,
        one="child",
        many="children",
        told_apart_by=("given_name", "family_name", "date_of_birth"),
    ),
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
            key="expected_on",
            asks="If the baby is not born yet, when is it due?",
            hint="Say that the date of birth is not known, and give the expected date here",
            kind=Kind.DATE,
            within=birth.EXPECTED,
            required=False,
            only_if=answer("date_of_birth").is_not_known(),
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
    ),
)
