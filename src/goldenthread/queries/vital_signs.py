"""Vital Signs: what an analyst, a manager or the board reads, one card an indicator and area."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.insight import (
    dataset,
    freeze,
    history,
    observations,
    release,
    signs,
)
from goldenthread.insight.dataset import Kind, Snapshot
from goldenthread.insight.observations import PROVISIONAL, Observation
from goldenthread.insight.signs import SignRow
from goldenthread.kernel import words
from goldenthread.queries import sign_cards
from goldenthread.queries.sign_cards import HistoryRow, SignCard

VERB = "signs.read"

_SOURCES: tuple[tuple[Kind, str], ...] = (
    ("live", "Our own records"),
    ("imported", "Returns and published tables"),
)


@dataclass(frozen=True, kw_only=True)
class SignDetail:
    """One sign alone: its card, and the months of its year where we count them ourselves.

    `frozen_on` is the day the year was frozen, "" while it is not, and `late` how many rows were
    entered or changed since.
    """

    card: SignCard
    months: tuple[HistoryRow, ...]
    months_svg: str
    frozen_on: str
    late: int


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
        sign_cards.card(row, within, now, parts=mixes[row.indicator.key, row.observation.area])
        for row in _one_each(rows)
    ]


def one(
    *,
    viewer: Viewer,
    home: Path,
    now: datetime,
    key: str,
    area: str = "",
    period: str | None = None,
    source: str | None = None,
) -> SignDetail:
    """One indicator of one area in a reporting year, month by month.

    `area` is the first there is if none is given. Raises Denied, dataset.NoSnapshot, KeyError for
    no such measure, or ValueError for what is not a reporting year.
    """
    decision.require(viewer=viewer, verb=VERB)
    rows = [
        row
        for row in signs.rows(home=home, period=period or None, source=source or None)
        if row.indicator.key == key
    ]
    if not rows:
        raise KeyError(key)
    area = area or rows[0].observation.area
    chosen = [row for row in rows if row.observation.area == area] or rows
    within = observations.of(dataset.pinned(home=home, snapshot_id=rows[0].snapshot))
    row = chosen[0]
    months = history.by_month(row.observation, within=within)
    return SignDetail(
        card=sign_cards.card(row, within, now, parts=chosen),
        months=tuple(sign_cards.in_words(month) for month in months),
        months_svg=sign_cards.chart(row, months, by="months"),
        **_year_end(home, row.observation, within.snapshot),
    )


def _year_end(home: Path, seen: Observation, snapshot: Snapshot) -> dict[str, Any]:
    """When the year was frozen and how much came in after, where the records are what is shown."""
    period, ours = seen.period.label, snapshot.kind == "live" and seen.vintage == PROVISIONAL
    kept = freeze.frozen(home=home, period=period) if ours else None
    if kept is None:
        return {"frozen_on": "", "late": 0}
    return {
        "frozen_on": words.plain_moment(kept.at),
        "late": len(freeze.late(home=home, period=period)),
    }


def for_release(
    *, viewer: Viewer, home: Path, period: str | None = None, source: str | None = None
) -> str:
    """The signs of a year as CSV, with small counts hidden: fit to leave the partnership.

    Raises Denied, dataset.NoSnapshot, or ValueError for what is not a reporting year.
    """
    decision.require(viewer=viewer, verb=VERB)
    rows = signs.rows(home=home, period=period or None, source=source or None)
    return signs.as_csv(release.outward(rows))


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
