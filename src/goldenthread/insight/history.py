"""An indicator over the years there are: the area's own line and those it is held against."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.insight import comparators
from goldenthread.insight.comparators import NATIONAL, NEIGHBOURS
from goldenthread.insight.coverage import Coverage
from goldenthread.insight.observations import PROVISIONAL, Observation, Observations
from goldenthread.kernel.period import Period


@dataclass(frozen=True, kw_only=True)
class Year:
    """One year, or one month of one: what was observed, the neighbours' mean, England's value.

    `part` says that the rows we hold do not cover all of it.
    """

    observation: Observation
    neighbours: Fraction | None
    national: Fraction | None
    part: bool = False

    @property
    def period(self) -> Period:
        """The reporting year."""
        return self.observation.period


def of(seen: Observation, *, within: Observations) -> tuple[Year, ...]:
    """Each year of the same indicator and area that there is, oldest first.

    A year whose rows we hold is counted; the others are as published. Both keep their vintage, so
    that nobody takes a change of source for a change in the world.
    """
    found = {
        period: year
        for period in within.published_periods
        if (year := within.published(seen.indicator, area=seen.area, period=period))
    }
    if seen.vintage == PROVISIONAL:
        for held in _own(seen, within):
            year = within.counted(
                seen.indicator, area=seen.area, period=held.period, part=seen.part
            )
            if year:
                found[held.period] = year
    years = sorted(found.values(), key=lambda year: year.period.start)
    part = {held.period for held in _own(seen, within) if held.partly}
    return tuple(
        _beside(year, within, part=year.vintage == PROVISIONAL and year.period in part)
        for year in years
    )


def by_month(seen: Observation, *, within: Observations) -> tuple[Year, ...]:
    """Each month of the same indicator, area and year that was counted, in order."""
    if seen.vintage != PROVISIONAL:
        return ()
    months = within.months(seen.indicator, area=seen.area, period=seen.period)
    return tuple(Year(observation=month, neighbours=None, national=None) for month in months)


def _own(seen: Observation, within: Observations) -> Iterator[Coverage]:
    """What we hold of the same area."""
    return (held for held in within.covered(seen.indicator) if held.area == seen.area)


def _beside(seen: Observation, within: Observations, *, part: bool) -> Year:
    values = {c.type: c.value for c in comparators.beside(seen, within=within)}
    return Year(
        observation=seen, neighbours=values[NEIGHBOURS], national=values[NATIONAL], part=part
    )
