"""Before sending: what whoever visits should know, who was rung, and that it is true.

The declaration is an answer: who gave it and when are the submission's own.
"""

from goldenthread.content.front_door.least_asked import LEAST
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

before_sending = Section(
    key="before_sending",
    title="Before you send it",
    holds="narrative",
    questions=(
        Question(
            key="risk_to_visitors",
            asks="Is there any risk to somebody who visits?",
            kind=Kind.CHOICE,
            holds="narrative",
            required=False,
            options=(
                Option(key="yes", label="Yes"),
                Option(key="no", label="None that I know of"),
                Option(key="not-known", label="I do not know the home"),
            ),
        ),
        Question(
            key="staff_risks",
            asks="What is the risk?",
            hint="People, dogs, weapons, the building",
            kind=Kind.LONG_TEXT,
            only_if=answer("risk_to_visitors").equals("yes"),
            required=~LEAST,
            law=Citation(source="Health and Safety at Work etc. Act 1974", place="section 2"),
        ),
        Question(
            key="rang_first",
            asks="Did you ring the front door before writing this?",
            kind=Kind.YES_NO,
            holds="admin",
            required=False,
        ),
        Question(
            key="spoke_to",
            asks="Whom did you speak to, and when?",
            kind=Kind.TEXT,
            holds="admin",
            required=False,
            may_be_not_known=True,
            only_if=answer("rang_first").equals("yes"),
        ),
        Question(
            key="declaration",
            asks="Your declaration",
            kind=Kind.CHOICES,
            holds="admin",
            required=~LEAST,
            called="that it is true as far as you know",
            options=(Option(key="true", label="This is true as far as I know"),),
        ),
    ),
)
