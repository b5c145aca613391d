"""Who people are to a child, and what is asked when somebody is added."""

from collections.abc import Iterable
from dataclasses import replace

from goldenthread.content.front_door import birth
from goldenthread.content.front_door.since import SINCE
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

# What each is to the child, and what the child then is to them.
TIES = {
    "mother": ("Mother", "child"),
    "father": ("Father", "child"),
    "step-parent": ("Step-parent", "stepchild"),
    "carer": ("Carer", "cared-for"),
    "grandparent": ("Grandparent", "grandchild"),
    "sibling": ("Brother or sister", "sibling"),
    "other-relative": ("Another relative", "other-relative"),
    "other-adult": ("Another significant adult", "known-to"),
}
# The other ends of those, which nobody chooses, and what only a search tells.
TIES_BACK = {
    "child": "Child",
    "stepchild": "Stepchild",
    "cared-for": "Child cared for",
    "grandchild": "Grandchild",
    "known-to": "Child they know",
    "same-household": "Same household",
    "same-referral": "Came in the same referral",
}
GOES_TO = {"school": "School or nursery", "surgery": "Doctor's surgery", "home": "Children's home"}

tie = Section(
    key="tie",
    title="Somebody who matters",
    questions=(
        Question(
            key="kind",
            asks="Who are they to this child?",
            kind=Kind.CHOICE,
            options=tuple(Option(key=key, label=label) for key, (label, _) in TIES.items()),
        ),
        Question(key="given_name", asks="Given name", kind=Kind.TEXT, max_length=100),
        Question(key="family_name", asks="Family name", kind=Kind.TEXT, max_length=100),
        Question(
            key="date_of_birth",
            asks="Date of birth",
            hint="For example, 27 3 1985",
            kind=Kind.DATE,
            within=birth.ANYBODY,
            required=False,
        ),
        Question(
            key="expected_on",
            asks="If they are not born yet, when are they expected?",
            kind=Kind.DATE,
            within=birth.EXPECTED,
            required=False,
            only_if=answer("kind").equals("sibling"),
        ),
        Question(
            key="parental_responsibility",
            asks="Do they have parental responsibility?",
            kind=Kind.YES_NO,
            only_if=answer("kind").one_of(
                "mother", "father", "step-parent", "carer", "grandparent", "other-relative"
            ),
        ),
        Question(
            key="lives_with",
            asks="Do they live with the child now?",
            kind=Kind.YES_NO,
        ),
        SINCE,
    ),
)


def title(key: str) -> str:
    """Return what a tie is called; the key itself for one no longer declared."""
    return TIES[key][0] if key in TIES else TIES_BACK.get(key, key)


# Asked where somebody of the name is recorded already, and where the child came with others.
ANOTHER = Option(key="another", label="No, this is somebody else of the same name")
SAME_PERSON = Question(
    key="same_person",
    asks="Is this somebody who is recorded already?",
    hint="Two people may have one name: two fathers of brothers, a father and his son",
    kind=Kind.CHOICE,
    options=(ANOTHER,),
    called="whether this is somebody recorded already",
)
ALSO_FOR = Question(
    key="also_for",
    asks="Are they the same to any of these children?",
    hint="They came in together. Tick those it is true of, and leave out those you do not know of",
    kind=Kind.CHOICES,
    options=(ANOTHER,),
    required=False,
)


def asking(*, may_be: Iterable[tuple[str, str]], also_for: Iterable[tuple[str, str]]) -> Section:
    """Return what is asked of a tie, with who it may be and for whom else it may hold.

    Each is an id and what it is called.
    """
    there = tuple(Option(key=key, label=label) for key, label in may_be)
    others = tuple(Option(key=key, label=label) for key, label in also_for)
    more = (
        *((replace(SAME_PERSON, options=(*there, ANOTHER)),) if there else ()),
        *((replace(ALSO_FOR, options=others),) if others else ()),
    )
    return replace(tie, questions=(*tie.questions, *more))
