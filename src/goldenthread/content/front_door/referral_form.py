"""The referral form: what a professional tells the front door, for one or several siblings.

Short on purpose: what the front door needs to decide the next step. Nobody is asked for what the
account already says (name, role, agency).
"""

from goldenthread.content.front_door.level_of_need import LEVELS, NOT_SURE
from goldenthread.content.front_door.referred_children import children
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

INFORMATION_SHARING = Citation(
    source="Information sharing advice for practitioners 2024", place="golden rule 3"
)

worry = Section(
    key="worry",
    title="Your worry",
    questions=(
        Question(
            key="in_danger_now",
            asks="Is any of these children in danger right now?",
            hint="If so, ring 999 first. Sending this form is not enough",
            kind=Kind.YES_NO,
            column="in_danger_now",
        ),
        Question(
            key="worried_about",
            asks="What are you worried about?",
            hint="What happened, when, and who saw or said it",
            kind=Kind.LONG_TEXT,
        ),
        Question(
            key="working_well",
            asks="What is working well for the family?",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
        Question(
            key="needs_to_happen",
            asks="What do you think needs to happen?",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
    ),
)

family = Section(
    key="family",
    title="The family",
    questions=(
        Question(
            key="told_family",
            asks="Have you told the family you are sending this?",
            hint="You do not need their consent to send it",
            kind=Kind.YES_NO,
            column="told_family",
            law=INFORMATION_SHARING,
        ),
        Question(
            key="family_view",
            asks="What did they say?",
            kind=Kind.LONG_TEXT,
            required=False,
            only_if=answer("told_family").equals("yes"),
        ),
        Question(
            key="why_not_told",
            asks="Why have you not told them?",
            kind=Kind.CHOICE,
            only_if=answer("told_family").equals("no"),
            column="why_not_told",
            options=(
                Option(key="would-increase-risk", label="It could put a child at more risk"),
                Option(key="would-prejudice-police", label="It could harm a police enquiry"),
                Option(key="emergency", label="There was no time: this is an emergency"),
                Option(key="cannot-be-reached", label="I could not reach them"),
                Option(key="not-yet", label="Not yet: I will tell them"),
            ),
        ),
    ),
)

need = Section(
    key="need",
    title="Level of need",
    questions=(
        Question(
            key="level_of_need",
            asks="What level of need do you think this is?",
            kind=Kind.CHOICE,
            options=(*LEVELS, NOT_SURE),
            column="referrer_level",
        ),
        Question(
            key="level_evidence",
            asks="What makes you think so?",
            kind=Kind.LONG_TEXT,
            required=answer("level_of_need").one_of("3", "4"),
        ),
        Question(
            key="reach_me",
            asks="What telephone number can we reach you on today?",
            kind=Kind.PHONE,
        ),
    ),
)

referral_form = Instrument(
    key="referral-form",
    version=1,
    title="Tell us about a worry",
    sections=(children, worry, family, need),
    law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
)
