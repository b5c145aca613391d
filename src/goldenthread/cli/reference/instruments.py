"""instruments.md: every question of every form, with its rules in plain words."""

from collections.abc import Iterator

from goldenthread.cli.reference import markdown, wording
from goldenthread.cli.reference.markdown import code
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue
from goldenthread.language.condition import Condition, Naming
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.step import Step

_KINDS = {
    Kind.TEXT: "One line",
    Kind.LONG_TEXT: "As many lines as it takes",
    Kind.CHOICE: "One of",
    Kind.CHOICES: "Any of",
    Kind.DATE: "A date",
    Kind.YES_NO: "Yes or no",
    Kind.WHOLE_NUMBER: "A whole number",
    Kind.PHONE: "A telephone number",
    Kind.EMAIL: "An e-mail address",
    Kind.NHS_NUMBER: "An NHS number, its last digit checked",
    Kind.UPN: "A unique pupil number, its letter checked",
    Kind.POSTCODE: "A postcode",
}


def page(specs: Specs) -> str:
    """Return the page."""
    declared = sorted(catalogue.declared(Instrument).values(), key=lambda form: form.key)
    parts = (part for form in declared for part in _parts(form, specs))
    return markdown.page("Forms and what they ask", *parts)


def _parts(form: Instrument, specs: Specs) -> Iterator[str]:
    naming = wording.naming(form.questions)
    asked_by = [code(step.key) for step in catalogue.declared(Step).values() if form in step.forms]
    yield f"## {form.title}"
    yield markdown.bullets(
        (
            f"Key: {code(form.key)}, version {form.version}" + wording.span(form.since, form.until),
            f"Asked by the step {markdown.listed(asked_by)}" if asked_by else "",
            f"Law: {wording.law(form.law)}" if form.law else "",
        )
    )
    for section in form.sections:
        yield from _section(section, naming)
    yield specs.of(form)


def _section(section: Section, naming: Naming) -> Iterator[str]:
    yield f"### {section.title}"
    repeats = section.repeats
    times = (
        f"Answered for each {repeats.one}: {repeats.least} to {repeats.most}." if repeats else ""
    )
    more = f"More about each of {code(section.continues)}." if section.continues else ""
    yield f"{section.intro} {times}{more}".strip()
    yield markdown.table(
        ("Question", "Key", "Answer", "When", "Column of the dataset"),
        (_question(question, naming) for question in section.questions),
    )


def _question(question: Question, naming: Naming) -> tuple[str, ...]:
    hint = f"\n{wording.sentence(question.hint)}" if question.hint else ""
    law = f"\nLaw: {wording.law(question.law)}." if question.law else ""
    return (
        f"{question.asks}{hint}{law}",
        code(question.key),
        _answer(question),
        _when(question, naming),
        code(question.column) if question.column else "",
    )


def _answer(question: Question) -> str:
    kind = _KINDS[question.kind]
    if question.options:
        kind = "\n".join((f"{kind}:", *(_option(option) for option in question.options)))
    elif question.within:
        kind = f"{kind}, at most {question.within.years} years before the day it is given" + (
            f" and {question.within.days} days after it" if question.within.days else ""
        )
    elif question.kind in (Kind.TEXT, Kind.LONG_TEXT):
        kind = f"{kind}, {question.longest:,} characters at most"
    return f"{kind}, or not known" if question.may_be_not_known else kind


def _option(option: Option) -> str:
    return f"{option.label} ({code(option.key)}){wording.span(option.since, option.until)}"


def _when(question: Question, naming: Naming) -> str:
    only = wording.where(question.only_if, naming)
    return "\n".join(filter(None, (only and f"Asked only{only}.", _required(question, naming))))


def _required(question: Question, naming: Naming) -> str:
    if isinstance(question.required, Condition):
        return f"Must be answered{wording.where(question.required, naming)}."
    return "Must be answered." if question.required else "May be left out."
