"""The referral form: what a professional tells the front door, for one or several siblings.

What the front door needs to decide the next step comes first; what helps may be left out. Nobody
is asked for what the account already says (name, role, agency).
"""

from dataclasses import replace

from goldenthread.content.front_door.child_details import DETAILS
from goldenthread.content.front_door.family_told import family
from goldenthread.content.front_door.help_so_far import help_so_far
from goldenthread.content.front_door.household import household
from goldenthread.content.front_door.level_of_need import LEVELS, NOT_SURE
from goldenthread.content.front_door.referred_children import children
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question

children_in_full = replace(children, questions=(*children.questions, *DETAILS))

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
            key="incident_dates",
            asks="When did it happen?",
            hint="The dates of what you saw or heard, or since when",
            kind=Kind.TEXT,
            required=False,
        ),
        Question(
            key="complicating_factors",
            asks="What makes it harder for this family?",
            kind=Kind.LONG_TEXT,
            required=False,
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
    version=2,
    title="Tell us about a worry",
    sections=(children_in_full, worry, family, household, help_so_far, need),
    law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
)
