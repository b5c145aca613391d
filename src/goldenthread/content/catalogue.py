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
from goldenthread.language.allowance import Allowance
from goldenthread.language.basis import Basis
from goldenthread.language.clock import Clock
from goldenthread.language.duty import Duty
from goldenthread.language.indicator import Indicator
from goldenthread.language.instrument import Instrument
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.language.need_to_know import FieldClass, GrantKind, Purpose, RecordState
from goldenthread.language.pathway import Pathway
from goldenthread.language.role import Role
from goldenthread.language.step import Step
from goldenthread.language.target import Target

KINDS: tuple[type[Any], ...] = (
    AgencyKind,
    Allowance,
    FieldClass,
    RecordState,
    Purpose,
    GrantKind,
    Role,
    Duty,
    Basis,
    Instrument,
    Step,
    Pathway,
    Clock,
    MeetingKind,
    Indicator,
    Target,
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
    return cast("dict[str, Declared]", _declared()[kind])


def known[Declared](kind: type[Declared]) -> dict[str, Declared]:
    """Return every declaration of `kind` by its key and by each key it had before.

    Raises DuplicateKey if a former key is another's too.
    """
    return cast("dict[str, Declared]", _known()[kind])


@cache
def _declared() -> dict[type[Any], dict[str, Any]]:
    found: dict[type[Any], dict[str, Any]] = {kind: {} for kind in KINDS}
    for module in modules():
        for value in vars(module).values():
            if type(value) in found:
                _keep(found[type(value)], value.key, value)
    return found


@cache
def _known() -> dict[type[Any], dict[str, Any]]:
    found = {kind: dict(by_key) for kind, by_key in _declared().items()}
    for kind, by_key in _declared().items():
        for value in by_key.values():
            for key in value.formerly:
                _keep(found[kind], key, value)
    return found


def _keep(by_key: dict[str, Any], key: str, value: Any) -> None:
    if by_key.setdefault(key, value) is not value:
        raise DuplicateKey(f"Two declarations of {type(value).__name__} have the key {key!r}.")


@cache
def pathways() -> dict[str, Pathway]:
    """Return every pathway by key, with the steps that named it added behind its own."""
    added = [step for step in declared(Step).values() if step.on]
    return {
        key: replace(pathway, steps=pathway.steps + tuple(step for step in added if step.on == key))
        for key, pathway in declared(Pathway).items()
    }


@cache
def pathway(key: str) -> Pathway:
    """Return one pathway by its key, or one it had; raises KeyError if there never was one."""
    return pathways()[known(Pathway)[key].key]


@cache
def pathway_of(step_key: str) -> Pathway | None:
    """Return the pathway a step is on; None for a step that is declared no longer."""
    every = pathways().values()
    return next((each for each in every if any(s.key == step_key for s in each.steps)), None)


@cache
def step(key: str) -> Step:
    """Return one step by its key, or one it had; raises KeyError if there never was one."""
    return known(Step)[key]


def role(key: str) -> Role:
    """Return one role by its key, or one it had; raises KeyError if there never was one."""
    return known(Role)[key]


def instrument(key: str) -> Instrument:
    """Return one instrument by its key, or one it had; raises KeyError if there never was one."""
    return known(Instrument)[key]


@cache
def clocks_of(pathway_key: str) -> tuple[Clock, ...]:
    """Return the clocks whose start is a step of this pathway, in the order of their keys."""
    steps = {step.key for step in pathway(pathway_key).steps}
    return tuple(clock for _, clock in sorted(declared(Clock).items()) if clock.starts in steps)
