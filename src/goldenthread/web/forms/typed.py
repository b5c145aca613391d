"""What was typed, kept as it was typed: posted names and their texts, right or wrong.

A draft holds the whole form; each page posts one section, and this module lays one over the other.
Names are those of `language.answers`: `key`, `key-day`, `children-0-key`, `key-not_known`.
"""

import re
from collections.abc import Iterable, Mapping

from django.http import QueryDict

from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question

Typed = Mapping[str, list[str]]
# What is posted beside a text that was looked for: the one chosen, and the words that found it.
MATCH, SOUGHT = "-match", "-sought"


def posted(form: QueryDict) -> dict[str, list[str]]:
    """Return a posted form as plain lists of texts, without the token that proved it ours.

    A name chosen from those found stands in the place of the words that found it, unless the words
    have been changed since.
    """
    sent = {name: list(texts) for name, texts in form.lists() if name != "csrfmiddlewaretoken"}
    for match in [name for name in sent if name.endswith(MATCH)]:
        name = match.removesuffix(MATCH)
        chosen, sought = said(sent.pop(match)), said(sent.pop(f"{name}{SOUGHT}", ()))
        if chosen and " ".join(said(sent.get(name, ())).split()) == sought:
            sent[name] = [chosen]
    return sent


def again(asked: Instrument, answers: Mapping[str, object]) -> dict[str, list[str]]:
    """Return answers as they would be typed, for a form that begins with what was said."""
    kept: dict[str, list[str]] = {}
    for section in asked.sections:
        head = asked.rows_of(section)
        rows = answers.get(head.key) if head.repeats else None
        for place, row in enumerate(rows if isinstance(rows, list) else ()):
            for question in section.questions:
                kept |= _typed(question, f"{head.key}-{place}-", row.get(question.key))
        for question in () if head.repeats else section.questions:
            kept |= _typed(question, "", answers.get(question.key))
    return kept


def _typed(question: Question, prefix: str, value: object) -> dict[str, list[str]]:
    name = f"{prefix}{question.key}"
    if value is None:
        return {}
    if value == NOT_KNOWN:
        return {f"{name}-not_known": ["yes"]}
    if question.kind is Kind.DATE:
        year, month, day = str(value).split("-")
        parts = {"day": str(int(day)), "month": str(int(month)), "year": year}
        return {f"{name}-{part}": [text] for part, text in parts.items()}
    return {name: [str(each) for each in value] if isinstance(value, list) else [str(value)]}


def section_of(section: Section, typed: Typed) -> dict[str, list[str]]:
    """Return only what was typed into this section's fields."""
    return {name: list(texts) for name, texts in typed.items() if _belongs(section, name)}


def laid_over(section: Section, kept: Typed, now: Typed) -> dict[str, list[str]]:
    """Return the kept form with this section replaced by what is posted now."""
    others = {name: list(texts) for name, texts in kept.items() if not _belongs(section, name)}
    return others | section_of(section, now)


def rows(section: Section, typed: Typed) -> int:
    """Return how many rows of a repeating section the page shows: those typed, at least one."""
    if section.repeats is None:
        return 0
    indices = [int(found[1]) for found in map(_row(section).match, typed) if found]
    return max([section.repeats.least, 1, *(index + 1 for index in indices)])


def row_called(section: Section, typed: Typed, at: int) -> str:
    """Return what the first short texts of a row call it: a child by name, else "Child 2"."""
    short = [each.key for each in section.questions if each.kind is Kind.TEXT][:2]
    named = (said(typed.get(f"{section.key}-{at}-{key}", ())).strip() for key in short)
    number = f"{section.repeats.one.capitalize() if section.repeats else ''} {at + 1}"
    return " ".join(filter(None, named)) or number.strip()


def with_row(section: Section, typed: Typed) -> dict[str, list[str]]:
    """Return the form with one empty row more, unless the section already has the most it may."""
    count = rows(section, typed)
    kept = {name: list(texts) for name, texts in typed.items()}
    if section.repeats is None or count >= section.repeats.most:
        return kept
    return kept | {f"{section.key}-{count}-{section.questions[0].key}": [""]}


def without_row(section: Section, typed: Typed, index: int) -> dict[str, list[str]]:
    """Return the form without row `index`; the rows after it move up by one."""
    kept: dict[str, list[str]] = {}
    for name, texts in typed.items():
        found = _row(section).match(name)
        at = int(found[1]) if found else -1
        if found is None or at < index:
            kept[name] = list(texts)
        elif at > index:
            kept[f"{section.key}-{at - 1}-{found[2]}"] = list(texts)
    return kept


def _belongs(section: Section, name: str) -> bool:
    if section.repeats is not None or section.continues:
        found = _row(section).match(name)
        if found is None or found[2] == f"{section.key}_same":
            return found is not None
        return any(_is_of(each, found[2]) for each in section.questions)
    return any(_is_of(question, name) for question in section.questions)


def _is_of(question: Question, name: str) -> bool:
    return name == question.key or name.startswith(f"{question.key}-")


def _row(section: Section) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(section.continues or section.key)}-(\d{{1,3}})-(.+)")


def said(texts: Iterable[str]) -> str:
    """Return the first text posted under a name, or nothing."""
    return next(iter(texts), "")
