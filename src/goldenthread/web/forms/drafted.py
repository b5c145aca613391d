"""A question of a draft as the page that writes it shows it, and what was typed made into one."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from goldenthread.content.partnership import form_questions
from goldenthread.language.answers import Problem
from goldenthread.language.drafting import Body
from goldenthread.language.instrument import Section
from goldenthread.web.forms.typed import Typed

NEW: Body = {
    "key": "",
    "asks": "",
    "hint": "",
    "options": [],
    "evidence": [],
    "evidence_asks": "",
    "only_if": None,
    "called": "",
    "concept": "",
}


def asked(*, changing: bool) -> Section:
    """Return what is asked to write a question, and of one that stands whether it is the same."""
    more = (form_questions.same,) if changing else ()
    section = form_questions.question
    return replace(section, questions=(*section.questions, *more))


def typed_of(question: Body, section: Body) -> Typed:
    """Return a question that stands as it would be typed."""
    lines = [f"{each['key']} = {each['label']}" for each in question["options"]]
    said = {
        "asks": question["asks"],
        "hint": question["hint"],
        "kind": question["kind"],
        "options": "\n".join(lines),
        "evidence": "\n".join(question["evidence"]),
        "required": "yes" if question["required"] else "no",
        "may_be_not_known": "yes" if question["may_be_not_known"] else "no",
        "holds": question["holds"] or section["holds"],
        "same": "yes",
    }
    return {name: [words] for name, words in said.items() if words}


def read(
    answers: Mapping[str, Any], *, before: Body, at: datetime
) -> tuple[Body, tuple[Problem, ...]]:
    """Return the question these answers write, and what is wrong with it.

    `before` is the question it changes, or NEW. What no page asks stays as it was.
    """
    options, problems = _options(answers.get("options", ""), before["options"])
    evidence = answers.get("evidence", "").split()
    strange = [each for each in evidence if each not in {option["key"] for option in options}]
    if strange:
        says = f"No answer has the short name {strange[0]}"
        problems = (*problems, Problem("evidence", says))
    meant = before["concept"]
    if answers.get("same") == "no":
        meant = f"{before['key']}_{at:%Y%m%d%H%M%S}"
    written = {
        **before,
        "asks": answers["asks"],
        "hint": answers.get("hint", ""),
        "kind": answers["kind"],
        "options": options,
        "evidence": evidence,
        "required": answers["required"] == "yes",
        "may_be_not_known": answers["may_be_not_known"] == "yes",
        "holds": answers["holds"],
        "concept": meant,
    }
    return written, problems


def _options(words: str, before: list[Body]) -> tuple[list[Body], tuple[Problem, ...]]:
    stood = {each["key"]: each for each in before}
    found: dict[str, Body] = {}
    for line in filter(None, (each.strip() for each in words.splitlines())):
        key, equals, label = (part.strip() for part in line.partition("="))
        label = label if equals else line
        key = _short(key if equals else line)
        if not key or not label or key in found:
            says = "Give each answer on a line of its own, with a name no other has"
            return list(found.values()), (Problem("options", says),)
        kept = stood.get(key, {"hint": "", "alone": False})
        found[key] = {**kept, "key": key, "label": label}
    return list(found.values()), ()


def _short(words: str) -> str:
    return "-".join(re.sub(r"[^a-z0-9]+", " ", words.lower()).split()[:6])
