"""One line that says what a number shows, for those who read words and not charts."""

from collections.abc import Sequence
from fractions import Fraction

from goldenthread.insight import signs
from goldenthread.insight.comparators import (
    NATIONAL,
    NEIGHBOURS,
    PREVIOUS_YEAR,
    REGIONAL,
    TARGET,
    Comparator,
)
from goldenthread.insight.signs import SignRow
from goldenthread.language.indicator import Indicator, Measure


def of(row: SignRow) -> str:
    """The reading of one sign. It says what is more and what is less, never what is the cause."""
    indicator, seen = row.indicator, row.observation
    if seen.value is None:
        return f"{row.area_name}, {seen.period.label}: there is no number. {seen.reason}"
    compared = [_against(indicator, seen.value, c) for c in row.comparators]
    parts = [part for part in compared if part]
    words = f"{row.area_name}, {seen.period.label}: {signs.in_words(indicator, seen.value)}"
    if indicator.measure in signs.PERCENTAGES:
        words += f" ({signs.plain(seen.numerator)} of {signs.plain(seen.denominator)})"
    words += f", {_listed(parts)}." if parts else ", with nothing to hold it against."
    return f"{words} {seen.reason}".strip()


def of_mix(rows: Sequence[SignRow]) -> str:
    """The reading of a mix: its largest parts and how much of the whole they are."""
    there = [row for row in rows if row.observation.numerator]
    if not there:
        return of(rows[0])
    largest = sorted(there, key=lambda row: -(row.observation.numerator or 0))[:3]
    first, seen = largest[0], largest[0].observation
    said = [
        f"{signs.part_title(row)} ({signs.in_words(row.indicator, row.observation.value)})"
        for row in largest
    ]
    words = (
        f"{first.area_name}, {seen.period.label}: of {signs.plain(seen.denominator)}, the most are "
        f"{_listed(said)}."
    )
    return f"{words} {seen.reason}".strip()


def _against(indicator: Indicator, value: Fraction, other: Comparator) -> str:
    # A council's number of referrals says nothing beside all of England's, or a smaller council's.
    # The region stands in the table: one line of words has room for the nearest and for all.
    if (
        other.value is None
        or other.type == REGIONAL
        or (indicator.measure is Measure.COUNT and other.type in (NEIGHBOURS, NATIONAL))
    ):
        return ""
    shown = signs.shown_words(indicator, other.value)
    unit = "%" if indicator.measure in signs.PERCENTAGES else ""
    if other.type == PREVIOUS_YEAR:
        return f"{_moved(indicator, value, other.value)} {shown}{unit} in {other.period}"
    if other.type == TARGET:
        return f"{_stands(indicator, value, other.value)} the target of {shown}{unit}"
    whom = "England" if other.type == NATIONAL else "the mean of its statistical neighbours"
    return f"{_stands(indicator, value, other.value)} {whom} ({shown}{unit})"


def _moved(indicator: Indicator, value: Fraction, before: Fraction) -> str:
    if indicator.shown(value) == indicator.shown(before):
        return "the same as"
    return "up from" if value > before else "down from"


def _stands(indicator: Indicator, value: Fraction, other: Fraction) -> str:
    if indicator.shown(value) == indicator.shown(other):
        return "level with"
    return "above" if value > other else "below"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
