"""Changing the priority of a MASH enquiry: a manager, with a reason (R6.1).

Raised and lowered are two steps, because raising begins the time again and lowering never does.
"""

from goldenthread.content.front_door.mash_priority import AMBER, GREEN, LOCAL, MANAGING, RED
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import Rule, Step

PRIORITY = answer("mash_priority")


def _form(key: str, title: str, options: tuple[Option, ...]) -> Instrument:
    to = Question(
        key="mash_priority",
        asks="What is its priority now?",
        kind=Kind.CHOICE,
        holds="admin",
        options=options,
        column="mash_priority",
    )
    why = Question(key="mash_priority_why", asks="What has changed?", kind=Kind.LONG_TEXT)
    section = Section(key="priority", title="Priority", holds="narrative", questions=(to, why))
    return Instrument(key=key, version=1, title=title, law=LOCAL, sections=(section,))


def _refuse(to: str, was: tuple[str, ...], says: str) -> Rule:
    return Rule(
        refuses_if=PRIORITY.equals(to),
        before=PRIORITY.one_of(*was),
        says=says,
        field="mash_priority",
        law=LOCAL,
    )


mash_raising_form = _form("mash-raising-form", "Raise the priority", (RED, AMBER))
mash_lowering_form = _form("mash-lowering-form", "Lower the priority", (AMBER, GREEN))

HIGHER = "Choose a higher priority than it has, or lower it instead"
LOWER = "Choose a lower priority than it has, or raise it instead"

mash_priority_raised = Step(
    key="mash-priority-raised",
    title="Priority of the enquiry raised",
    state="",
    on="contact",
    by=MANAGING,
    asks=mash_raising_form,
    follows=("mash-opened",),
    repeatable=True,
    rules=(_refuse("red", ("red",), HIGHER), _refuse("amber", ("red", "amber"), HIGHER)),
    law=LOCAL,
)

mash_priority_lowered = Step(
    key="mash-priority-lowered",
    title="Priority of the enquiry lowered",
    state="",
    on="contact",
    by=MANAGING,
    asks=mash_lowering_form,
    follows=("mash-opened",),
    repeatable=True,
    rules=(_refuse("green", ("green",), LOWER), _refuse("amber", ("amber", "green"), LOWER)),
    law=LOCAL,
)
