"""Evidence: what is asked beside an answer that says there is something to be seen.

A rating without what was seen is an opinion. The evidence is a question of its own, so that it is
checked, kept, shown and printed as any other.
"""

from collections.abc import Iterable, Iterator

from goldenthread.language import text
from goldenthread.language.condition import answer
from goldenthread.language.question import Kind, Question

ASKS = "What have you seen or heard, and when?"
ENDING = "_evidence"


def asked_beside(
    questions: Iterable[Question], *, when: tuple[str, ...], asks: str = ASKS
) -> tuple[Question, ...]:
    """Each question, and behind it the evidence that must be given where its answer is in `when`.

    Raises ValueError where a question never has such an answer.
    """
    return tuple(_each(questions, when=when, asks=asks))


def of(question: Question, questions: Iterable[Question]) -> Question | None:
    """The question that asks for evidence of this one's answer; None where none does."""
    return next((each for each in questions if each.evidence_of == question.key), None)


def _each(questions: Iterable[Question], *, when: tuple[str, ...], asks: str) -> Iterator[Question]:
    for question in questions:
        if not set(when) <= {option.key for option in question.options}:
            raise ValueError(f"{question.key!r} is never answered by all of {', '.join(when)}.")
        yield question
        yield Question(
            key=f"{question.key}{ENDING}",
            asks=asks,
            kind=Kind.LONG_TEXT,
            holds=question.holds,
            only_if=answer(question.key).one_of(*when),
            called=f"what you have seen of “{text.lower_first(question.asks)}”",
            evidence_of=question.key,
        )
