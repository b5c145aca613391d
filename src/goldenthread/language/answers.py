"""Answers read from a form, and checked whichever way they came.

A posted field is named by its question's key; a date by three, `key-day`, `key-month` and
`key-year`; not known by `key-not_known`; a repeating section's by its place,
`children-0-given_name`; and what is the first child's too by `children-1-home_same`, named for the
section that asks it. A problem carries its question's field by the same names, without a
date's three endings.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from goldenthread.language import values
from goldenthread.language.examination import Answers, Examination, Problem, asked
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Question
from goldenthread.language.values import Posted

__all__ = ["Answers", "Asks", "Problem", "Reading", "check", "read"]

Asks = Instrument | Section | Iterable[Question] | None


@dataclass(frozen=True)
class Reading:
    """What was made of a posted form: the answers, the problems, and every word as it was typed.

    `answers` are fit to be kept only where there are no problems.
    """

    answers: dict[str, object]
    problems: tuple[Problem, ...]
    as_typed: dict[str, list[str]]


def read(
    asks: Asks,
    posted: Mapping[str, list[str]],
    *,
    so_far: Answers | None = None,
    on: date | None = None,
) -> Reading:
    """Make answers of a posted form. Never raises for anything posted.

    `so_far` are the answers already on the episode, which conditions see too; `on` is the day
    whose options count. What was typed for a question that is not asked under these answers is
    left out of them, and stays in `as_typed`.
    """
    sections = _sections(asks)
    form = _Form(posted, dict(so_far or {}))
    for section in sections:
        form.read(section)
    examination = Examination(on=on, unreadable=form.unreadable, places=form.places)
    problems = examination.problems(sections, form.answers, so_far or {})
    return Reading(form.answers, tuple(problems), {name: posted[name] for name in posted})


def check(
    asks: Asks,
    answers: Answers,
    *,
    so_far: Answers | None = None,
    on: date | None = None,
) -> tuple[Problem, ...]:
    """What is wrong with answers that are values already: the rules of `read`, on every path.

    An answer to no question, or to one that is not asked, is a problem too.
    """
    return tuple(Examination(on=on).problems(_sections(asks), answers, so_far or {}))


def _sections(asks: Asks) -> tuple[Section, ...]:
    match asks:
        case None:
            return ()
        case Instrument():
            return asks.sections
        case Section():
            return (asks,)
        case _:
            return (Section(key="questions", title="", questions=tuple(asks)),)


@dataclass
class _Form:
    """A form while it is read: its answers so far, what is unreadable, where its rows stood."""

    posted: Mapping[str, object]
    so_far: Answers
    answers: dict[str, object] = field(default_factory=dict)
    unreadable: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[int]] = field(default_factory=dict)

    def read(self, section: Section) -> None:
        if section.continues:
            self._read_on(section)
            return
        if section.repeats is None:
            self.answers |= self._read_row(section, "", {})
            return
        places = self._places(section, section.repeats)
        rows = [self._read_row(section, f"{section.key}-{place}-", {}) for place in places]
        self.places[section.key] = places
        if rows:
            self.answers[section.key] = rows

    def _read_on(self, section: Section) -> None:
        """Read more answers into rows that were read before."""
        found = self.answers.get(section.continues, [])
        rows = found if isinstance(found, list) else []
        for place, row in zip(self.places.get(section.continues, []), rows, strict=False):
            prefix = f"{section.continues}-{place}-"
            if row is rows[0] or Posted(self.posted, prefix).text(f"{section.key}_same") != "yes":
                row.update(self._read_row(section, prefix, row))
                continue
            own = tuple(each for each in section.questions if each.key not in section.same)
            row.update(self._read_row(replace(section, questions=own, same=()), prefix, row))
            row.update((key, rows[0][key]) for key in section.same if key in rows[0])

    def _read_row(self, section: Section, prefix: str, before: Answers) -> dict[str, object]:
        row: dict[str, object] = {}
        posted = Posted(self.posted, prefix)
        for question in section.questions:
            if not asked(question, {**self.so_far, **self.answers, **before, **row}):
                continue
            try:
                value = values.typed(question, posted)
            except values.Unreadable as problem:
                self.unreadable[f"{prefix}{question.key}"] = str(problem)
                continue
            if value is not None:
                row[question.key] = value
        return row

    def _places(self, section: Section, repeats: Repeat) -> list[int]:
        """Where rows stand: those somebody typed in, and blank ones up to the least there must be.

        A blank row beyond those was only offered, and is no row.
        """
        named = re.compile(re.escape(section.key) + r"-(0|[1-9][0-9]{0,2})-.+", re.DOTALL)
        fields = Posted(self.posted)
        found = (named.fullmatch(name) for name in self.posted)
        places = {int(match[1]) for match in found if match and fields.texts(match[0])}
        free = (place for place in count() if place not in places)
        while len(places) < repeats.least:
            places.add(next(free))
        return sorted(places)
