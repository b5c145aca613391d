"""What was said, in words: each question as it was asked and the answer as a person reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument
from goldenthread.language.question import Kind, Question

# More choices than this are a list to be read across the page.
MANY = 3
ADVISED = "What the tool advised"


@dataclass(frozen=True, kw_only=True)
class Said:
    """One question and the answer in words."""

    asked: str
    answer: str
    long: bool


def answered(*, questions: Iterable[Question], answers: dict[str, Any]) -> tuple[Said, ...]:
    """Return each answered question in words, in the order they are asked."""
    return tuple(
        Said(
            asked=question.asks,
            answer=in_words(question=question, value=answers[question.key]),
            long=_is_long(question, answers[question.key]),
        )
        for question in questions
        if question.key in answers
    )


def _is_long(question: Question, value: Any) -> bool:
    many = question.kind is Kind.CHOICES and isinstance(value, list) and len(value) > MANY
    return many or question.kind is Kind.LONG_TEXT


def of(*, form: Instrument, masked: frozenset[str], answers: dict[str, Any]) -> tuple[Said, ...]:
    """Return what was said on a form in words, without what is masked."""
    questions = [question for question in form.questions if question.key not in masked]
    return (
        *answered(questions=questions, answers=answers),
        *_rows(form=form, masked=masked, answers=answers),
    )


def _rows(*, form: Instrument, masked: frozenset[str], answers: dict[str, Any]) -> Iterable[Said]:
    """Yield each row of a repeated section, such as one person of the household, as one answer."""
    for section in form.sections:
        rows = answers.get(section.key) if section.repeats else None
        for place, row in enumerate(rows if isinstance(rows, list) else (), start=1):
            asked = [question for question in section.questions if question.key not in masked]
            each = answered(questions=asked, answers=row)
            if not each:
                continue
            yield Said(
                asked=f"{section.title} ({place})",
                answer="\n".join(f"{one.asked}: {one.answer}" for one in each),
                long=True,
            )


def in_words(*, question: Question, value: Any) -> str:
    """Return one answer as a person would read it."""
    if value == NOT_KNOWN:
        return "Not known"
    if question.kind is Kind.YES_NO:
        return {"yes": "Yes", "no": "No"}[value]
    if question.kind is Kind.CHOICE:
        return question.label_of(value)
    if question.kind is Kind.CHOICES:
        return "; ".join(question.label_of(each) for each in value)
    if question.kind is Kind.DATE:
        return f"{date.fromisoformat(value):%-d %B %Y}"
    return str(value)


def in_short(
    *, form: Instrument, masked: frozenset[str], answers: dict[str, Any]
) -> tuple[Said, ...]:
    """Return what was judged on a tool and why, and what it advised; nothing for another form.

    What it advises is worked out of every answer, and is told to nobody who is not shown them all.
    """
    if form.advice is None:
        return ()
    judged = {form.advice.judgement, form.advice.why} - masked
    shown = answered(questions=(q for q in form.questions if q.key in judged), answers=answers)
    advised = None if masked & answers.keys() else form.advice.of(answers)
    if advised is None:
        return shown
    return (*shown, Said(asked=ADVISED, answer=advised.band.title, long=False))
