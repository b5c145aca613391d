"""Questions that several forms ask alike: a day, yes or no, and why something is late."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import Condition
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question, Within

# Entered late rather than not at all; before that it is a slip of the keyboard.
PAST = Within(
    years=5, days=0, says="The day must be in the past five years and not later than today"
)
COMING = Within(years=0, days=92, says="The day must be today or in the next three months")


def day(
    key: str,
    asks: str,
    *,
    column: str | None = None,
    required: bool | Condition = True,
    only_if: Condition | None = None,
    hint: str = "For example, 5 3 2020",
) -> Question:
    """Return a question for a day that has been."""
    return Question(
        key=key,
        asks=asks,
        kind=Kind.DATE,
        holds="admin",
        hint=hint,
        within=PAST,
        column=column,
        required=required,
        only_if=only_if,
    )


def coming(key: str, asks: str, *, only_if: Condition | None = None) -> Question:
    """Return a question for a day that is to come."""
    return Question(
        key=key,
        asks=asks,
        kind=Kind.DATE,
        holds="admin",
        hint="For example, 5 3 2020",
        within=COMING,
        only_if=only_if,
    )


def yes_no(
    key: str,
    asks: str,
    *,
    column: str | None = None,
    holds: str = "admin",
    only_if: Condition | None = None,
) -> Question:
    """Return a question that is answered yes or no."""
    return Question(
        key=key, asks=asks, kind=Kind.YES_NO, holds=holds, column=column, only_if=only_if
    )


def words(
    key: str,
    asks: str,
    *,
    hint: str = "",
    required: bool | Condition = True,
    only_if: Condition | None = None,
    holds: str = "",
) -> Question:
    """Return a question that is answered in words."""
    return Question(
        key=key,
        asks=asks,
        kind=Kind.LONG_TEXT,
        hint=hint,
        required=required,
        only_if=only_if,
        holds=holds,
    )


def choice(
    key: str,
    asks: str,
    options: tuple[Option, ...],
    *,
    column: str | None = None,
    holds: str = "admin",
    only_if: Condition | None = None,
    hint: str = "",
) -> Question:
    """Return a question that offers one of several answers."""
    return Question(
        key=key,
        asks=asks,
        kind=Kind.CHOICE,
        options=options,
        holds=holds,
        column=column,
        only_if=only_if,
        hint=hint,
    )


def late(key: str) -> Question:
    """Return the question that is asked of whoever records something late, and of nobody else."""
    return Question(
        key=key,
        asks="If this is late, why?",
        kind=Kind.LONG_TEXT,
        holds="admin",
        required=False,
        hint="Leave it out if it is in time. What was missing, and what would have helped",
        called="why this is late",
    )


def one_page(key: str, title: str, *questions: Question, cites: Citation) -> Instrument:
    """Return a form whose questions stand on one page."""
    section = Section(
        key=key.replace("-", "_"), title=title, holds="narrative", questions=questions
    )
    return Instrument(key=key, version=1, title=title, law=cites, sections=(section,))
