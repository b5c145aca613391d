"""Completeness: how much of what a tool asks was answered, not known being an answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.examination import asked
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Question

Answers = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Completeness:
    """How many questions these answers ask, and of those how many were answered or not known.

    `blank` are the others, in order.
    """

    asked: int
    answered: int
    not_known: int
    blank: tuple[Question, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was left blank."""
        return not self.blank


def of(form: Instrument, answers: Answers) -> Completeness:
    """How complete answers to a form are; a question that is not asked under them counts not."""
    said = list(_said(form, answers))
    not_known = sum(value == NOT_KNOWN for _, value in said)
    blank = tuple(question for question, value in said if value is None)
    return Completeness(
        asked=len(said),
        answered=len(said) - not_known - len(blank),
        not_known=not_known,
        blank=blank,
    )


def _said(form: Instrument, answers: Answers) -> Iterator[tuple[Question, object]]:
    """Each question that is asked, with what was answered: once a row where its section repeats."""
    for section in form.sections:
        for row in _rows(form, section, answers):
            known = {**answers, **row}
            yield from ((q, row.get(q.key)) for q in section.questions if asked(q, known))


def _rows(form: Instrument, section: Section, answers: Answers) -> list[Answers]:
    head = form.rows_of(section)
    if head.repeats is None:
        return [answers]
    rows = answers.get(head.key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
