"""What is asked when a disagreement is raised, passed up a stage, and settled."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

LOCAL = Citation(source="Local convention", place="professional disagreement", status="LOCAL")

THEMES = (
    Option(key="threshold", label="The level of need or the threshold"),
    Option(key="delay", label="It is taking too long"),
    Option(key="information", label="Information was not shared, or too much was"),
    Option(key="plan", label="The plan for the child"),
    Option(key="voice", label="The child or family was not heard"),
    Option(key="other", label="Something else"),
)


def form(key: str, title: str, *questions: Question) -> Instrument:
    """Return a form of one section."""
    section = Section(key="disagreement", title=title, holds="narrative", questions=questions)
    return Instrument(key=key, version=1, title=title, law=LOCAL, sections=(section,))


disagreement_form = form(
    "disagreement-form",
    "Say that you disagree",
    Question(
        key="child_safe_meanwhile",
        asks="Is the child safe while this is settled?",
        hint="If not, ring the front door now: a disagreement is never a reason to wait",
        kind=Kind.YES_NO,
        holds="legal",
    ),
    Question(
        key="theme",
        asks="What is it about?",
        kind=Kind.CHOICE,
        holds="admin",
        options=THEMES,
        column="theme",
    ),
    Question(key="issue", asks="What do you disagree with, and why?", kind=Kind.LONG_TEXT),
    Question(key="wanted", asks="What do you think should happen?", kind=Kind.LONG_TEXT),
)


def escalation(number: int) -> Instrument:
    """Return the form that passes a disagreement on to this stage."""
    return form(
        f"disagreement-stage-{number}-form",
        f"Pass it to stage {number}",
        Question(
            key=f"why_stage_{number}",
            asks="What was tried, and why is it not settled?",
            kind=Kind.LONG_TEXT,
        ),
    )


disagreement_stage_2_form = escalation(2)
disagreement_stage_3_form = escalation(3)
disagreement_stage_4_form = escalation(4)
disagreement_stage_5_form = escalation(5)

disagreement_settled_form = form(
    "disagreement-settled-form",
    "Record how it was settled",
    Question(
        key="settled",
        asks="How was it settled?",
        kind=Kind.CHOICE,
        holds="admin",
        column="settled",
        options=(
            Option(key="changed", label="The decision was changed"),
            Option(key="stands", label="The decision stands, and both agree why"),
            Option(key="middle", label="Something else was agreed"),
            Option(key="withdrawn", label="It was withdrawn"),
        ),
    ),
    Question(
        key="settled_theme",
        asks="What was it about?",
        kind=Kind.CHOICE,
        holds="admin",
        options=THEMES,
        column="settled_theme",
    ),
    Question(key="settled_why", asks="What was agreed, and why?", kind=Kind.LONG_TEXT),
    Question(
        key="settled_learning",
        asks="What should others learn from it?",
        kind=Kind.LONG_TEXT,
        required=False,
    ),
)
