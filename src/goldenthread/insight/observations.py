"""Observations: one indicator, one area, one period, and the two numbers behind its value.

Counted observations come from rows we hold (`provisional`), published ones from DfE's tables
(`published`); both divide by the same population, that of the year in which the period starts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any

from goldenthread.content import catalogue
from goldenthread.insight import areas, coverage, engine, sources
from goldenthread.insight.coverage import Coverage
from goldenthread.insight.dataset import Snapshot
from goldenthread.kernel.period import Period, reporting_year, reporting_year_of
from goldenthread.kernel.period import months as months_of
from goldenthread.language.indicator import Indicator, Measure

PROVISIONAL = "provisional"
PUBLISHED = "published"

_WHY = {
    "c": "Suppressed by DfE: a small number, or one that would reveal a small number.",
    "z": "DfE publishes no such number for this area: it does not apply.",
    "u": "DfE holds this number to be too unreliable to print.",
    "k": "DfE prints this number as one that rounds to nothing.",
}
_WHY["low"] = _WHY["k"]
_NOT_AVAILABLE = "DfE had no such number for this area and year."


@dataclass(frozen=True, kw_only=True)
class Observation:
    """A numerator and a denominator, or the reason there is none. `value` is never rounded.

    Of a mix it is one part of the whole: `part` is the value that parts it off.
    """

    indicator: Indicator
    area: str
    period: Period
    vintage: str
    numerator: int | None
    denominator: int | None = None
    part: str = ""
    suppressed: bool = False
    reason: str = ""

    @property
    def value(self) -> Fraction | None:
        """The exact value, or None where it cannot be computed."""
        return self.indicator.value(numerator=self.numerator, denominator=self.denominator)


class Observations:
    """Every observation a snapshot gives. The snapshot never changes, so neither does this."""

    def __init__(self, snapshot: Snapshot, indicators: Sequence[Indicator]) -> None:
        self.snapshot = snapshot
        self.indicators = tuple(indicators)
        self._published = {
            indicator.published.table: _by_place(snapshot.table(indicator.published.table))
            for indicator in indicators
            if indicator.published
        }

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of each area that a published table names, by its code."""
        tables = (*self._published.values(), self._population)
        return {area: row["name"] for table in tables for (area, _), row in table.items()}

    def name_of(self, area: str) -> str:
        """The name of an area: as a published table of this snapshot has it, else as declared."""
        return self.names.get(area) or areas.of(area).name or f"Council {area}"

    @cached_property
    def _regions(self) -> Mapping[str, str]:
        tables = (*self._published.values(), self._population)
        return {
            area: row["region_code"]
            for table in tables
            for (area, _), row in table.items()
            if row["region_code"] and row["area_level"] == "la"
        }

    def region_of(self, area: str) -> str:
        """The code of the region a council is in, as a published table has it; "" if none does."""
        return self._regions.get(area, "")

    @cached_property
    def published_periods(self) -> tuple[Period, ...]:
        """The reporting years the published tables cover, oldest first."""
        years = {year for table in self._published.values() for _, year in table}
        return tuple(_reporting_year(year) for year in sorted(years))

    def covered(self, indicator: Indicator) -> tuple[Coverage, ...]:
        """The areas and periods of which we hold the rows this indicator counts."""
        return self._coverage.get(indicator.table, ())

    def counted(
        self, indicator: Indicator, *, area: str, period: Period, part: str = ""
    ) -> Observation | None:
        """The observation counted from rows, or None where the rows do not cover it."""
        held = next((c for c in self.covered(indicator) if c.covers(area, period)), None)
        if held is None:
            return None
        why = sources.lacks(indicator, held.source) or self._untold(indicator, held)
        if why:
            return self._without(indicator, area, period, why)
        count = self._counts.get((indicator.key, area, period.label), {}).get(part)
        found = self._divided(
            indicator,
            area,
            period,
            vintage=PROVISIONAL,
            numerator=count.numerator if count else 0,
            denominator=count.denominator if count else 0,
            part=part,
        )
        return found if found.reason or not held.partly else _with(found, reason=held.partly)

    def parts(self, indicator: Indicator, *, area: str, period: Period) -> tuple[Observation, ...]:
        """Each part of a mix there is, in order; of anything else the one observation."""
        found = self._counts.get((indicator.key, area, period.label), {})
        ordered = sorted(found, key=indicator.by.order_of) if indicator.by else [""]
        seen = (
            self.counted(indicator, area=area, period=period, part=part) for part in ordered or [""]
        )
        return tuple(each for each in seen if each is not None)

    def months(self, indicator: Indicator, *, area: str, period: Period) -> tuple[Observation, ...]:
        """Each whole or begun month of a period that the rows cover, in order; none of a mix."""
        held = next((c for c in self.covered(indicator) if c.covers(area, period)), None)
        told = held is not None and not sources.lacks(indicator, held.source)
        if held is None or not told or self._untold(indicator, held) or indicator.by:
            return ()
        months = [month for month in months_of(period) if held.first <= month.end]
        months = [month for month in months if month.start <= held.last]
        counts = engine.duckdb(self.snapshot.counted_from(indicator.table), [indicator], months)
        by_label = {count.period: count for count in counts if count.la_code == area}
        return tuple(
            self._divided(
                indicator,
                area,
                month,
                vintage=PROVISIONAL,
                numerator=by_label[month.label].numerator if month.label in by_label else 0,
                denominator=by_label[month.label].denominator if month.label in by_label else 0,
            )
            for month in months
        )

    def absent(self, indicator: Indicator, *, area: str, period: Period) -> Observation:
        """The observation that there is none: what we hold of the area and period, and why not."""
        held = {
            each.source.key: each.source
            for table in self._coverage.values()
            for each in table
            if each.covers(area, period)
        }
        said = next((sources.lacks(indicator, source) for source in held.values()), "")
        what = indicator.table.replace("_", " ")
        return self._without(
            indicator, area, period, said or f"Nothing is held about {what} in {period.label}."
        )

    def _without(self, indicator: Indicator, area: str, period: Period, why: str) -> Observation:
        return Observation(
            indicator=indicator,
            area=area,
            period=period,
            vintage=PROVISIONAL,
            numerator=None,
            reason=why,
        )

    def _untold(self, indicator: Indicator, held: Coverage) -> str:
        """Why what rests on the year before cannot be told, where that year is not whole."""
        if not sources.rests_on_year_before(indicator):
            return ""
        year = held.period.previous()
        before = next((c for c in self.covered(indicator) if c.covers(held.area, year)), None)
        if before is not None and not before.partly:
            return ""
        return sources.without_year_before(held.source, year.label)

    def published(self, indicator: Indicator, *, area: str, period: Period) -> Observation | None:
        """The observation DfE's numbers give, or None where no table has the area and year."""
        where = indicator.published
        row = self._published[where.table].get((area, period.end.year)) if where else None
        if where is None or row is None:
            return None
        symbol = row[f"{where.numerator}_symbol"]
        return self._divided(
            indicator,
            area,
            period,
            vintage=PUBLISHED,
            numerator=row[where.numerator],
            denominator=row[where.denominator] if where.denominator else None,
            suppressed=symbol == "c",
            reason=_WHY.get(symbol, _NOT_AVAILABLE) if row[where.numerator] is None else "",
        )

    def _divided(
        self, indicator: Indicator, area: str, period: Period, **found: Any
    ) -> Observation:
        """The observation with its denominator, and why it has no value if it has none."""
        if indicator.measure is Measure.COUNT:
            found["denominator"] = None
        elif indicator.per:
            # A month is held against the children of the year it is part of.
            row = self._population.get((area, reporting_year_of(period.start).start.year))
            found["denominator"] = row["population"] if row else None
        seen = Observation(indicator=indicator, area=area, period=period, **found)
        if seen.value is not None or seen.reason:
            return seen
        if indicator.per:
            return _with(
                seen,
                reason="There is no number of children in this area for the middle of "
                f"{reporting_year_of(period.start).start.year}, so there is no rate.",
            )
        return _with(seen, reason="There is nothing in this period to take a share of.")

    @cached_property
    def _population(self) -> dict[tuple[str, int], dict[str, Any]]:
        return _by_place(self.snapshot.table("population"))

    @cached_property
    def _coverage(self) -> Mapping[str, tuple[Coverage, ...]]:
        return coverage.of(self.snapshot)

    @cached_property
    def _counts(self) -> dict[tuple[str, str, str], dict[str, engine.Count]]:
        """Everything that can be counted of each table, by part."""
        found: dict[tuple[str, str, str], dict[str, engine.Count]] = {}
        for table, held in self._coverage.items():
            asked = [indicator for indicator in self.indicators if indicator.table == table]
            periods = sorted({c.period for c in held}, key=lambda period: period.start)
            for count in engine.duckdb(self.snapshot.counted_from(table), asked, periods):
                place = count.indicator, count.la_code, count.period
                found.setdefault(place, {})[count.part] = count
        return found


@lru_cache(maxsize=4)
def of(snapshot: Snapshot) -> Observations:
    """Every observation of every declared indicator in a snapshot; kept, as snapshots never change.

    Indicators come in the order of their registry numbers.
    """
    declared = catalogue.declared(Indicator).values()
    return Observations(snapshot, sorted(declared, key=lambda indicator: indicator.id))


def _by_place(table: Any) -> dict[tuple[str, int], dict[str, Any]]:
    return {
        (row["area_code"], row["year"]): row
        for row in table.to_pylist()
        if row["area_code"] and row["year"]
    }


def _reporting_year(ends: int) -> Period:
    return reporting_year(f"{ends - 1}-{ends % 100:02d}")


def _with(observation: Observation, *, reason: str) -> Observation:
    return Observation(**(vars(observation) | {"reason": reason}))
