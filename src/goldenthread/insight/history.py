"""An indicator over the years there are: the area's own line and those it is held against."""

from dataclasses import dataclass
from fractions import Fraction

from goldenthread.insight import comparators
from goldenthread.insight.comparators import NATIONAL, NEIGHBOURS
from goldenthread.insight.observations import PROVISIONAL, Observation, Observations
from goldenthread.kernel.period import Period


@dataclass(frozen=True, kw_only=True)
class Year:
    """One year, or one month of one: what was observed, the neighbours' mean, England's value."""

    observation: Observation
    neighbours: Fraction | None
    national: Fraction | None

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
        for held in within.covered(seen.indicator):
            year = within.counted(
                seen.indicator, area=seen.area, period=held.period, part=seen.part
            )
            if year and held.area == seen.area:
                found[held.period] = year
    years = sorted(found.values(), key=lambda year: year.period.start)
    return tuple(_beside(year, within) for year in years)


def by_month(seen: Observation, *, within: Observations) -> tuple[Year, ...]:
    """Each month of the same indicator, area and year that was counted, in order."""
    if seen.vintage != PROVISIONAL:
        return ()
    months = within.months(seen.indicator, area=seen.area, period=seen.period)
    return tuple(Year(observation=month, neighbours=None, national=None) for month in months)


def _beside(seen: Observation, within: Observations) -> Year:
    values = {c.type: c.value for c in comparators.beside(seen, within=within)}
    return Year(observation=seen, neighbours=values[NEIGHBOURS], national=values[NATIONAL])
