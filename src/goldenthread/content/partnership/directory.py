"""What the directory keeps of each place, team and practitioner, and how each code is written.

Codes: Get Information About Schools (URN), NHS Organisation Data Service (practice code), Ofsted
(unique reference of a children's home).
"""

import re
from dataclasses import replace

from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

# What each kind of setting is called, how its code is written, and one that is right.
KINDS = {
    "school": ("School or nursery", re.compile(r"[0-9]{6}"), "a URN of 6 digits, like 107440"),
    "surgery": ("Doctor's surgery", re.compile(r"[A-Z][0-9]{5}"), "a code like B83026"),
    "home": ("Children's home", re.compile(r"SC[0-9]{6}"), "a number like SC012345"),
}
OPENED = Question(
    key="opened_on", asks="Since when?", hint="Leave it empty if nobody knows", kind=Kind.DATE,
    required=False,
)  # fmt: skip
CLOSED = Question(
    key="closed_on", asks="Until when?", hint="The last day, once it has closed", kind=Kind.DATE,
    required=False,
)  # fmt: skip
NAME = Question(key="name", asks="Name", kind=Kind.TEXT)

setting = Section(
    key="setting",
    title="A school, surgery or home",
    questions=(
        Question(
            key="kind",
            asks="What is it?",
            kind=Kind.CHOICE,
            options=tuple(Option(key=key, label=title) for key, (title, *_) in KINDS.items()),
        ),
        NAME,
        Question(
            key="code",
            asks="Its code",
            hint="A school's URN, a surgery's practice code, a home's Ofsted number",
            kind=Kind.TEXT,
            max_length=12,
            required=False,
        ),
        Question(key="postcode", asks="Postcode", kind=Kind.POSTCODE, required=False),
        OPENED,
        CLOSED,
    ),
)
AGENCY = Question(
    key="agency", asks="Agency", hint="Write a part of its name", kind=Kind.TEXT, offers="agency"
)
team = Section(key="team", title="A team", questions=(AGENCY, NAME, OPENED, CLOSED))
practitioner = Section(
    key="practitioner",
    title="A practitioner",
    questions=(
        Question(key="full_name", asks="Name", kind=Kind.TEXT),
        Question(key="job_title", asks="What they are", kind=Kind.TEXT, required=False),
        AGENCY,
        Question(key="team", asks="Team", kind=Kind.TEXT, offers="team", required=False),
        Question(
            key="setting", asks="School, surgery or home", kind=Kind.TEXT, offers="any",
            required=False,
        ),
        Question(key="phone", asks="Telephone number", kind=Kind.PHONE, required=False),
        Question(key="email", asks="Email address", kind=Kind.EMAIL, required=False),
        replace(OPENED, key="valid_from"),
        replace(CLOSED, key="valid_to", hint="The last day, once they have left"),
    ),
)  # fmt: skip
sections = {each.key: each for each in (setting, team, practitioner)}


def code(kind: str, text: str) -> str:
    """Return a setting's code in capitals; raises ValueError saying how it is written."""
    written = re.sub(r"\s", "", text).upper()
    title, pattern, like = KINDS[kind]
    if written and not (written.isascii() and pattern.fullmatch(written)):
        raise ValueError(f"A {title.lower()} has {like}")
    return written
