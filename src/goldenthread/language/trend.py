"""Trend: the same tool given again, compared only where the same thing was asked.

Two answers are laid side by side while their questions have one permanent key, one concept and one
kind. A question whose meaning changed begins a line of its own. There is no total: each area
is compared by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.language.instrument import Instrument
from goldenthread.language.question import Kind, Question

Answers = Mapping[str, object]
CHOSEN = (Kind.CHOICE, Kind.YES_NO)


@dataclass(frozen=True, kw_only=True)
class Given:
    """One time a tool was given: its form at the version it was given on, its answers and day."""

    form: Instrument
    answers: Answers
    on: date


@dataclass(frozen=True, kw_only=True)
class Line:
    """One question over time. A place is None where it was not asked, or was left blank."""

    question: Question
    values: tuple[object | None, ...]


@dataclass(frozen=True, kw_only=True)
class Area:
    """How many questions of one area were answered each way, each time it was given.

    Only those that were asked every time count. `counts` has a mapping for each time, by option.
    """

    key: str
    title: str
    questions: tuple[Question, ...]
    counts: tuple[Mapping[str, int], ...]


def lines(given: Sequence[Given]) -> tuple[Line, ...]:
    """Every question that is chosen from a list, the newest wording of each, over all the times."""
    found: dict[tuple[str, str, Kind], Question] = {}
    for each in reversed(given):
        for question in _chosen(each.form):
            found.setdefault(question.about, question)
    return tuple(
        Line(question=question, values=tuple(_value(each, question) for each in given))
        for question in found.values()
    )


def areas(given: Sequence[Given]) -> tuple[Area, ...]:
    """Every area of the newest form whose questions were asked each time, with how it stood."""
    if not given:
        return ()
    always = set.intersection(*({q.about for q in _chosen(each.form)} for each in given))
    found = []
    for section in given[-1].form.sections:
        shared = tuple(q for q in section.questions if q.about in always)
        if section.area and shared:
            counts = tuple(_counts(each, shared) for each in given)
            found.append(
                Area(key=section.key, title=section.title, questions=shared, counts=counts)
            )
    return tuple(found)


def _chosen(form: Instrument) -> list[Question]:
    return [each for each in form.questions if each.kind in CHOSEN]


def _value(given: Given, question: Question) -> object | None:
    asked = {each.about for each in given.form.questions}
    return given.answers.get(question.key) if question.about in asked else None


def _counts(given: Given, questions: Sequence[Question]) -> Mapping[str, int]:
    ways = [option.key for question in questions for option in question.options]
    said = [given.answers.get(question.key) for question in questions]
    return {way: sum(value == way for value in said) for way in dict.fromkeys(ways)}
