"""The worry itself, and the wider picture around it, in the order of Signs of Safety.

DOMAIN section 2: what are we worried about, danger and complicating factors, what is working well,
what needs to happen, and when things happened.
"""

from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question, Within

HAPPENED = Within(
    years=25,
    days=0,
    says="Check the date: it must be today or a day that has been",
)

worry = Section(
    key="worry",
    title="Your worry",
    holds="narrative",
    questions=(
        Question(
            key="in_danger_now",
            asks="Is any of these children in danger right now?",
            hint="If so, ring 999 first. Sending this form is not enough",
            kind=Kind.YES_NO,
            holds="legal",
            column="in_danger_now",
        ),
        Question(
            key="worried_about",
            asks="What are you worried about?",
            hint="What happened, when, and who saw or said it",
            kind=Kind.LONG_TEXT,
        ),
        Question(
            key="incident_on",
            asks="When did the latest thing happen?",
            hint="For example, 27 3 2020",
            kind=Kind.DATE,
            holds="admin",
            within=HAPPENED,
            required=False,
            may_be_not_known=True,
        ),
        Question(
            key="incident_dates",
            asks="When did it happen before?",
            hint="Other dates of what you saw or heard, or since when",
            kind=Kind.TEXT,
            holds="admin",
            required=False,
        ),
        Question(
            key="reach_me",
            asks="What telephone number can we reach you on today?",
            kind=Kind.PHONE,
            holds="source-identity",
        ),
    ),
)

wider_picture = Section(
    key="wider_picture",
    title="The wider picture",
    holds="narrative",
    intro="Leave out what you do not know.",
    questions=(
        Question(
            key="danger_statement",
            asks="What could happen to the children if nothing changes?",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
        Question(
            key="complicating_factors",
            asks="What makes it harder for this family?",
            hint="Money, housing, health, violence, drink or drugs, being cut off from others",
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
