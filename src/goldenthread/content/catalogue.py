"""Finds every declaration of content: nothing is listed, a new file is enough.

A step that names its pathway (`on="contact"`) is added to that pathway, so that a step with its
clock is one file and its spec another.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import Any, cast

from goldenthread import content
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.clock import Clock
from goldenthread.language.indicator import Indicator
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.language.role import Role
from goldenthread.language.step import Step

KINDS: tuple[type[Any], ...] = (
    AgencyKind,
    Role,
    Instrument,
    Step,
    Pathway,
    Clock,
    Indicator,
)


class DuplicateKey(ValueError):
    """Raised when two declarations of one kind share a key."""


def modules() -> Iterator[ModuleType]:
    """Import and yield every module of content, in the order of their names."""
    for found in sorted(
        pkgutil.walk_packages(content.__path__, prefix="goldenthread.content."),
        key=lambda module: module.name,
    ):
        if found.name != __name__:
            yield importlib.import_module(found.name)


def declared[Declared](kind: type[Declared]) -> dict[str, Declared]:
    """Return every declaration of `kind` by key; raises DuplicateKey if two share one."""
    return cast("dict[str, Declared]", _found(kind))


@cache
def _found(kind: type[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for module in modules():
        for value in vars(module).values():
            if not isinstance(value, kind):
                continue
            if found.setdefault(value.key, value) is not value:
                raise DuplicateKey(
                    f"Two declarations of {kind.__name__} have the key {value.key!r}."
                )
    return found


@cache
def pathways() -> dict[str, Pathway]:
    """Return every pathway by key, with the steps that named it added behind its own."""
    added = [step for step in declared(Step).values() if step.on]
    return {
        key: replace(pathway, steps=pathway.steps + tuple(step for step in added if step.on == key))
        for key, pathway in declared(Pathway).items()
    }


def pathway(key: str) -> Pathway:
    """Return one pathway; raises KeyError if content declares none of this key."""
    return pathways()[key]


def step(key: str) -> Step:
    """Return one step; raises KeyError if content declares none of this key."""
    return declared(Step)[key]


def role(key: str) -> Role:
    """Return one role; raises KeyError if content declares none of this key."""
    return declared(Role)[key]


def instrument(key: str) -> Instrument:
    """Return one instrument; raises KeyError if content declares none of this key."""
    return declared(Instrument)[key]


@cache
def clocks_of(pathway_key: str) -> tuple[Clock, ...]:
    """Return the clocks whose start is a step of this pathway, in the order of their keys."""
    steps = {step.key for step in pathway(pathway_key).steps}
    return tuple(clock for _, clock in sorted(declared(Clock).items()) if clock.starts in steps)
