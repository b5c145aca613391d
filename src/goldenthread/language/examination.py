"""The examination of answers against their questions: one for every path they come by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

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
        heads = {each.key: each for each in sections if each.repeats}
        for section in sections:
            head = heads.get(section.continues or section.key)
            if head and head.repeats:
                fields.add(head.key)
                if section is head:
                    yield from self._of_table(head, head.repeats, answers)
                yield from self._of_rows(section, head, head.repeats, answers, known)
            elif not section.continues:
                fields.update(question.key for question in section.questions)
                yield from self._of_questions(section.questions, answers, known)
        yield from self._strays_in_rows(sections, heads, answers)
        yield from _strays(answers, fields)

    def _of_table(self, head: Section, repeats: Repeat, answers: Answers) -> Iterator[Problem]:
        """What is wrong with the rows together: none at all, too many, the same one twice."""
        rows = _rows(head, answers)
        if rows is None:
            yield Problem(head.key, f"Give a list of {repeats.many}, each with its answers")
            return
        if len(rows) < repeats.least:
            yield Problem(head.key, f"Tell us about {_counted(repeats.least, repeats)} or more")
        if len(rows) > repeats.most:
            yield Problem(head.key, f"Tell us about {_counted(repeats.most, repeats)} at most")
        places = self.places.get(head.key, range(len(rows)))
        first: dict[tuple[str, ...], int] = {}
        for place, row in zip(places, rows, strict=True):
            told = tuple(str(row.get(key, "")).casefold() for key in repeats.told_apart_by)
            if any(told) and first.setdefault(told, place) != place:
                name = f"{head.key}-{place}-{repeats.told_apart_by[0]}"
                yield Problem(name, wording.same_twice(repeats.one, place + 1, first[told] + 1))

    def _of_rows(
        self, section: Section, head: Section, repeats: Repeat, answers: Answers, known: Answers
    ) -> Iterator[Problem]:
        """The problems of each row, saying whose each is where there are several."""
        rows = _rows(head, answers) or []
        for place, row in zip(self.places.get(head.key, range(len(rows))), rows, strict=True):
            prefix = f"{head.key}-{place}-"
            found = self._of_questions(section.questions, row, {**known, **row}, prefix)
            yield from _said_of(f"{repeats.one} {place + 1}" if len(rows) > 1 else "", found)

    def _strays_in_rows(
        self, sections: Sequence[Section], heads: Mapping[str, Section], answers: Answers
    ) -> Iterator[Problem]:
        for key, head in heads.items():
            mine = [each for each in sections if key in (each.key, each.continues)]
            asked_of = {question.key for each in mine for question in each.questions}
            rows = _rows(head, answers) or []
            for place, row in zip(self.places.get(key, range(len(rows))), rows, strict=True):
                whose = f"{head.repeats.one} {place + 1}" if head.repeats and len(rows) > 1 else ""
                yield from _said_of(whose, _strays(row, asked_of, f"{key}-{place}-"))

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


def _rows(head: Section, answers: Answers) -> list[dict[str, object]] | None:
    """The rows given to a repeating section; None where what was given is no list of rows."""
    rows = answers.get(head.key, [])
    fit = isinstance(rows, list) and all(isinstance(row, dict) for row in rows)
    return rows if isinstance(rows, list) and fit else None


def _said_of(whose: str, found: Iterable[Problem]) -> Iterator[Problem]:
    for each in found:
        said = f"{text.upper_first(whose)}: {text.lower_first(each.message)}" if whose else ""
        yield Problem(each.field, said or each.message)


def _strays(answers: Answers, fields: set[str], prefix: str = "") -> Iterator[Problem]:
    for name in answers:
        if name not in fields:
            yield Problem(f"{prefix}{name}", f"Nothing called {name} is asked here: leave it out")


def _counted(number: int, repeats: Repeat) -> str:
    return f"{number} {repeats.one if number == 1 else repeats.many}"
