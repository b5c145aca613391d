"""What else is known of a child: asked only where the sender knows, never a reason to wait.

Fields of DOMAIN section 2, sections 1 and 2 of the form. All may be left out (R2.1, R2.4).
"""

from goldenthread.content.cin_codes import ETHNICITY
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Option, Question

DETAILS = (
    Question(
        key="expected_on",
        asks="If the baby is not born yet, when is it due?",
        hint="Say that the date of birth is not known, and give the expected date here",
        kind=Kind.DATE,
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
    Question(key="nhs_number", asks="NHS number", kind=Kind.TEXT, required=False, max_length=20),
    Question(
        key="pupil_number",
        asks="Unique pupil number",
        kind=Kind.TEXT,
        required=False,
        max_length=20,
    ),
    Question(key="school", asks="School or nursery", kind=Kind.TEXT, required=False),
    Question(key="doctor", asks="Doctor's surgery", kind=Kind.TEXT, required=False),
    Question(key="home_address", asks="Home address", kind=Kind.TEXT, required=False),
    Question(
        key="parental_responsibility",
        asks="Who has parental responsibility?",
        kind=Kind.TEXT,
        required=False,
    ),
)
