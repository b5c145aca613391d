"""Indicators: a measure defined once, and computed wherever the dataset is.

A measure is a count of rows, a share of them (`of_which`), a rate (`per`) or a mix (`by`): each
part of a whole as a share of it. `counts` and `of_which` are Ibis deferred expressions over the
columns of `table`, so the same declaration runs on a laptop and on a cluster. They are unhashable
and their `==` is itself an expression: an indicator is therefore compared by identity.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from goldenthread.kernel import rounding
from goldenthread.language import names

if TYPE_CHECKING:
    from ibis import Deferred

    from goldenthread.kernel.citation import Citation


class Unit(StrEnum):
    """What one of the things counted is. People and events are never printed for each other."""

    PERSON = "person"
    EVENT = "event"
    HOUSEHOLD = "household"
    PLACE = "place"
    SCHOOL = "school"
    RETURN = "return"
    MONEY = "GBP"


class Good(StrEnum):
    """Which way is better. NONE where more or fewer says nothing by itself."""

    HIGH = "high"
    LOW = "low"
    NONE = "none"


class Measure(StrEnum):
    """The form of the number."""

    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    MIX = "mix"


@dataclass(frozen=True, kw_only=True)
class Per:
    """What a rate is divided by: `column` of `table` for the year in which the period starts."""

    table: str
    column: str
    scale: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Mix:
    """What a whole is parted by: the values of `column`, each with its label, in their order.

    A value nobody gave a label is a part of its own all the same, and last.
    """

    column: str
    labels: tuple[tuple[str, str], ...]

    def label_of(self, part: str) -> str:
        """The label of a part; the value itself where it has none."""
        return dict(self.labels).get(part, part)

    def order_of(self, part: str) -> tuple[int, str]:
        """Where a part stands among the others."""
        order = [key for key, _ in self.labels]
        return (order.index(part), "") if part in order else (len(order), part)


@dataclass(frozen=True, kw_only=True)
class Published:
    """Where the same measure stands in a published table, as columns of that table.

    `value` is the publisher's own rate or percentage: kept to be shown, never computed with.
    """

    table: str
    numerator: str
    denominator: str = ""
    value: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Indicator:
    """One measure. `id` is its number in the partnership's registry, such as IND-RF-01.

    `dated_by` is the date column that puts a row in a period. `counts` chooses the rows (all of
    them if None), `of_which` the share of those. `distinct` names the column whose different values
    are counted, for a measure of people over a table of events.
    Raises ValueError for a declaration that contradicts itself.
    """

    key: str
    id: str
    title: str
    definition: str
    table: str
    dated_by: str
    unit: Unit
    good_is: Good
    owner: str
    law: Citation
    counts: Deferred | None = None
    of_which: Deferred | None = None
    distinct: str = ""
    per: Per | None = None
    by: Mix | None = None
    published: Published | None = None
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if self.per is not None and self.of_which is not None:
            raise ValueError(f"{self.key} is both a share and a rate: give of_which or per.")
        if self.by is not None and (self.of_which is not None or self.per or self.distinct):
            raise ValueError(
                f"{self.key} is a mix of events: give by alone, with counts if need be."
            )
        if (self.unit is Unit.PERSON) != bool(self.distinct):
            raise ValueError(
                f"{self.key} must count people exactly where it names the column that tells "
                "them apart: give unit=Unit.PERSON with distinct, or neither."
            )

    @property
    def measure(self) -> Measure:
        """Whether this is a count, a share, a rate or a mix."""
        if self.by is not None:
            return Measure.MIX
        if self.per is not None:
            return Measure.RATE
        return Measure.COUNT if self.of_which is None else Measure.SHARE

    @property
    def scale(self) -> int:
        """What a numerator over a denominator is multiplied by: 1, 100 or the rate's scale."""
        if self.per is not None:
            return self.per.scale
        return 1 if self.measure is Measure.COUNT else 100

    def value(self, *, numerator: int | None, denominator: int | None) -> Fraction | None:
        """The exact value, or None where it cannot be computed (nothing to divide by).

        Of a mix, the value of one part: `denominator` is the whole.
        """
        if numerator is None:
            return None
        if self.measure is Measure.COUNT:
            return Fraction(numerator)
        return Fraction(numerator, denominator) * self.scale if denominator else None

    def shown(self, value: Fraction) -> Decimal:
        """The value as it is printed: counts whole, rates and percentages half up to 1 place."""
        return rounding.half_up(value, 0 if self.measure is Measure.COUNT else 1)
