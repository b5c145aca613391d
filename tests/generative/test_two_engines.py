"""Every declared indicator counted by both engines over made-up rows, and some also by hand.

A new indicator is drawn in by being declared: the rows are made of the columns its expressions
read, with days about the turns of the years, where a wrong inequality shows, and with every value
its expressions name. The reckonings by hand are written from the definitions of DOMAIN sections 1,
6 and D and share no code with the declarations.
"""

from collections import Counter
from datetime import date, timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.content import catalogue
from goldenthread.insight import engine, schema
from goldenthread.kernel.period import reporting_year
from goldenthread.language.indicator import Indicator
from tests.made import dataset
from tests.spec import plain

YEARS = [reporting_year(year) for year in ("2018-19", "2019-20", "2020-21")]
TURNS = [date(year, 4, 1) for year in (2018, 2019, 2020, 2021)]
DAYS = st.sampled_from([turn + timedelta(days=n) for turn in TURNS for n in (-2, -1, 0, 1)])
AREAS = st.sampled_from(["380", "381", "382"])
INDICATORS = catalogue.declared(Indicator)


class Watched:
    """A row that remembers which columns an expression read, and the values it named."""

    def __init__(self) -> None:
        self.columns: set[str] = set()
        self.named: set[str] = set()

    def __getattr__(self, name):
        self.columns.add(name)
        watching = self

        class Noting(plain.Cell):
            __hash__ = None

            def _with(self, other, works):  # noqa: ARG002  # nothing is worked out here
                values = other if isinstance(other, list) else [other]
                watching.named.update(value for value in values if isinstance(value, str))
                return plain.Cell(None)

        return Noting("")


def read_by(indicator):
    """The columns an indicator reads and the values it names."""
    watched = Watched()
    for expression in (indicator.counts, indicator.of_which):
        if expression is not None:
            expression.resolve(watched)
    of = schema.TABLES[indicator.table]
    mixed = indicator.by.column if indicator.by else ""
    if indicator.by:
        watched.named.update(key for key, _ in indicator.by.labels)
    besides = {indicator.dated_by, indicator.distinct, mixed, "return_year"} & set(of.names)
    return sorted(watched.columns | besides), watched.named


def values(name, kind, named):
    if name == "return_year":
        return st.none() | st.integers(2018, 2022)
    if pa.types.is_date(kind):
        return st.none() | DAYS | st.dates(date(2018, 1, 1), date(2021, 12, 31))
    if pa.types.is_boolean(kind):
        return st.none() | st.booleans()
    if pa.types.is_integer(kind):
        return st.none() | st.integers(0, 5)
    return st.none() | st.sampled_from(sorted(named | {"1", "2", ""}))


def rows_for(indicator):
    of = schema.TABLES[indicator.table]
    columns, named = read_by(indicator)
    drawn = {name: values(name, of.field(name).type, named) for name in columns}
    return st.lists(st.fixed_dictionaries({"la_code": AREAS, **drawn}), max_size=40)


@pytest.mark.parametrize("key", INDICATORS)
@given(data=st.data())
@settings(max_examples=15)
def test_both_engines_count_the_same(key, data):
    indicator = INDICATORS[key]
    table = dataset.table(indicator.table, data.draw(rows_for(indicator)))

    assert engine.duckdb(table, [indicator], YEARS) == plain.count(table, [indicator], YEARS)


def test_what_an_indicator_reads_is_found_out():
    columns, named = read_by(INDICATORS["contacts-decided-in-time"])

    assert columns == ["decided_on", "decision_due_on", "decision_measurable"]
    assert named == set()


def year_of(day):
    first = day.year if day >= date(day.year, 4, 1) else day.year - 1
    return f"{first}-{str(first + 1)[2:]}"


def decided_in_time(contacts):
    numerators, denominators = Counter(), Counter()
    for contact in contacts:
        decided, due = contact["decided_on"], contact["decision_due_on"]
        if decided is None or not contact["decision_measurable"]:
            continue
        key = (contact["la_code"], year_of(decided))
        denominators[key] += 1
        if due is not None and not decided > due:
            numerators[key] += 1
    return numerators, denominators


def referred(referrals):
    numerators = Counter()
    for referral in referrals:
        day, returned = referral["referral_on"], referral["return_year"]
        if day is None or returned not in (None, int(year_of(day)[:4]) + 1):
            continue
        numerators[referral["la_code"], year_of(day)] += 1
    return numerators, None


BY_HAND = {
    "contacts-decided-in-time": decided_in_time,
    "referrals": referred,
    "referral-rate": referred,
}


@pytest.mark.parametrize("key", BY_HAND)
@given(data=st.data())
@settings(max_examples=15)
def test_the_engine_and_the_hand_agree(key, data):
    indicator = INDICATORS[key]
    rows = data.draw(rows_for(indicator))
    numerators, denominators = BY_HAND[key](rows)

    found = engine.duckdb(dataset.table(indicator.table, rows), [indicator], YEARS)

    assert {(c.la_code, c.period): (c.numerator, c.denominator) for c in found} == {
        (area, year.label): (
            numerators[area, year.label],
            None if denominators is None else denominators[area, year.label],
        )
        for area in {row["la_code"] for row in rows}
        for year in YEARS
    }
