"""Answers read back in words: for checking before sending, and wherever a record is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.kernel import words
from goldenthread.language import text
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One question and its answer in words; `own_words` when somebody wrote it at length."""

    question: Question
    says: str
    own_words: bool


@dataclass(frozen=True, kw_only=True)
class Part:
    """One section, or one row of a repeating section, with what was answered in it."""

    section: Section
    title: str
    answered: tuple[Answered, ...]
    row: int | None = None

    @property
    def prefix(self) -> str:
        """What the names of its fields begin with."""
        if self.row is None:
            return ""
        return f"{self.section.continues or self.section.key}-{self.row}-"


def of(asked: Instrument, answers: Mapping[str, object]) -> tuple[Part, ...]:
    """Return every part of the instrument that has an answer, in the form's order."""
    parts = tuple(
        part
        for section in asked.sections
        for part in _parts(section, asked.rows_of(section), answers)
    )
    return tuple(part for part in parts if part.answered)


def saying(question: Question, value: object) -> str:
    """Return one answer in words: an option's label, a plain date, "Not known", the text itself."""
    if value == NOT_KNOWN:
        return "Not known"
    if question.kind is Kind.YES_NO:
        return str(value).capitalize()
    if question.kind is Kind.CHOICES and isinstance(value, list):
        return ", ".join(question.label_of(str(each)) for each in value)
    if question.kind is Kind.CHOICE:
        return question.label_of(str(value))
    if question.kind is Kind.DATE:
        return words.plain_date(date.fromisoformat(str(value)))
    return str(value)


def _parts(section: Section, head: Section, answers: Mapping[str, object]) -> Iterable[Part]:
    if head.repeats is None:
        yield Part(section=section, title=section.title, answered=_answered(section, answers))
        return
    rows = answers.get(head.key)
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        named = _named(_answered(head, row)) or f"{head.repeats.one.capitalize()} {at + 1}"
        title = named if section is head else f"{named}: {text.lower_first(section.title)}"
        yield Part(section=section, title=title, answered=_answered(section, row), row=at)


def _named(answered: tuple[Answered, ...]) -> str:
    """Return what the short texts of a row call it, such as a child's given and family name."""
    short = [each.says for each in answered if each.question.kind is Kind.TEXT]
    return " ".join(short[:2])


def _answered(section: Section, answers: Mapping[str, object]) -> tuple[Answered, ...]:
    return tuple(
        Answered(
            question=question,
            says=saying(question, answers[question.key]),
            own_words=question.kind is Kind.LONG_TEXT,
        )
        for question in section.questions
        if question.key in answers
    )
