"""A legal basis: what lets an agency give something about somebody to another, and from when.

Law moves, so each carries the days it was in force and none is a constant of code. Three sorts are
kept apart, because one does not stand for another: the lawful basis of article 6, the condition for
what article 9 protects more, and the power or duty of the agency that gives.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.kernel.citation import Citation
from goldenthread.language import names
from goldenthread.language.question import Option


class Sort(StrEnum):
    """Which of the three questions it answers."""

    LAWFUL_BASIS = "lawful-basis"
    CONDITION = "condition"
    POWER = "power"


@dataclass(frozen=True, kw_only=True)
class Basis:
    """One of them, as somebody who gives information chooses it.

    `since` and `until` are the first and last day it was in force.
    """

    key: str
    sort: Sort
    title: str
    law: Citation
    hint: str = ""
    since: date | None = None
    until: date | None = None
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)


def options(bases: Iterable[Basis], *, sort: Sort) -> tuple[Option, ...]:
    """Return those of one sort as the answers a choice offers, each while it is in force."""
    return tuple(
        Option(
            key=each.key,
            label=each.title,
            hint=each.hint or str(each.law),
            since=each.since,
            until=each.until,
        )
        for each in bases
        if each.sort is sort
    )
