"""What is asked to propose an action, and at each move of it."""

from goldenthread.language.condition import answer
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question, Within

DUE = Within(years=0, days=1100, says="The day must be today or later, and within three years")


def _words(key: str, asks: str, *, hint: str = "", required: bool = True) -> Question:
    return Question(key=key, asks=asks, hint=hint, kind=Kind.LONG_TEXT, required=required)


def _asked(key: str, title: str, *questions: Question) -> Section:
    return Section(key=key, title=title, holds="narrative", questions=questions)


proposing = _asked(
    "proposing",
    "Add an action",
    _words("what", "What must be done?", hint="One thing, so that anybody can see whether it is"),
    _words("why", "Why: what did you see, and what should be different after it?"),
    Question(
        key="owner_agency",
        asks="Which agency does it?",
        kind=Kind.TEXT,
        hint="Its name in the directory",
        called="the name of the agency that does it",
    ),
    Question(
        key="owner_name",
        asks="Who there?",
        hint="Their name as they sign in with. Leave it empty if the agency is to say",
        kind=Kind.TEXT,
        required=False,
    ),
    Question(
        key="due_on",
        asks="By when?",
        hint="For example, 27 5 2020",
        kind=Kind.DATE,
        within=DUE,
        called="the day it is due",
    ),
    _words(
        "measure",
        "Which question will show whether it made a difference?",
        hint="The same question is asked again when it is done",
        required=False,
    ),
    Question(
        key="measure_before",
        asks="What is the answer today?",
        kind=Kind.LONG_TEXT,
        only_if=answer("measure").given(),
    ),
)

accepting = _asked("accepting", "Accept it", _words("words", "Anything to say?", required=False))
rejecting = _asked("rejecting", "Reject it", _words("words", "Why will it not be done?"))
starting = _asked("starting", "It has begun", _words("words", "What was done first?"))
evidence = _asked(
    "evidence",
    "Evidence",
    _words("words", "What shows that it is done?", hint="Where it can be seen, and since when"),
)
verifying = _asked("verifying", "Verify it", _words("words", "What did you look at yourself?"))
embedding = _asked(
    "embedding", "It has lasted", _words("words", "How do you know that the change has lasted?")
)
reopening = _asked("reopening", "Reopen it", _words("words", "What is still to be done, and why?"))
moving = _asked(
    "moving",
    "Move the day it is due",
    Question(
        key="due_on",
        asks="The new day",
        hint="For example, 27 5 2020",
        kind=Kind.DATE,
        within=DUE,
    ),
    _words("words", "Why must it move?"),
)
risk = _asked(
    "risk",
    "Is it at risk?",
    Question(key="at_risk", asks="Is it at risk of not being done in time?", kind=Kind.YES_NO),
    _words("words", "What stands in the way, or what has changed?"),
)
impact = _asked(
    "impact",
    "What has changed",
    _words("words", "What is the answer now to the question asked at the beginning?"),
)
