"""Joint triage: the police view, the social work view, and the decision that needs both (R5.1)."""

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.content.front_door.domestic_abuse_outcome import OUTCOMES
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question


def _view(*, whose: str, title: str) -> Instrument:
    return Instrument(
        key=f"domestic-abuse-{whose.replace('_', '-')}-view",
        version=1,
        title=title,
        law=PROCEDURE,
        sections=(
            Section(
                key="view",
                title=title,
                holds="narrative",
                questions=(
                    Question(
                        key=f"{whose}_outcome",
                        asks="What do you think should happen?",
                        kind=Kind.CHOICE,
                        options=OUTCOMES,
                    ),
                    Question(key=f"{whose}_reason", asks="Why?", kind=Kind.LONG_TEXT),
                ),
            ),
        ),
    )


police_view = _view(whose="police", title="Give the police view")
social_work_view = _view(whose="social_work", title="Give the social work view")

joint_decision = Instrument(
    key="domestic-abuse-decision",
    version=1,
    title="Record the joint decision",
    law=PROCEDURE,
    sections=(
        Section(
            key="joint",
            title="The joint decision",
            holds="narrative",
            questions=(
                Question(
                    key="triage_outcome",
                    asks="What have the two of you decided?",
                    kind=Kind.CHOICE,
                    holds="legal",
                    options=OUTCOMES,
                    column="triage_outcome",
                ),
                Question(
                    key="both_agree",
                    asks="Do you both agree?",
                    kind=Kind.YES_NO,
                    holds="legal",
                    column="both_agree",
                ),
                Question(
                    key="marac",
                    asks="Is the victim referred to MARAC?",
                    kind=Kind.YES_NO,
                    holds="legal",
                    column="marac",
                ),
                Question(
                    key="triage_reason",
                    asks="Why is this right for the child?",
                    kind=Kind.LONG_TEXT,
                    required=~answer("both_agree").equals("yes"),
                ),
            ),
        ),
    ),
)
