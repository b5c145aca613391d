"""pathways.md: each pathway, its steps, who may record them, what follows and what is refused."""

from collections.abc import Iterator

from goldenthread.cli.reference import diagram, markdown, wording
from goldenthread.cli.reference.markdown import code
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue
from goldenthread.language.condition import Condition, Naming
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step


def page(specs: Specs) -> str:
    """Return the page."""
    declared = sorted(catalogue.pathways().values(), key=lambda pathway: pathway.key)
    parts = (part for pathway in declared for part in _parts(pathway, specs))
    return markdown.page("Pathways", *parts)


def named(pathway: Pathway) -> Naming:
    """Return how the conditions of a pathway name what its steps ask."""
    asked = (step.questions for step in pathway.steps)
    return wording.naming(question for questions in asked for question in questions)


def _parts(pathway: Pathway, specs: Specs) -> Iterator[str]:
    naming = named(pathway)
    yield f"## {pathway.title}"
    yield _head(pathway)
    yield f"```mermaid\n{diagram.of(pathway)}\n```"
    yield "### Steps"
    yield markdown.table(
        ("Step", "Key", "Who may record it", "May follow", "Then it is", "Kept with"),
        (_step(step, pathway, naming) for step in pathway.steps),
    )
    yield markdown.bullets(_details(pathway, naming))
    yield from _lanes(pathway, naming)
    yield from _rules(pathway, naming)
    declaration = catalogue.declared(Pathway)[pathway.key]
    yield specs.of(declaration)
    # A step in a file of its own has a spec of its own.
    yield "\n\n".join(filter(None, (specs.of(step) for step in pathway.steps if step.on)))


def _head(pathway: Pathway) -> str:
    one = "One at a time may be open about the same person." if pathway.one_open_per_subject else ""
    held = f"Open ones are held by the {code(pathway.desk)} desk." if pathway.desk else ""
    return markdown.bullets(
        (
            f"Key: {code(pathway.key)}{wording.span(pathway.since, pathway.until)}",
            f"About: a {pathway.subject}",
            f"References begin {code(pathway.reference_prefix + '-')}",
            held,
            one,
            f"Law: {wording.law(pathway.law)}" if pathway.law else "",
            f"Clocks: {_clocks(pathway)}" if _clocks(pathway) else "",
        )
    )


def _clocks(pathway: Pathway) -> str:
    return markdown.listed(code(clock.key) for clock in catalogue.clocks_of(pathway.key))


def _step(step: Step, pathway: Pathway, naming: Naming) -> tuple[str, ...]:
    after = [pathway.step(key).title for key in step.follows]
    return (
        step.title + wording.span(step.since, step.until),
        code(step.key),
        recorders(step, naming),
        "Begins it" if step.first else markdown.listed(after, last="or") or "Any step",
        step.state or "As before",
        "the child" if step.kept_with == "subject" else "the occasion",
    )


def recorders(step: Step, naming: Naming) -> str:
    """Return who may record a step, and where."""
    if opens_with(step):
        return "Nobody by hand: it is recorded when what opens it is"
    return "; ".join(
        f"{catalogue.role(by.role).title}{wording.where(by.only_if, naming)}" for by in step.by
    )


def opens_with(step: Step) -> bool:
    """Return whether a step is recorded by what opens its episode, and not by a service."""
    return step.automatic and not any(catalogue.role(by.role).service for by in step.by)


def _details(pathway: Pathway, naming: Naming) -> Iterator[str]:
    """What the table has no column for, a line for each thing."""
    for step in pathway.steps:
        if step.asks:
            forms = (f"{code(form.key)}, version {form.version}" for form in step.forms)
            yield f"{step.title} asks {markdown.listed(forms, last='or')}."
        for opens in step.opens:
            title = catalogue.pathway(opens.pathway).title
            words = f"{step.title} opens “{title}”{wording.where(opens.only_if, naming)}"
            yield wording.sentence(words)
        if step.closes:
            closing = step.closes if isinstance(step.closes, Condition) else None
            words = f"{step.title} closes it{wording.where(closing, naming)}"
            yield wording.sentence(words)
        if step.repeatable:
            yield f"{step.title} may be recorded more than once."
        if step.tells_referrer:
            yield f"{step.title} sends the referrer a message that something is waiting."
        if step.law and step.law != pathway.law:
            yield f"{step.title}: {wording.law(step.law)}."


def _lanes(pathway: Pathway, naming: Naming) -> Iterator[str]:
    if not pathway.lanes:
        return
    yield "### Lanes"
    yield "The first that holds is the lane it is in."
    yield markdown.table(
        ("Lane", "Key", "Holds"),
        (
            (
                lane.title,
                code(lane.key),
                lane.only_if.in_words(naming) if lane.only_if else "always",
            )
            for lane in pathway.lanes
        ),
    )


def _rules(pathway: Pathway, naming: Naming) -> Iterator[str]:
    rules = [(step, rule) for step in pathway.steps for rule in step.rules]
    if not rules:
        return
    yield "### What is refused"
    yield markdown.table(
        ("Step", "Refused where", "What is said", "Beside", "Law"),
        (
            (
                step.title,
                rule.refuses_if.in_words(naming)
                + (f", and before it {rule.before.in_words(naming)}" if rule.before else ""),
                wording.sentence(rule.says),
                naming.question(rule.field),
                wording.law(rule.law),
            )
            for step, rule in rules
        ),
    )
