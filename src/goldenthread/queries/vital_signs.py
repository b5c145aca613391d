"""Vital Signs: what an analyst, a manager or the board reads, one card an indicator and area."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.insight import charts, dataset, history, observations, readings, signs
from goldenthread.insight.comparators import (
    NATIONAL,
    NEIGHBOURS,
    PREVIOUS_YEAR,
    REGIONAL,
    TARGET,
    Comparator,
)
from goldenthread.insight.dataset import Kind, Snapshot
from goldenthread.insight.history import Year
from goldenthread.insight.observations import PROVISIONAL, Observations
from goldenthread.insight.signs import SignRow
from goldenthread.kernel import calendar, words
from goldenthread.language.indicator import Measure

VERB = "signs.read"

_HELD_AGAINST = {
    PREVIOUS_YEAR: "The year before",
    NEIGHBOURS: "Mean of statistical neighbours",
    REGIONAL: "The region",
    NATIONAL: "England",
    TARGET: "Target",
}
_SOURCES: tuple[tuple[Kind, str], ...] = (
    ("live", "Our own records"),
    ("imported", "Returns and published tables"),
)


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


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What can be asked for: reporting years, newest first, and sources as (key, words)."""

    period: str
    periods: tuple[str, ...]
    source: str
    sources: tuple[tuple[str, str], ...]


def page(
    *,
    viewer: Viewer,
    home: Path,
    now: datetime,
    period: str | None = None,
    source: str | None = None,
) -> list[SignCard]:
    """The cards of a reporting year, the newest if none is given; `home` is the state folder.

    Raises Denied, dataset.NoSnapshot, or ValueError for what is not a reporting year.
    """
    decision.require(viewer=viewer, verb=VERB)
    rows = signs.rows(home=home, period=period or None, source=source or None)
    if not rows:
        return []
    within = observations.of(dataset.pinned(home=home, snapshot_id=rows[0].snapshot))
    mixes: dict[tuple[str, str], list[SignRow]] = {}
    for row in rows:
        mixes.setdefault((row.indicator.key, row.observation.area), []).append(row)
    return [
        _card(row, within, now, parts=mixes[row.indicator.key, row.observation.area])
        for row in _one_each(rows)
    ]


def _one_each(rows: list[SignRow]) -> list[SignRow]:
    """One row for each indicator and area: what was counted from rows held before what was printed.

    Two numbers under one title would leave a reader to guess which is theirs; the year as published
    is chosen at the top of the page, and `goldenthread signs` prints both.
    """
    first: dict[tuple[str, str], SignRow] = {}
    for row in rows:
        first.setdefault((row.indicator.key, row.observation.area), row)
    return list(first.values())


def choices(
    *, viewer: Viewer, home: Path, period: str | None = None, source: str | None = None
) -> Choices:
    """The years and sources there are, and which are chosen; raises Denied, dataset.NoSnapshot."""
    decision.require(viewer=viewer, verb=VERB)
    snapshot = dataset.chosen(home=home, source=source or None)
    years = tuple(found.label for found in signs.periods(snapshot))
    return Choices(
        period=period or signs.newest_period(observations.of(snapshot)).label,
        periods=years,
        source=source or snapshot.kind,
        sources=tuple((k, title) for k, title in _SOURCES if dataset.newest(home=home, kind=k)),
    )


def _card(
    row: SignRow, within: Observations, now: datetime, *, parts: Sequence[SignRow]
) -> SignCard:
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
        history=tuple(_year(year) for year in years),
        chart_svg=_chart(row, years),
        reading=readings.of_mix(parts) if mixed else readings.of(row),
        snapshot=row.snapshot,
        source=_source(within.snapshot, row, now),
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


def _chart(row: SignRow, years: Sequence[Year]) -> str:
    seen = row.observation
    return charts.drawn(
        years,
        indicator=row.indicator,
        name=row.area_name,
        key=f"chart-{row.indicator.key}-{seen.area}-{seen.vintage}",
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
    notes = [f"{other.area}: {other.of} with a number."] if other.type == NEIGHBOURS else []
    if other.type in (REGIONAL, TARGET) and other.value is not None:
        notes.append(f"{other.area}.")
    if row.indicator.measure is Measure.COUNT and other.type in (NEIGHBOURS, REGIONAL, NATIONAL):
        notes.append("A number and not a rate: an area with more children has more.")
    return " ".join(notes)


def _year(year: Year) -> HistoryRow:
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


def _source(snapshot: Snapshot, row: SignRow, now: datetime) -> str:
    """Where the number comes from and how old it is; "" where there is no number at all."""
    if row.observation.numerator is None:
        return ""
    if row.observation.vintage != PROVISIONAL:
        return "Worked out from numbers the Department for Education published."
    if snapshot.kind == "imported":
        return "Counted from a children in need census that was loaded. Not yet published."
    taken = datetime.fromisoformat(snapshot.manifest["about"]["as_at"])
    days = (calendar.london_date(now) - calendar.london_date(taken)).days
    # A clock put back since they were taken would make them of the future: then no age is given.
    age = {0: ", today", 1: ", yesterday"}.get(days, f", {days} days ago" if days > 0 else "")
    return f"Counted from our own records as of {words.plain_moment(taken)}{age}."
