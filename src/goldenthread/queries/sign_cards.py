"""A sign in words: what is printed on its card. Nothing is worked out here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from goldenthread.insight import charts, history, readings, signs
from goldenthread.insight.comparators import (
    NATIONAL,
    NEIGHBOURS,
    PREVIOUS_YEAR,
    REGIONAL,
    TARGET,
    Comparator,
)
from goldenthread.insight.history import Year
from goldenthread.insight.observations import PROVISIONAL, Observations
from goldenthread.insight.signs import SignRow
from goldenthread.kernel import calendar, words
from goldenthread.language.indicator import Measure

_HELD_AGAINST = {
    PREVIOUS_YEAR: "The year before",
    NEIGHBOURS: "Mean of statistical neighbours",
    REGIONAL: "The region",
    NATIONAL: "England",
    TARGET: "Target",
}


@dataclass(frozen=True, kw_only=True)
class HeldAgainst:
    """One comparator in words. `value` is "-" where there is none; `note` says whose it is."""

    type: str
    title: str
    period: str
    value: str
    note: str


@dataclass(frozen=True, kw_only=True)
class HistoryRow:
    """One year of the table beside the chart, in words."""

    period: str
    value: str
    numerator: str
    denominator: str
    neighbours: str
    national: str
    vintage: str
    note: str


@dataclass(frozen=True, kw_only=True)
class PartRow:
    """One part of a mix in words, beside the same part the year before ("-" where not held)."""

    title: str
    value: str
    number: str
    before: str
    width: str


@dataclass(frozen=True, kw_only=True)
class SignCard:
    """One indicator of one area in one period, in words, ready to be shown.

    `value` is the number alone ("697.4", "84.0%") and `value_unit` what goes with it; both are ""
    where there is no number, and `reason` then says why. `chart_svg` is an SVG element, or "".
    A mix has `parts` instead of one value, largest first.
    """

    id: str
    key: str
    title: str
    definition: str
    law: str
    good_is: str
    owner: str
    unit: str
    area: str
    area_code: str
    period: str
    value: str
    value_unit: str
    numerator: str
    denominator: str
    parts: tuple[PartRow, ...]
    comparators: tuple[HeldAgainst, ...]
    history: tuple[HistoryRow, ...]
    chart_svg: str
    reading: str
    snapshot: str
    source: str
    reason: str
    suppressed: bool


def card(
    row: SignRow, within: Observations, now: datetime, *, parts: Sequence[SignRow]
) -> SignCard:
    """The card of a sign; of a mix, `parts` are the rows of every part of it."""
    indicator, seen = row.indicator, row.observation
    mixed = indicator.measure is Measure.MIX
    years = () if mixed else history.of(seen, within=within)
    return SignCard(
        id=indicator.id,
        key=indicator.key,
        title=indicator.title,
        definition=indicator.definition,
        law=str(indicator.law),
        good_is=indicator.good_is.value,
        owner=indicator.owner.replace("-", " ").capitalize(),
        unit=indicator.unit.value,
        area=row.area_name,
        area_code=seen.area,
        period=seen.period.label,
        value="" if mixed else _value(row),
        value_unit=_unit(row),
        parts=_parts(parts) if mixed else (),
        numerator=signs.plain(seen.numerator),
        denominator=signs.plain(seen.denominator),
        comparators=() if mixed else _comparators(row),
        history=tuple(in_words(year) for year in years),
        chart_svg=chart(row, years),
        reading=readings.of_mix(parts) if mixed else readings.of(row),
        snapshot=row.snapshot,
        source=_source(within, row, now),
        reason=seen.reason,
        suppressed=seen.suppressed,
    )


def _parts(rows: Sequence[SignRow]) -> tuple[PartRow, ...]:
    """Each part with something in it, largest first."""
    there = [row for row in rows if row.observation.value is not None]
    largest = max((row.observation.numerator or 0 for row in there), default=0)
    return tuple(
        PartRow(
            title=signs.part_title(row),
            value=_value(row),
            number=signs.plain(row.observation.numerator),
            before=_before(row),
            width=f"{round(100 * (row.observation.numerator or 0) / largest)}",
        )
        for row in sorted(there, key=lambda row: -(row.observation.numerator or 0))
    )


def _before(row: SignRow) -> str:
    (before,) = (other for other in row.comparators if other.type == PREVIOUS_YEAR)
    shown = signs.shown_words(row.indicator, before.value)
    return shown if before.value is None else f"{shown}%"


def chart(row: SignRow, years: Sequence[Year], *, by: str = "chart") -> str:
    """The chart of some years, or months, of a sign; `by` makes its ids unique on the page."""
    seen = row.observation
    return charts.drawn(
        years,
        indicator=row.indicator,
        name=row.area_name,
        key=f"{by}-{row.indicator.key}-{seen.area}-{seen.vintage}",
        chosen=seen.period.label,
        reading=readings.of(row),
    )


def _value(row: SignRow) -> str:
    if row.value is None:
        return ""
    return f"{row.value:,}{'%' if row.indicator.measure in signs.PERCENTAGES else ''}"


def _unit(row: SignRow) -> str:
    if row.value is None or row.indicator.measure is Measure.COUNT:
        return ""
    if row.indicator.per:
        return row.indicator.per.words
    seen = row.observation
    return f"{signs.plain(seen.numerator)} of {signs.plain(seen.denominator)}"


def _comparators(row: SignRow) -> tuple[HeldAgainst, ...]:
    percent = "%" if row.indicator.measure in signs.PERCENTAGES else ""
    return tuple(
        HeldAgainst(
            type=other.type,
            title=_HELD_AGAINST[other.type],
            period=other.period,
            value=signs.shown_words(row.indicator, other.value) + (percent if other.value else ""),
            note=_note(row, other),
        )
        for other in row.comparators
    )


def _note(row: SignRow, other: Comparator) -> str:
    unpublished = row.indicator.published is None
    if unpublished and other.type in (NEIGHBOURS, REGIONAL, NATIONAL):
        once = other.type == NEIGHBOURS
        return "Nobody publishes this number, of these or of any area." if once else ""
    notes = []
    if other.type == NEIGHBOURS:
        notes.append(f"{other.area}: {other.of or 'none'} with a number.")
    if other.type in (REGIONAL, TARGET) and other.value is not None:
        notes.append(f"{other.area}.")
    if row.indicator.measure is Measure.COUNT and other.type in (NEIGHBOURS, REGIONAL, NATIONAL):
        notes.append("A number and not a rate: an area with more children has more.")
    return " ".join(notes)


def in_words(year: Year) -> HistoryRow:
    """One year, or month, as a row of a table."""
    seen = year.observation
    indicator = seen.indicator
    return HistoryRow(
        period=seen.period.label,
        value="-" if seen.value is None else f"{indicator.shown(seen.value):,}",
        numerator=signs.plain(seen.numerator),
        denominator=signs.plain(seen.denominator),
        neighbours=signs.shown_words(indicator, year.neighbours),
        national=signs.shown_words(indicator, year.national),
        vintage="Counted" if seen.vintage == PROVISIONAL else "Published",
        note=seen.reason,
    )


def _source(within: Observations, row: SignRow, now: datetime) -> str:
    """Where the number comes from and how old it is; "" where there is no number at all."""
    snapshot, seen = within.snapshot, row.observation
    if seen.numerator is None:
        return ""
    if seen.vintage != PROVISIONAL:
        return "Worked out from numbers the Department for Education published."
    if snapshot.kind == "imported":
        held = (c for c in within.covered(row.indicator) if c.covers(seen.area, seen.period))
        return f"Counted from {next(held).source.title} that was loaded. Not yet published."
    taken = datetime.fromisoformat(snapshot.manifest["about"]["as_at"])
    days = (calendar.london_date(now) - calendar.london_date(taken)).days
    # A clock put back since they were taken would make them of the future: then no age is given.
    age = {0: ", today", 1: ", yesterday"}.get(days, f", {days} days ago" if days > 0 else "")
    return f"Counted from our own records as of {words.plain_moment(taken)}{age}."
