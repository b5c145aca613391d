"""The examination of answers against their questions: one for every path they come by."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from goldenthread.language import text, values, wording
from goldenthread.language.condition import Condition
from goldenthread.language.instrument import Repeat, Section
from goldenthread.language.question import Question

Answers = Mapping[str, object]


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field, in a plain sentence that says what to do."""

    field: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Examination:
    """What answers are held against, besides their questions.

    `on` is the day whose options count. Of a posted form, `unreadable` says what is wrong with
    each field no value could be made of, and `places` where a repeating section's rows stood.
    """

    on: date | None = None
    unreadable: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def problems(
        self, sections: Sequence[Section], answers: Answers, so_far: Answers
    ) -> Iterator[Problem]:
        """Every problem, in the order of the questions; answers to no question come last."""
        known = {**so_far, **answers}
        fields: set[str] = set()
        for section in sections:
            if section.repeats:
                fields.add(section.key)
                yield from self._of_rows(section, section.repeats, answers, known)
            else:
                fields.update(question.key for question in section.questions)
                yield from self._of_questions(section.questions, answers, known)
        yield from _strays(answers, fields)

    def _of_rows(
        self, section: Section, repeats: Repeat, answers: Answers, known: Answers
    ) -> Iterator[Problem]:
        rows = answers.get(section.key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield Problem(section.key, f"Give a list of {repeats.many}, each with its answers")
            return
        if len(rows) < repeats.least:
            yield Problem(section.key, f"Tell us about {_counted(repeats.least, repeats)} or more")
        if len(rows) > repeats.most:
            yield Problem(section.key, f"Tell us about {_counted(repeats.most, repeats)} at most")
        places = self.places.get(section.key, range(len(rows)))
        for place, row in zip(places, rows, strict=True):
            whose = f"{repeats.one} {place + 1}" if len(rows) > 1 else ""
            yield from self._of_row(section, row, known, f"{section.key}-{place}-", whose)

    def _of_row(
        self, section: Section, row: Answers, known: Answers, prefix: str, whose: str
    ) -> Iterator[Problem]:
        """The problems of one row, each saying whose it is where there are several."""
        yield from (
            Problem(each.field, f"{text.upper_first(whose)}: {text.lower_first(each.message)}")
            if whose
            else each
            for each in chain(
                self._of_questions(section.questions, row, {**known, **row}, prefix),
                _strays(row, {question.key for question in section.questions}, prefix),
            )
        )

    def _of_questions(
        self, questions: Sequence[Question], answers: Answers, known: Answers, prefix: str = ""
    ) -> Iterator[Problem]:
        for question in questions:
            name = f"{prefix}{question.key}"
            message = self.unreadable.get(name) or self._objection(question, answers, known)
            if message:
                yield Problem(name, message)

    def _objection(self, question: Question, answers: Answers, known: Answers) -> str | None:
        given = question.key in answers
        if not asked(question, known):
            return f"{wording.subject(question)} is not asked here: leave it out" if given else None
        if given:
            return values.objection(question, answers[question.key], on=self.on)
        return wording.enter(question) if _holds(question.required, known) else None


def asked(question: Question, known: Answers) -> bool:
    """Whether the question is asked at all, under the answers known so far."""
    return question.only_if is None or question.only_if.holds(known)


def _holds(required: bool | Condition, known: Answers) -> bool:
    return required.holds(known) if isinstance(required, Condition) else required


def _strays(answers: Answers, fields: set[str], prefix: str = "") -> Iterator[Problem]:
    for name in answers:
        if name not in fields:
            yield Problem(f"{prefix}{name}", f"Nothing called {name} is asked here: leave it out")


def _counted(number: int, repeats: Repeat) -> str:
    return f"{number} {repeats.one if number == 1 else repeats.many}"
