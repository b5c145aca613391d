"""A telephone call written down: who rings, about which children, and what they say.

The public may stay without a name; a professional may not (R1.7).
"""

from dataclasses import replace

from goldenthread.content.cin_codes import REFERRAL_SOURCE
from goldenthread.content.front_door.need import need
from goldenthread.content.front_door.urgent_form import WHAT, children_named, only
from goldenthread.content.front_door.worry import wider_picture, worry
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import Condition, answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

PUBLIC_SOURCES = ("1a", "1b", "1c", "1d", "9")
PROFESSIONAL: Condition = answer("caller_kind").equals("professional")

caller = Section(
    key="caller",
    title="Who is ringing",
    holds="source-identity",
    questions=(
        Question(
            key="caller_kind",
            asks="Who is ringing?",
            kind=Kind.CHOICE,
            options=(
                Option(key="professional", label="Somebody at work: a professional"),
                Option(key="public", label="A member of the public, or the family"),
            ),
        ),
        Question(
            key="caller_name",
            asks="The caller's name",
            hint="A member of the public may ring without giving one",
            kind=Kind.TEXT,
            required=PROFESSIONAL,
        ),
        Question(
            key="caller_works",
            asks="Where they work, and as what",
            kind=Kind.TEXT,
            only_if=PROFESSIONAL,
        ),
        Question(
            key="caller_number",
            asks="A number to ring them back on",
            kind=Kind.PHONE,
            required=PROFESSIONAL,
        ),
        Question(
            key="caller_email",
            asks="Their work e-mail address",
            hint="An acknowledgement is sent to it, with no word of what was said",
            kind=Kind.EMAIL,
            required=False,
            only_if=PROFESSIONAL,
        ),
        Question(
            key="caller_source",
            asks="Where does the call come from, for the census?",
            kind=Kind.CHOICE,
            options=tuple(
                Option(key=code.key.lower(), label=code.label) for code in REFERRAL_SOURCE
            ),
        ),
    ),
)

SAID = (
    children_named,
    replace(
        worry,
        title="What the caller says",
        questions=(
            *only(worry, *WHAT),
            *only(wider_picture, "working_well", "needs_to_happen"),
        ),
    ),
    replace(need, questions=only(need, "level_of_need")),
)

# Before a caller could be written to.
UNWRITTEN = tuple(each for each in caller.questions if each.key != "caller_email")

telephone_form = Instrument(
    key="telephone-form",
    version=2,
    title="Write down a call",
    sections=(caller, *SAID),
    law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
    earlier=(
        Instrument(
            key="telephone-form",
            version=1,
            title="Write down a call",
            sections=(replace(caller, questions=UNWRITTEN), *SAID),
            law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
        ),
    ),
)
