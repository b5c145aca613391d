"""What is asked about where somebody goes, who works with them, and their birth and death."""

from dataclasses import replace

from goldenthread.content.front_door import birth, ties
from goldenthread.content.front_door.since import SINCE
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question

goes = Section(
    key="goes",
    title="School, nursery, surgery or home",
    questions=(
        Question(
            key="kind",
            asks="What is it?",
            kind=Kind.CHOICE,
            options=tuple(Option(key=key, label=label) for key, label in ties.GOES_TO.items()),
        ),
        Question(
            key="name",
            asks="Its name",
            hint="Write a part of the name, or the postcode",
            kind=Kind.TEXT,
            offers="any",
        ),
        SINCE,
    ),
)

involved = Section(
    key="involved",
    title="Somebody who works with them",
    questions=(
        Question(
            key="practitioner",
            asks="Who?",
            hint="Write a part of the name. Whoever keeps the directory adds others",
            kind=Kind.TEXT,
            offers="practitioner",
        ),
        Question(
            key="does_what",
            asks="What do they do for them?",
            hint="For example, health visitor, lead practitioner",
            kind=Kind.TEXT,
            max_length=100,
        ),
        SINCE,
    ),
)

born = Section(
    key="birth",
    title="The baby is born",
    questions=(
        Question(
            key="date_of_birth",
            asks="Date of birth",
            hint="For example, 27 3 2020",
            kind=Kind.DATE,
            within=replace(birth.CHILD, years=1),
        ),
        Question(
            key="sex",
            asks="Sex",
            kind=Kind.CHOICE,
            options=(
                Option(key="F", label="Female"),
                Option(key="M", label="Male"),
                Option(key="U", label="Not known"),
            ),
        ),
    ),
)

died = Section(
    key="death",
    title="Somebody has died",
    questions=(
        Question(
            key="died_on",
            asks="When did they die?",
            hint="For example, 27 3 2020",
            kind=Kind.DATE,
            within=birth.ANYBODY,
            called="the day they died",
        ),
    ),
)

together = Section(
    key="household",
    title="Who they live with",
    questions=(
        Question(
            key="other",
            asks="Who do they live with?",
            hint="Somebody who matters to them. Add them first if they are not here",
            kind=Kind.CHOICE,
            options=(Option(key="nobody", label="Nobody here"),),
        ),
        SINCE,
    ),
)
