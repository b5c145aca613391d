"""What the family was told, what they said, and whether they agree to help (R2.2, R4.1 to R4.3)."""

from goldenthread.content.front_door.least_asked import LEAST
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

INFORMATION_SHARING = Citation(
    source="Information sharing advice for practitioners 2024", place="golden rule 3"
)

family = Section(
    key="family",
    title="The family",
    holds="narrative",
    questions=(
        Question(
            key="told_family",
            asks="Have you told the family you are sending this?",
            hint="You do not need their consent to send it",
            kind=Kind.YES_NO,
            holds="legal",
            required=~LEAST,
            column="told_family",
            law=INFORMATION_SHARING,
        ),
        Question(
            key="family_view",
            asks="What do the parents say about it?",
            hint="What they said to you, now or before; leave it empty if you do not know",
            kind=Kind.LONG_TEXT,
            required=False,
        ),
        Question(
            key="agreed_to_help",
            asks="Do they agree to being offered help?",
            hint="A refusal is written down and weighed. It never delays this form",
            kind=Kind.CHOICE,
            holds="legal",
            required=False,
            only_if=answer("told_family").equals("yes"),
            law=INFORMATION_SHARING,
            options=(
                Option(key="agreed", label="Yes"),
                Option(key="refused", label="No, they refused"),
                Option(key="not-asked", label="I have not asked"),
            ),
        ),
        Question(
            key="refusal_weighed",
            asks="Why did they refuse, and what do you make of it?",
            kind=Kind.LONG_TEXT,
            required=False,
            only_if=answer("agreed_to_help").equals("refused"),
            law=INFORMATION_SHARING,
        ),
        Question(
            key="why_not_told",
            asks="Why have you not told them?",
            kind=Kind.CHOICE,
            holds="legal",
            required=~LEAST,
            only_if=answer("told_family").equals("no"),
            column="why_not_told",
            options=(
                Option(
                    key="risk-of-harm",
                    label="A child is suffering significant harm, or is likely to",
                ),
                Option(key="would-increase-risk", label="It could put a child at more risk"),
                Option(key="would-prejudice-police", label="It could harm a police enquiry"),
                Option(key="emergency", label="There was no time: this is an emergency"),
                Option(key="cannot-be-reached", label="I could not reach them"),
                Option(key="not-yet", label="Not yet: I will tell them"),
            ),
        ),
    ),
)
