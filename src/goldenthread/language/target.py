"""Targets: what the partnership means to reach for a measure, from a day to a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from goldenthread.kernel import period
from goldenthread.language import names

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from goldenthread.kernel.citation import Citation


@dataclass(frozen=True, kw_only=True)
class Target:
    """A value to reach of one indicator, in the indicator's own unit (84 for 84%).

    It holds for periods that start from `since` to `until`, both days included. `indicator` is the
    key of the measure, `agreed_by` who set it.
    """

    key: str
    indicator: str
    value: Fraction
    agreed_by: str
    law: Citation
    since: date | None = None
    until: date | None = None
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)

    def holds(self, on: date) -> bool:
        """Whether it holds for a period that starts on that day."""
        return period.in_force(on, since=self.since, until=self.until)
