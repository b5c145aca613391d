"""What a value is held against: the year before, neighbours, region, England and a target.

The year before is compared within one vintage: counted with counted, published with published. The
neighbours' mean is the unweighted mean of those that have a value (DfE's practice).
"""

from dataclasses import dataclass
from fractions import Fraction

from goldenthread.content import catalogue
from goldenthread.insight import areas, disclosure
from goldenthread.insight.observations import PROVISIONAL, PUBLISHED, Observation, Observations
from goldenthread.language.target import Target

PREVIOUS_YEAR = "previous_year"
NEIGHBOURS = "statistical_neighbour_mean"
REGIONAL = "regional"
NATIONAL = "national"
TARGET = "target"
EVERY = (PREVIOUS_YEAR, NEIGHBOURS, REGIONAL, NATIONAL, TARGET)


@dataclass(frozen=True, kw_only=True)
class Comparator:
    """Another value of the same indicator. `value` is exact, and None where there is none.

    `of` says how many areas the value is the mean of: 1, or the neighbours that have one.
    `reveals` says that there is a small count behind it, which must not leave the partnership.
    """

    type: str
    area: str
    period: str
    value: Fraction | None
    vintage: str
    of: int = 1
    reveals: bool = False


def beside(observation: Observation, *, within: Observations) -> tuple[Comparator, ...]:
    """The comparators of an observation, in order: those without a value too, a target if set."""
    return (
        _previous(observation, within),
        _neighbours(observation, within),
        _regional(observation, within),
        _national(observation, within),
        *_targets(observation),
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
        reveals=before is not None and small(before),
    )


def small(seen: Observation) -> bool:
    """Whether a counted observation shows a small number or gives one away."""
    if seen.vintage != PROVISIONAL or seen.numerator is None:
        return False
    if seen.denominator is None or seen.indicator.per:
        return seen.numerator in disclosure.SMALL
    return disclosure.must_hide_share(numerator=seen.numerator, denominator=seen.denominator)


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


def _regional(seen: Observation, within: Observations) -> Comparator:
    code = within.region_of(seen.area)
    region = within.published(seen.indicator, area=code, period=seen.period) if code else None
    return Comparator(
        type=REGIONAL,
        area=within.name_of(code) if code else "The region",
        period=seen.period.label,
        value=region.value if region else None,
        vintage=PUBLISHED,
    )


def _targets(seen: Observation) -> tuple[Comparator, ...]:
    return tuple(
        Comparator(
            type=TARGET,
            area=target.agreed_by,
            period=seen.period.label,
            value=target.value,
            vintage=TARGET,
        )
        for target in catalogue.declared(Target).values()
        if target.indicator == seen.indicator.key and target.holds(seen.period.start)
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
