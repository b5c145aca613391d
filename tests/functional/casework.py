"""Filling whatever form a step asks, from its declaration and the answers to give."""

from collections.abc import Mapping
from typing import Any

from goldenthread.content import catalogue
from goldenthread.language.question import Kind, Question
from tests.functional.visitor import Visitor


def record(visitor: Visitor, step: str, answers: Mapping[str, Any], *, picture: str = "") -> None:
    """Follow the step's button on the page of an episode, answer what it asks, and record it."""
    declared = catalogue.step(step)
    visitor.press(declared.asks.title)
    fill(visitor, step, answers)
    if picture:
        visitor.picture(picture)
    visitor.press("Record")
    visitor.reads(f"{declared.title}: recorded.")


def fill(visitor: Visitor, step: str, answers: Mapping[str, Any]) -> None:
    """Answer the questions of a step's form."""
    for question in catalogue.step(step).questions:
        if question.key in answers:
            _answer(visitor, question, answers[question.key])


def _answer(visitor: Visitor, question: Question, value: Any) -> None:
    page, key = visitor.page, question.key
    if question.kind is Kind.DATE:
        year, month, day = str(value).split("-")
        for part, written in (("day", day), ("month", month), ("year", year)):
            page.locator(f"[name='{key}-{part}']").fill(written)
    elif question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO):
        for each in value if isinstance(value, list) else [value]:
            page.locator(f"[name='{key}'][value='{each}']").check()
    else:
        page.locator(f"[name='{key}']").fill(str(value))
