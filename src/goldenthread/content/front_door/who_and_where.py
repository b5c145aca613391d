"""What is asked about who somebody is and where: names, addresses, numbers and ties."""

from goldenthread.content.front_door.since import SINCE
from goldenthread.content.front_door.ties import tie
from goldenthread.content.front_door.who_else import born, died, goes, involved, together
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

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

sections = {
    each.key: each
    for each in (other_name, address, number, tie, goes, involved, together, born, died)
}
