"""The night: what the day leaves with the emergency duty team, and what they hand back."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.step import By, Step

LOCAL = Citation(source="Local convention", place="hand-over to the night team", status="LOCAL")


def _form(key: str, title: str, *questions: Question) -> Instrument:
    section = Section(key="night", title="Tonight", holds="narrative", questions=questions)
    return Instrument(key=key, version=1, title=title, law=LOCAL, sections=(section,))


night_form = _form(
    "night-form",
    "Hand over to the night team",
    Question(
        key="watch_for",
        asks="What must the night team watch for?",
        kind=Kind.LONG_TEXT,
    ),
    Question(
        key="do_if",
        asks="What should they do, and if what happens?",
        hint="Say who may be rung, and who must not be",
        kind=Kind.LONG_TEXT,
    ),
)

morning_form = _form(
    "morning-form",
    "Hand back to the day team",
    Question(key="night_happened", asks="What happened in the night?", kind=Kind.LONG_TEXT),
    Question(
        key="night_left",
        asks="What is left for the day team?",
        kind=Kind.LONG_TEXT,
        required=False,
    ),
)

night_handed_over = Step(
    key="night-handed-over",
    title="Handed to the night team",
    state="",
    on="contact",
    by=(By(role="front-door-screener"), By(role="front-door-manager")),
    asks=night_form,
    follows=("contact-received",),
    repeatable=True,
    law=LOCAL,
)

night_handed_back = Step(
    key="night-handed-back",
    title="Handed back by the night team",
    state="",
    on="contact",
    by=(By(role="emergency-duty-worker"),),
    asks=morning_form,
    follows=("night-handed-over", "contact-received"),
    repeatable=True,
    law=LOCAL,
)
