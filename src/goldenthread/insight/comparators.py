"""What a value is held against: the year before, the neighbours' mean and England.

The year before is compared within one vintage: counted with counted, published with published. The
neighbours' mean is the unweighted mean of those that have a value (DfE's practice).
"""

from dataclasses import dataclass
from fractions import Fraction

from goldenthread.insight import areas
from goldenthread.insight.observations import PROVISIONAL, PUBLISHED, Observation, Observations

PREVIOUS_YEAR = "previous_year"
NEIGHBOURS = "statistical_neighbour_mean"
NATIONAL = "national"


@dataclass(frozen=True, kw_only=True)
class Comparator:
    """Another value of the same indicator. `value` is exact, and None where there is none.

    `of` says how many areas the value is the mean of: 1, or the neighbours that have one.
    """

    type: str
    area: str
    period: str
    value: Fraction | None
    vintage: str
    of: int = 1


def beside(observation: Observation, *, within: Observations) -> tuple[Comparator, ...]:
    """The three comparators of an observation, in order; those without a value included."""
    return (
        _previous(observation, within),
        _neighbours(observation, within),
        _national(observation, within),
    )


def _previous(seen: Observation, within: Observations) -> Comparator:
    year = seen.period.previous()
    if seen.vintage == PROVISIONAL:
        before = within.counted(seen.indicator, area=seen.area, period=year, part=seen.part)
    else:
        before = within.published(seen.indicator, area=seen.area, period=year)
    return Comparator(
        type=PREVIOUS_YEAR,
        area=seen.area,
        period=seen.period.previous().label,
        value=before.value if before else None,
        vintage=seen.vintage,
    )


def _neighbours(seen: Observation, within: Observations) -> Comparator:
    area = areas.of(seen.area)
    group = areas.neighbours(area, period=seen.period)
    found = [
        within.published(seen.indicator, area=council, period=seen.period)
        for council in (group.councils if group else ())
    ]
    values = [one.value for one in found if one and one.value is not None]
    name = within.name_of(seen.area)
    return Comparator(
        type=NEIGHBOURS,
        area=f"Neighbours of {name}" + (f" (group of {group.version})" if group else ""),
        period=seen.period.label,
        value=sum(values, Fraction(0)) / len(values) if values else None,
        vintage=PUBLISHED,
        of=len(values),
    )


def _national(seen: Observation, within: Observations) -> Comparator:
    england = within.published(seen.indicator, area=areas.ENGLAND, period=seen.period)
    return Comparator(
        type=NATIONAL,
        area="England",
        period=seen.period.label,
        value=england.value if england else None,
        vintage=PUBLISHED,
    )
