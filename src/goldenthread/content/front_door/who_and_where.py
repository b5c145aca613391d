"""What is asked about who somebody is and where: names, addresses, numbers and ties."""

from goldenthread.content.front_door import birth
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

SINCE = Question(
    key="valid_from",
    asks="Since when?",
    hint="Leave it empty if nobody knows. For example, 27 3 2012",
    kind=Kind.DATE,
    required=False,
)

HOME = "home"

other_name = Section(
    key="name",
    title="Another name",
    questions=(
        Question(
            key="kind",
            asks="What kind of name is it?",
            kind=Kind.CHOICE,
            options=(
                Option(key="also-known-as", label="Also known as"),
                Option(key="birth-name", label="Name at birth"),
                Option(key="former-name", label="Former name"),
                Option(key="other-spelling", label="Another spelling"),
            ),
        ),
        Question(key="given_name", asks="Given name", kind=Kind.TEXT, max_length=100),
        Question(key="family_name", asks="Family name", kind=Kind.TEXT, max_length=100),
        SINCE,
    ),
)

address = Section(
    key="address",
    title="An address",
    questions=(
        Question(
            key="kind",
            asks="What kind of address is it?",
            kind=Kind.CHOICE,
            options=(
                Option(key=HOME, label="Home"),
                Option(key="second-home", label="Lives here part of the time"),
                Option(key="staying", label="Staying here for now"),
                Option(key="placement", label="Placement"),
            ),
        ),
        Question(key="lines", asks="Address without the postcode", kind=Kind.TEXT, max_length=300),
        Question(key="postcode", asks="Postcode", kind=Kind.POSTCODE, required=False),
        Question(
            key="is_safe",
            asks="Must this address be kept from somebody?",
            hint="A refuge, or a place somebody is not to learn of. It is then never searched for",
            kind=Kind.YES_NO,
        ),
        SINCE,
    ),
)

number = Section(
    key="number",
    title="A number",
    questions=(
        Question(
            key="kind",
            asks="Which number is it?",
            kind=Kind.CHOICE,
            options=(
                Option(key="nhs", label="NHS number"),
                Option(key="upn", label="Unique pupil number (UPN)"),
                Option(key="council", label="Council case number"),
                Option(key="police", label="Police person number"),
            ),
        ),
        Question(key="value", asks="The number", kind=Kind.TEXT, max_length=40),
    ),
)

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

sections = {each.key: each for each in (other_name, address, number, tie)}


def tie_title(key: str) -> str:
    """Return what a tie is called; the key itself for one no longer declared."""
    return TIES[key][0] if key in TIES else TIES_BACK.get(key, key)
