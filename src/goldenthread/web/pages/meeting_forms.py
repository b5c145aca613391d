"""What the pages about meetings ask besides what content declares: when, where, who and why."""

from collections.abc import Iterable
from uuid import UUID

from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

PLACE = Question(key="place", asks="Where is it?", kind=Kind.TEXT, hint="A room, or a link")
TITLE = Question(key="title", asks="What is it called?", kind=Kind.TEXT)
WHY = Question(key="why", asks="Why?", kind=Kind.LONG_TEXT, max_length=2000)
TAKEN_UP_ON = Question(
    key="taken_up_on", asks="When is it taken up again?", kind=Kind.DATE, required=False
)


def _when(day: str, at: str, asks: str) -> tuple[Question, Question]:
    return (
        Question(key=day, asks=asks, kind=Kind.DATE),
        Question(key=at, asks="At what time?", kind=Kind.TEXT, hint="Like 14:30", max_length=10),
    )


def calling(
    *, children: Iterable[tuple[UUID, str]], chairs: Iterable[tuple[UUID, str]], named: bool
) -> Section:
    """Return what is asked to call a meeting: about whom, when, where and who chairs."""
    about = _options(children)
    asked = Question(
        key="about",
        asks="Which children is it about?",
        hint="Each has a record of their own. Whoever is asked about one sees nothing of another",
        kind=Kind.CHOICES,
        options=about or (Option(key="none", label="None"),),
    )
    return Section(
        key="calling",
        title="Call a meeting",
        questions=(
            *((asked,) if about else ()),
            *((TITLE,) if named else ()),
            *_when("planned", "planned_time", "On which day?"),
            PLACE,
            Question(
                key="chair",
                asks="Who chairs it?",
                kind=Kind.CHOICE,
                options=_options(chairs) or (Option(key="nobody", label="Nobody may yet"),),
            ),
        ),
    )


HELD = Section(
    key="held",
    title="Record who came",
    questions=_when("held", "held_time", "On which day was it held?"),
)
SHORT = Section(
    key="short",
    title="If too few came to decide",
    questions=(
        Question(
            key="why",
            asks="Why was it held without them?",
            hint="It is recorded as incomplete, and counted. What was decided is recorded all the "
            "same: nothing that keeps a child safe waits",
            kind=Kind.LONG_TEXT,
            required=False,
            max_length=2000,
        ),
        TAKEN_UP_ON,
    ),
)
CALLED_OFF = Section(key="off", title="Call it off", questions=(WHY,))
PUT_OFF = Section(key="put_off", title="Put it off", questions=(WHY, TAKEN_UP_ON))


def _options(some: Iterable[tuple[UUID, str]]) -> tuple[Option, ...]:
    return tuple(Option(key=str(each), label=label) for each, label in some)
