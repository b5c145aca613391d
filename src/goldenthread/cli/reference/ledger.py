"""keys.txt: the ledger of every key content has ever had. Records are kept by these keys.

The ledger only grows. A key that content no longer declares must be named in the `formerly` of
what took its place; `lost` lists those that are not, and a test holds it empty.
"""

from collections.abc import Iterator
from typing import Any

from goldenthread.content import catalogue
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.allowance import Allowance
from goldenthread.language.clock import Clock
from goldenthread.language.indicator import Indicator
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.language.need_to_know import FieldClass, GrantKind, Purpose, RecordState
from goldenthread.language.pathway import Lane, Pathway
from goldenthread.language.question import Option, Question
from goldenthread.language.role import Role
from goldenthread.language.step import Step
from goldenthread.language.target import Target

HEAD = (
    "# Every key that content has had, one a line: its kind, then its path.\n"
    "# Written by `make fix`, which adds and never takes away. Records are kept by these keys, so\n"
    "# one that has gone must be named in the `formerly` of what took its place.\n"
)
Keyed = Section | Question | Option | Lane


def text(*, so_far: str) -> str:
    """Return the ledger: the lines kept so far and those content declares now, in order."""
    return HEAD + "".join(f"{line}\n" for line in sorted(kept(so_far) | set(declared())))


def kept(so_far: str) -> set[str]:
    """Return the lines of a ledger, without what is said above them."""
    return {line for line in so_far.splitlines() if line and not line.startswith("#")}


def lost(*, so_far: str) -> list[str]:
    """Return the lines that content neither declares nor says it declared before."""
    return sorted(kept(so_far) - set(declared()))


def declared() -> Iterator[str]:
    """Yield a line for each key content has or says it had."""
    for kind, name in _NAMED:
        for declaration in catalogue.declared(kind).values():
            yield from _lines(name, "", declaration.key, declaration.formerly)
    for pathway in catalogue.declared(Pathway).values():
        for lane in pathway.lanes:
            yield from _under("lane", [pathway.key, *pathway.formerly], lane)
    for form in catalogue.declared(Instrument).values():
        for version in (form, *form.earlier):
            yield from _of_form(version)


_NAMED: tuple[tuple[type[Any], str], ...] = (
    (AgencyKind, "agency-kind"),
    (Allowance, "allowance"),
    (Clock, "clock"),
    (FieldClass, "field-class"),
    (GrantKind, "grant-kind"),
    (Indicator, "indicator"),
    (Instrument, "instrument"),
    (MeetingKind, "meeting-kind"),
    (Pathway, "pathway"),
    (Purpose, "purpose"),
    (RecordState, "record-state"),
    (Role, "role"),
    (Step, "step"),
    (Target, "target"),
)


def _of_form(form: Instrument) -> Iterator[str]:
    """Yield the keys its answers are kept by: only a repeating section's is among them."""
    for section in form.sections:
        parents = [form.key, *form.formerly]
        if section.repeats:
            yield from _under("section", parents, section)
        head = form.rows_of(section)
        if head.repeats:
            heads = (head.key, *head.formerly)
            parents = [f"{parent}/{key}" for parent in parents for key in heads]
        for question in section.questions:
            yield from _under("question", parents, question)
            of = [f"{p}/{key}" for p in parents for key in (question.key, *question.formerly)]
            for option in question.options:
                yield from _under("option", of, option)


def _under(name: str, parents: list[str], declaration: Keyed) -> Iterator[str]:
    for parent in parents:
        yield from _lines(name, f"{parent}/", declaration.key, declaration.formerly)


def _lines(name: str, parent: str, key: str, formerly: tuple[str, ...]) -> Iterator[str]:
    for each in (key, *formerly):
        yield f"{name} {parent}{each}"
