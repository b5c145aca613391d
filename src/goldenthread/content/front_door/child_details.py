"""What else is known of each child: asked of whoever knows, never a reason to wait.

DOMAIN section 2, part 2 of the form. All may be left out (R2.1), and not known is an answer of its
own (R2.4). Religion as the Census 2021 of England has it; the other codes are the children in need
census's, whose rule 8790 keeps "no disability" from standing with any.
"""

from goldenthread.content.cin_codes import DISABILITY, ETHNICITY
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

RELIGIONS = (
    Option(key="none", label="No religion"),
    Option(key="christian", label="Christian"),
    Option(key="buddhist", label="Buddhist"),
    Option(key="hindu", label="Hindu"),
    Option(key="jewish", label="Jewish"),
    Option(key="muslim", label="Muslim"),
    Option(key="sikh", label="Sikh"),
    Option(key="other", label="Another religion"),
)

about_each = Section(
    key="about_each",
    title="About the child",
    holds="identity",
    intro="Leave out what you do not know.",
    continues="children",
    same=("home_language", "interpreter", "ethnicity", "religion"),
    questions=(
        Question(
            key="home_language",
            asks="Language at home",
            kind=Kind.TEXT,
            required=False,
            may_be_not_known=True,
        ),
        Question(
            key="interpreter", asks="Is an interpreter needed?", kind=Kind.YES_NO, required=False
        ),
        Question(
            key="disability_codes",
            asks="Does the child have a disability?",
            hint="Choose all that are so",
            kind=Kind.CHOICES,
            holds="health",
            required=False,
            may_be_not_known=True,
            options=tuple(
                Option(key=each.key.lower(), label=each.label, alone=each.key == "NONE")
                for each in DISABILITY
            ),
        ),
        Question(
            key="disability",
            asks="More about the disability, or any additional need",
            kind=Kind.TEXT,
            holds="health",
            required=False,
        ),
        Question(
            key="ethnicity",
            asks="Ethnicity",
            kind=Kind.CHOICE,
            required=False,
            options=tuple(Option(key=code.key.lower(), label=code.label) for code in ETHNICITY),
        ),
        Question(
            key="religion",
            asks="Religion",
            kind=Kind.CHOICE,
            required=False,
            may_be_not_known=True,
            options=RELIGIONS,
        ),
    ),
)

where_each = Section(
    key="where_each",
    title="Home, school and doctor",
    holds="contact",
    intro="Leave out what you do not know.",
    continues="children",
    same=("home_address", "home_postcode", "doctor"),
    questions=(
        Question(
            key="home_address",
            asks="Home address",
            kind=Kind.TEXT,
            required=False,
            may_be_not_known=True,
        ),
        Question(key="home_postcode", asks="Postcode", kind=Kind.POSTCODE, required=False),
        Question(
            key="school",
            asks="School or nursery",
            hint="Write a part of the name, or the postcode",
            kind=Kind.TEXT,
            offers="school",
            required=False,
            may_be_not_known=True,
        ),
        Question(
            key="doctor",
            asks="Doctor's surgery",
            hint="Write a part of the name, or the postcode",
            kind=Kind.TEXT,
            offers="surgery",
            required=False,
            may_be_not_known=True,
        ),
        Question(
            key="nhs_number",
            asks="NHS number",
            hint="10 digits, like 943 476 5919",
            kind=Kind.NHS_NUMBER,
            holds="identity",
            required=False,
        ),
        Question(
            key="pupil_number",
            asks="Unique pupil number",
            hint="A letter and 12 digits, like H801200001001",
            kind=Kind.UPN,
            holds="identity",
            required=False,
        ),
    ),
)
