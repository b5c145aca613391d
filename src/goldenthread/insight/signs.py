"""Vital signs: for each indicator and area, the value of a period and what it is held against."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from goldenthread.insight import areas, comparators, dataset, observations
from goldenthread.insight.comparators import Comparator
from goldenthread.insight.dataset import Snapshot
from goldenthread.insight.observations import Observation, Observations
from goldenthread.kernel import rounding
from goldenthread.kernel.period import Period, reporting_year
from goldenthread.language.indicator import Indicator, Measure

# Of a year of which less is held there is too little to read.
_BEGUN = timedelta(days=60)
# What is printed with a per cent sign.
PERCENTAGES = (Measure.SHARE, Measure.MIX)
HEADINGS = (
    "Indicator",
    "Area",
    "Period",
    "Value",
    "Numerator",
    "Denominator",
    "Year before",
    "Neighbours",
    "Region",
    "England",
    "Target",
    "Note",
)


@dataclass(frozen=True, kw_only=True)
class SignRow:
    """One indicator of one area in one period. `area` is a council's three-digit code.

    `reason` says why there is no value, or what to know about the value there is.
    """

    observation: Observation
    area_name: str
    comparators: tuple[Comparator, ...]
    snapshot: str

    @property
    def indicator(self) -> Indicator:
        """The indicator observed."""
        return self.observation.indicator

    @property
    def value(self) -> Decimal | None:
        """The value as it is printed: half up, counts whole, the rest to one place."""
        exact = self.observation.value
        return None if exact is None else self.indicator.shown(exact)


def rows(
    *,
    home: Path,
    period: str | Period | None = None,
    source: str | None = None,
    area: str | None = None,
) -> list[SignRow]:
    """The signs of a reporting year ("2019-20", or the newest there is) from one pinned snapshot.

    `area` is the partnership's own if not given. First come the areas whose rows we hold, then the
    partnership's as published, where its own rows do not cover the whole year. Raises
    dataset.NoSnapshot, or ValueError for what is not a reporting year.
    """
    own = area or areas.own().la_code
    within = observations.of(dataset.chosen(home=home, source=source))
    if period is None:
        found = newest_period(within)
    else:
        found = reporting_year(period) if isinstance(period, str) else period
    return [
        SignRow(
            observation=seen,
            area_name=within.name_of(seen.area),
            comparators=comparators.beside(seen, within=within),
            snapshot=within.snapshot.id,
        )
        for indicator in within.indicators
        for seen in _seen(indicator, found, own, within)
    ]


def periods(snapshot: Snapshot) -> list[Period]:
    """The reporting years a snapshot has anything for, newest first."""
    within = observations.of(snapshot)
    held = {c.period for indicator in within.indicators for c in within.covered(indicator)}
    return sorted({*held, *within.published_periods}, key=lambda p: p.start, reverse=True)


def newest_period(within: Observations) -> Period:
    """The newest year of which we hold our own area's rows, or any rows, or what DfE printed.

    A year that has only just begun is not chosen while there is another: it says nothing yet.
    Raises dataset.NoSnapshot if the snapshot has nothing at all.
    """
    own = areas.own().la_code
    every = [c for indicator in within.indicators for c in within.covered(indicator)]
    held = [c for c in every if c.last - c.first >= _BEGUN] or every
    choices = [c.period for c in held if c.area == own] or [c.period for c in held]
    choices = choices or list(within.published_periods)
    if not choices:
        raise dataset.NoSnapshot(
            f"The snapshot {within.snapshot.id} has nothing to count: load a return or a published "
            "table with goldenthread import."
        )
    return max(choices, key=lambda period: period.start)


def as_json(signs: Sequence[SignRow]) -> str:
    """The rows as JSON text."""
    return json.dumps([_json(row) for row in signs], indent=2, ensure_ascii=False)


def as_csv(signs: Sequence[SignRow]) -> str:
    """The rows as CSV text, the comparators as columns of their own."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    wide = [_wide(row) for row in signs]
    names = ["id", "key", "title", "unit", "period", "area", "area_name", "breakdown"]
    names += ["numerator", "denominator", "value", "suppressed", "reason"]
    names += [*comparators.EVERY, "snapshot"]
    writer.writerow(names)
    writer.writerows([_safe(row.get(name)) for name in names] for row in wide)
    return text.getvalue()


def as_table(signs: Sequence[SignRow]) -> list[tuple[str, ...]]:
    """The rows as words under HEADINGS, for people."""
    return [
        (
            titled(row),
            row.area_name,
            row.observation.period.label,
            in_words(row.indicator, row.observation.value) or "not known",
            plain(row.observation.numerator),
            plain(row.observation.denominator),
            *(_compared(row, type_) for type_ in comparators.EVERY),
            row.observation.reason,
        )
        for row in signs
    ]


def titled(row: SignRow) -> str:
    """The number and title of what a row shows, and which part of it."""
    named = f": {part_title(row)}" if row.observation.part else ""
    return f"{row.indicator.id} {row.indicator.title}{named}"


def part_title(row: SignRow) -> str:
    """The name of the part of a mix that a row shows; "" for what has none."""
    by, part = row.indicator.by, row.observation.part
    return by.label_of(part) if by and part else ""


def in_words(indicator: Indicator, value: Fraction | None) -> str:
    """A value as people say it: "9,934", "84.0%" or "697.4 for every 10,000 children"."""
    if value is None:
        return ""
    shown = f"{indicator.shown(value):,}"
    if indicator.per:
        return f"{shown} {indicator.per.words}"
    return f"{shown}%" if indicator.measure in PERCENTAGES else shown


def shown_words(indicator: Indicator, value: Fraction | None) -> str:
    """A comparator's value without its unit, or "-" where there is none."""
    return "-" if value is None else f"{_comparable(indicator, value):,}"


def plain(number: int | None) -> str:
    """A whole number with its thousands apart, or "-"."""
    return "-" if number is None else f"{number:,}"


def _seen(
    indicator: Indicator, period: Period, own: str, within: Observations
) -> Iterator[Observation]:
    held = sorted(
        (c for c in within.covered(indicator) if c.period == period),
        key=lambda c: (c.area != own, c.area),
    )
    for covered in held:
        yield from within.parts(indicator, area=covered.area, period=period)
    whole = any(c.area == own and not c.partly for c in held)
    published = within.published(indicator, area=own, period=period)
    if published is not None and not whole:
        yield published
    elif not held:
        yield within.absent(indicator, area=own, period=period)


def _compared(row: SignRow, type_: str) -> str:
    found = (other.value for other in row.comparators if other.type == type_)
    return shown_words(row.indicator, next(found, None))


def _comparable(indicator: Indicator, value: Fraction) -> Decimal:
    """A comparator as printed. The mean of several counts is seldom whole: it keeps one place."""
    whole = indicator.measure is Measure.COUNT and value.denominator == 1
    return rounding.half_up(value, 0 if whole else 1)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.as_tuple().exponent == 0 else float(value)


def _json(row: SignRow) -> dict[str, Any]:
    seen = row.observation
    return {
        "id": row.indicator.id,
        "key": row.indicator.key,
        "title": row.indicator.title,
        "unit": row.indicator.unit.value,
        "period": seen.period.label,
        "area": seen.area,
        "breakdown": seen.part or None,
        "numerator": seen.numerator,
        "denominator": seen.denominator,
        "value": _number(row.value),
        "suppressed": seen.suppressed,
        "reason": seen.reason or None,
        "comparators": [
            {
                "type": c.type,
                "area": c.area,
                "period": c.period,
                "value": None if c.value is None else _number(_comparable(row.indicator, c.value)),
                "vintage": c.vintage,
            }
            for c in row.comparators
        ],
        "snapshot": row.snapshot,
    }


def _wide(row: SignRow) -> dict[str, Any]:
    flat = _json(row)
    return (
        flat | {"area_name": row.area_name} | {c["type"]: c["value"] for c in flat["comparators"]}
    )


def _safe(cell: Any) -> Any:
    """A cell no spreadsheet takes for a formula (OWASP, CSV injection)."""
    risky = isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n")
    return f"'{cell}" if risky else cell
