"""The step that keeps a tool somebody completed about a child: by whom, when, with which agency.

A tool is a guide: what it advises stands beside what a professional judges and why, and never
decides. It is asked for here once, in the same words for every tool.
"""

from functools import cache

from goldenthread.content import catalogue
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import Condition
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import By, Rule, Step

# Whoever works with a child's record and writes on it.
BY = tuple(
    By(role=role)
    for role in (
        "front-door-screener",
        "front-door-manager",
        "emergency-duty-worker",
        "early-help-coordinator",
        "social-worker",
    )
)


def completed(
    form: Instrument, *, key: str, on: str, law: Citation, rules: tuple[Rule, ...] = ()
) -> Step:
    """Return the step that keeps this tool by itself, closed as soon as it is completed."""
    return Step(
        key=key,
        title=f"{form.title} completed",
        state="Completed",
        by=BY,
        asks=form,
        first=True,
        closes=True,
        rules=rules,
        on=on,
        law=law,
    )


def judgement(
    tool: str, *, asks: str, options: tuple[Option, ...], intro: str = "", holds: str = "legal"
) -> Section:
    """Return the last section of a tool: what a professional judges, and why."""
    return Section(
        key=f"{tool}_judged",
        title="Your judgement",
        intro=intro,
        holds=holds,
        questions=(
            Question(key=f"{tool}_judgement", asks=asks, kind=Kind.CHOICE, options=options),
            Question(
                key=f"{tool}_judgement_why",
                asks="Why do you judge so?",
                hint="Say so too where you judge otherwise than the tool advises",
                kind=Kind.LONG_TEXT,
                holds="narrative",
            ),
        ),
    )


@cache
def by_form() -> dict[str, Step]:
    """Return the step that keeps each tool by itself, by the key of the form it is."""
    kinds = [each for each in catalogue.pathways().values() if each.of_tools]
    first = [step for kind in kinds for step in kind.steps if step.first and step.asks]
    return {form.key: step for step in first for form in step.forms}


@cache
def every() -> tuple[str, ...]:
    """Return the key of every step that keeps a completed tool, the first time or again."""
    kinds = [each for each in catalogue.pathways().values() if each.of_tools]
    asking = [step for kind in kinds for step in kind.steps if step.asks and step.asks.advice]
    return tuple(sorted(step.key for step in asking))


def any_of(*conditions: Condition) -> Condition:
    """Return a condition that holds where any of these does."""
    found, *others = conditions
    for each in others:
        found |= each
    return found
