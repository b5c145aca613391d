"""Since when something is so: what is asked of each thing said of somebody, and how it ended."""

from goldenthread.content.front_door import birth
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question

SINCE = Question(
    key="valid_from",
    asks="Since when?",
    hint="Leave it empty if nobody knows. For example, 27 3 2012",
    kind=Kind.DATE,
    within=birth.ANYBODY,
    required=False,
    called="the day it began",
)

ended = Section(
    key="ended",
    title="No longer so",
    questions=(
        Question(
            key="ended_on",
            asks="Until when was it so?",
            hint="The last day. For example, 2 3 2020",
            kind=Kind.DATE,
            within=birth.ANYBODY,
            called="the last day",
        ),
        Question(
            key="why_ended",
            asks="What changed, and how do you know?",
            kind=Kind.TEXT,
            max_length=500,
            called="what changed",
        ),
    ),
)
