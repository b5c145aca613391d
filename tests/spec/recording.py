"""Pathways, forms and clocks asked case by case, as a table of a spec test writes them.

Answers are written "key=value; key=a, b"; a value with a comma in it is a list. What was recorded is
written "step Tue 3 March 2020, step Thu 7 May 2020".
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.language import clock as clocks
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from goldenthread.language.clock import Clock, Event
from goldenthread.language.instrument import Instrument
from goldenthread.language.question import Kind, Question
from tests.spec import tables

DAY = tables.day("Tue 31 March 2020")
FILLED = {
    Kind.TEXT: "Canary",
    Kind.LONG_TEXT: "Canary",
    Kind.DATE: "2020-03-31",
    Kind.YES_NO: "yes",
    Kind.WHOLE_NUMBER: 0,
    Kind.PHONE: "01632 960 001",
    Kind.EMAIL: "somebody@school.invalid",
}


def answers(written: str) -> dict[str, Any]:
    """The answers of a cell."""
    given: dict[str, Any] = {}
    for each in filter(None, (part.strip() for part in written.split(";"))):
        key, _, value = each.partition("=")
        given[key] = list(tables.words(value)) if "," in value else value
    return given


def may_follow(case: Mapping[str, str], pathway: str) -> list[str]:
    """The steps the role of a case may record after what is recorded, under its answers."""
    given = answers(case.get("answers", ""))
    following = pathways.may_follow(
        catalogue.pathway(pathway), tables.words(case["recorded"]), answers=given
    )
    return [
        step.key
        for step in following
        if not step.automatic and steps.may_record(step, case["role"], given)
    ]


def refused(step: str, written: str, *, before: str = "") -> list[str]:
    """The fields beside which the rules of a step refuse these answers."""
    given, so_far = answers(written), answers(before)
    problems = steps.refusals(catalogue.step(step), {**so_far, **given}, before=so_far)
    return [problem.field for problem in problems]


def opened(step: str, written: str, *, on: date | None = DAY) -> list[str]:
    """What recording a step with these answers opens, and the pathways it ends, as "-key"."""
    kind, given = catalogue.step(step), answers(written)
    begins = [f"{opens.pathway}/{opens.step}" for opens in steps.opened(kind, given, on=on)]
    return begins + [f"-{ends.pathway}" for ends in steps.ended(kind, given)]


def filled(form: Instrument, written: str) -> dict[str, Any]:
    """A form filled as shortly as it may be, with these answers laid over."""
    given = answers(written)
    found: dict[str, Any] = {}
    for question in form.questions:
        asked = question.only_if is None or question.only_if.holds({**found, **given})
        required = question.required
        needed = required if isinstance(required, bool) else required.holds({**found, **given})
        if question.key in given:
            found[question.key] = _several(question.kind, given[question.key])
        elif asked and needed:
            found[question.key] = _shortest(question)
    return {key: value for key, value in found.items() if value != "-"}


def asked_for(form: Instrument, written: str) -> list[str]:
    """The fields a form objects to when it is filled as shortly as it may be but for these."""
    return [problem.field for problem in reading.check(form, filled(form, written), on=DAY)]


def running(recorded: str, *declared: Clock, now: str, given: str = "") -> dict[str, str]:
    """Each of the clocks that runs at the end of a day after what was recorded, and when it is due."""
    return {
        reading_.clock.key: f"{reading_.due_on:%a %-d %B %Y}"
        for clock in declared
        for reading_ in clocks.read(clock, events(recorded, given), tables.point(now).at)
        if reading_.stopped is None
    }


def ran(recorded: str, clock: Clock, *, now: str, given: str = "") -> list[str]:
    """How each run of a clock stands at a time."""
    at = tables.point(now).at
    return [str(run.status) for run in clocks.read(clock, events(recorded, given), at)]


def events(recorded: str, given: str = "") -> list[Event]:
    """The events of a cell, every one with the same answers."""
    split = [each.strip().split(" ", 1) for each in recorded.split(",")]
    return [Event(step, tables.point(when), answers(given)) for step, when in split]


def _several(kind: Kind, value: Any) -> Any:
    return [value] if kind is Kind.CHOICES and isinstance(value, str) and value != "-" else value


def _shortest(question: Question) -> Any:
    if question.kind in FILLED:
        return FILLED[question.kind]
    key = question.options[0].key
    return [key] if question.kind is Kind.CHOICES else key
