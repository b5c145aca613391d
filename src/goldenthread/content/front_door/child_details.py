"""What else is known of a child: asked only where the sender knows, never a reason to wait.

Fields of DOMAIN section 2, sections 1 and 2 of the form. All may be left out (R2.1, R2.4).
"""

from goldenthread.content.cin_codes import ETHNICITY
from goldenthread.content.front_door import birth
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

DETAILS = (
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
        key="ethnicity",
        asks="Ethnicity",
        kind=Kind.CHOICE,
        required=False,
        options=tuple(Option(key=code.key.lower(), label=code.label) for code in ETHNICITY),
    ),
    Question(key="home_language", asks="Language at home", kind=Kind.TEXT, required=False),
    Question(key="interpreter", asks="Is an interpreter needed?", kind=Kind.YES_NO, required=False),
    Question(
        key="disability",
        asks="Any disability or additional need",
        kind=Kind.TEXT,
        required=False,
    ),
    Question(
        key="nhs_number",
        asks="NHS number",
        hint="10 digits, like 943 476 5919",
        kind=Kind.NHS_NUMBER,
        required=False,
    ),
    Question(
        key="pupil_number",
        asks="Unique pupil number",
        hint="A letter and 12 digits, like H801200001001",
        kind=Kind.UPN,
        required=False,
    ),
    Question(
        key="school",
        asks="School or nursery",
        hint="Choose from those offered, or write the name",
        kind=Kind.TEXT,
        offers="school",
        required=False,
    ),
    Question(
        key="doctor",
        asks="Doctor's surgery",
        hint="Choose from those offered, or write the name",
        kind=Kind.TEXT,
        offers="surgery",
        required=False,
    ),
    Question(key="home_address", asks="Home address", kind=Kind.TEXT, required=False),
    Question(
        key="parental_responsibility",
        asks="Who has parental responsibility?",
        kind=Kind.TEXT,
        required=False,
    ),
)
