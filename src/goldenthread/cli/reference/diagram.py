"""A pathway as a state diagram, in the text Mermaid draws."""

from collections.abc import Iterator

from goldenthread.content import catalogue
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step


def of(pathway: Pathway) -> str:
    """Return the diagram: steps as states, an arrow for each step that may follow another."""
    lines = [f"    {line}" for step in pathway.steps for line in _lines(step, pathway)]
    return "\n".join(("stateDiagram-v2", *lines))


def _lines(step: Step, pathway: Pathway) -> Iterator[str]:
    here = _name(step.key)
    yield f'state "{step.title}" as {here}'
    if step.first:
        yield f"[*] --> {here}"
    for before in step.follows or _anything_before(step, pathway):
        yield f"{_name(before)} --> {here}"
    if step.repeatable:
        yield f"{here} --> {here}"
    for opens in step.opens:
        opened = f"opens_{_name(opens.step)}"
        yield f'state "{catalogue.step(opens.step).title}" as {opened}'
        yield f"{here} --> {opened} : {'may open' if opens.only_if else 'opens'}"
    if step.closes:
        yield f"{here} --> [*]"


def _anything_before(step: Step, pathway: Pathway) -> tuple[str, ...]:
    """A step that follows none in particular may come once the episode has begun."""
    return () if step.first else tuple(each.key for each in pathway.steps if each.first)


def _name(key: str) -> str:
    return key.replace("-", "_")
