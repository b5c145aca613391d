"""A form as it is written in a browser: a plain value, and the instrument it makes.

A draft goes through the same classes as a form declared in a file, which refuse what cannot be
asked. Keys are permanent: a question that is kept keeps its own, and one that is new is given one
that begins with `here_`, which no file uses, so that the two never meet.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from goldenthread.language import evidence
from goldenthread.language.condition import Condition, answer
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question

OWN = "here_"
# Versions of the partnership's own are numbered from here: a file never has so many.
FIRST = 101
# What may be asked in a browser; the rest carry checks that belong to a file.
KINDS = {
    Kind.LONG_TEXT: "Words, at any length",
    Kind.TEXT: "A few words on one line",
    Kind.CHOICE: "One of several answers",
    Kind.CHOICES: "Any of several answers",
    Kind.YES_NO: "Yes or no",
    Kind.DATE: "A date",
    Kind.WHOLE_NUMBER: "A whole number",
}
Body = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One question that was added, changed or removed, and what changed of it in words."""

    question: Question
    section: str
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What a new version of a form asks beside the one before it."""

    added: tuple[Difference, ...]
    changed: tuple[Difference, ...]
    removed: tuple[Difference, ...]


def body_of(form: Instrument) -> Body:
    """The plain value a draft of a new version begins from.

    Raises ValueError where the form asks something a browser cannot write.
    """
    return {
        "title": form.title,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "intro": section.intro,
                "holds": section.holds,
                "area": section.area,
                "questions": [
                    _written(each, form) for each in section.questions if not each.evidence_of
                ],
            }
            for section in form.sections
        ],
    }


def made(body: Body, *, base: Instrument, version: int) -> Instrument:
    """The instrument a draft makes, with what its file's version advises and counts.

    Raises ValueError, with a sentence that says what to do.
    """
    sections = tuple(_section(each) for each in body["sections"])
    advice = base.advice
    if advice is not None and advice.count is not None:
        asked = {question.key for section in sections for question in section.questions}
        counted = tuple(key for key in advice.count.questions if key in asked)
        advice = replace(advice, count=replace(advice.count, questions=counted))
    return Instrument(
        key=base.key,
        version=version,
        title=body["title"],
        sections=sections,
        law=base.law,
        advice=advice,
        counts=base.counts,
        kept_here=True,
    )


def new_key(asks: str, *, taken: Collection[str]) -> str:
    """A permanent key for a new question: its words, and a number where they are taken."""
    words = re.sub(r"[^a-z0-9]+", "_", asks.lower()).strip("_").split("_")
    plain = OWN + ("_".join(filter(None, words[:5])) or "question")
    return next(
        key
        for number in count(1)
        if (key := plain if number == 1 else f"{plain}_{number}") not in taken
        and f"{key}{evidence.ENDING}" not in taken
    )


def compared(before: Instrument, after: Instrument) -> Comparison:
    """What the later version adds, changes and removes."""
    old, new = _placed(before), _placed(after)
    return Comparison(
        added=tuple(Difference(question=q, section=s) for k, (q, s) in new.items() if k not in old),
        changed=tuple(
            Difference(question=q, section=s, changes=changes)
            for k, (q, s) in new.items()
            if k in old and (changes := tuple(_changes(old[k], (q, s))))
        ),
        removed=tuple(
            Difference(question=q, section=s) for k, (q, s) in old.items() if k not in new
        ),
    )


def _written(question: Question, form: Instrument) -> Body:
    beside = evidence.of(question, form.questions)
    if question.kind not in KINDS or isinstance(question.required, Condition):
        raise ValueError(f"“{question.asks}” cannot be written here: ask for a new version.")
    return {
        "key": question.key,
        "asks": question.asks,
        "hint": question.hint,
        "kind": str(question.kind),
        "options": [
            {"key": each.key, "label": each.label, "hint": each.hint, "alone": each.alone}
            for each in question.options
        ],
        "required": question.required,
        "may_be_not_known": question.may_be_not_known,
        "holds": question.holds,
        "called": question.called,
        "concept": question.concept,
        "evidence": _when(beside.only_if, question) if beside and beside.only_if else [],
        "evidence_asks": beside.asks if beside else "",
        "only_if": _hangs(question, form),
    }


def _hangs(question: Question, form: Instrument) -> Body | None:
    if question.only_if is None:
        return None
    keys = question.only_if.keys()
    parent = next((each for each in form.questions if keys == {each.key}), None)
    ways = _when(question.only_if, parent) if parent else []
    if not parent or not ways:
        raise ValueError(f"“{question.asks}” cannot be written here: ask for a new version.")
    return {"key": parent.key, "in": ways}


def _when(condition: Condition, parent: Question) -> list[str]:
    options = [each.key for each in parent.options] or ["yes", "no"]
    return [each for each in options if condition.holds({parent.key: each})]


def _section(body: Body) -> Section:
    return Section(
        key=body["key"],
        title=body["title"],
        intro=body["intro"],
        holds=body["holds"],
        area=body["area"],
        questions=tuple(_questions(body["questions"])),
    )


def _questions(bodies: Sequence[Body]) -> Iterator[Question]:
    for body in bodies:
        hangs = body["only_if"]
        question = Question(
            key=body["key"],
            asks=body["asks"],
            hint=body["hint"],
            kind=Kind(body["kind"]),
            options=tuple(Option(**each) for each in body["options"]),
            required=body["required"],
            may_be_not_known=body["may_be_not_known"],
            holds=body["holds"],
            called=body["called"],
            concept=body["concept"],
            only_if=answer(hangs["key"]).one_of(*hangs["in"]) if hangs else None,
        )
        if body["evidence"]:
            asks = body["evidence_asks"] or evidence.ASKS
            yield from evidence.asked_beside((question,), when=tuple(body["evidence"]), asks=asks)
        else:
            yield question


def _placed(form: Instrument) -> dict[str, tuple[Question, str]]:
    return {
        question.key: (question, section.title)
        for section in form.sections
        for question in section.questions
    }


def _changes(
    old: tuple[Question, str], new: tuple[Question, str]
) -> Iterator[tuple[str, str, str]]:
    """Each thing that is not as it was: what, before and now."""
    before, after = _in_words(*old), _in_words(*new)
    yield from ((what, before[what], after[what]) for what in after if before[what] != after[what])


def _in_words(question: Question, section: str) -> Mapping[str, str]:
    return {
        "Question": question.asks,
        "Hint": question.hint,
        "Answers": "; ".join(each.label for each in question.options),
        "Must be answered": "Yes" if question.required is True else "No",
        "May be not known": "Yes" if question.may_be_not_known else "No",
        "Asks about": question.concept or question.key,
        "Asked when": question.only_if.in_words() if question.only_if else "Always",
        "Section": section,
    }
