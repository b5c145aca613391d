"""Counting several indicators over one table in one pass."""

from datetime import date

import ibis
import pyarrow.parquet as pq
import pytest
from ibis import _

from goldenthread.insight import engine, schema
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.period import Period, month_of, reporting_year
from goldenthread.language.indicator import Good, Indicator, Mix, Unit
from tests.made import dataset


def indicator(key, **changed):
    declared = {
        "key": key,
        "id": f"IND-{key}",
        "title": key,
        "definition": key,
        "table": "referrals",
        "dated_by": "referral_on",
        "unit": Unit.EVENT,
        "good_is": Good.NONE,
        "owner": "nobody",
        "law": Citation(source="Made for a test"),
    }
    return Indicator(**(declared | changed))


EVERY = indicator("every")
CLOSED = indicator("closed", dated_by="cine_close_date")
NFA = indicator("nfa", counts=_.cine_referral_nfa.notnull(), of_which=_.cine_referral_nfa == "Y")
CHILDREN = indicator("children", unit=Unit.PERSON, distinct="cine_person_id")
SOURCES = indicator(
    "sources",
    counts=_.cine_referral_source_code.notnull(),
    by=Mix(column="cine_referral_source_code", labels=(("1A", "Family"), ("6", "Police"))),
)
YEARS = [reporting_year("2020-21"), reporting_year("2021-22")]
ROWS = [
    {
        "la_code": "1",
        "cine_person_id": "A",
        "referral_on": date(2020, 5, 6),
        "cine_referral_source_code": "6",
        "cine_referral_nfa": "Y",
        "cine_close_date": date(2021, 5, 6),
    },
    {
        "la_code": "1",
        "cine_person_id": "A",
        "referral_on": date(2020, 9, 1),
        "cine_referral_source_code": "1A",
        "cine_referral_nfa": "N",
    },
    {
        "la_code": "1",
        "cine_person_id": "B",
        "referral_on": date(2020, 9, 1),
        "cine_referral_source_code": "6",
    },
    {
        "la_code": "2",
        "cine_person_id": "A",
        "referral_on": date(2022, 9, 1),
        "cine_referral_nfa": "Y",
    },
]


def counted(source):
    return {
        (count.indicator, count.la_code, count.period): (count.numerator, count.denominator)
        for count in engine.duckdb(source, [EVERY, CLOSED, NFA, CHILDREN], YEARS)
    }


def test_each_indicator_by_its_own_date_in_every_area_and_period():
    found = counted(dataset.table("referrals", ROWS))

    assert len(found) == 4 * 2 * 2
    assert found["every", "1", "2020-21"] == (3, None)
    assert found["every", "1", "2021-22"] == (0, None)
    assert found["closed", "1", "2021-22"] == (1, None)
    assert found["nfa", "1", "2020-21"] == (1, 2)
    assert found["children", "1", "2020-21"] == (2, None)
    assert {found[key, "2", "2020-21"] for key in ("every", "closed", "children")} == {(0, None)}


def test_a_file_is_counted_as_a_table_is(tmp_path):
    table = dataset.table("referrals", ROWS)
    pq.write_table(table, tmp_path / "referrals.parquet")

    assert counted(tmp_path / "referrals.parquet") == counted(table)


def test_all_that_are_dated_by_one_column_are_one_query():
    held = ibis.table(ibis.Schema.from_pyarrow(schema.REFERRALS), name="referrals")
    asked = {
        expression: [each.key for each in indicators]
        for indicators, expression in engine.expressions(
            held, [EVERY, CLOSED, NFA, CHILDREN, SOURCES], YEARS
        )
    }

    assert list(asked.values()) == [["closed"], ["every", "nfa", "children"], ["sources"]]
    for expression in asked:
        query = str(ibis.to_sql(expression, dialect="duckdb"))
        assert query.count('"referrals"') == 1
        assert query.count("GROUP BY") == 1


def test_a_mix_is_each_part_over_the_whole():
    found = engine.duckdb(dataset.table("referrals", ROWS), [SOURCES], YEARS)

    assert [(c.la_code, c.period, c.part, c.numerator, c.denominator) for c in found] == [
        ("1", "2020-21", "1A", 1, 3),
        ("1", "2020-21", "6", 2, 3),
    ]


def test_months_are_counted_as_years_are():
    march, april = month_of(date(2021, 3, 9)), month_of(date(2021, 4, 9))
    table = dataset.table(
        "referrals",
        [
            {"la_code": "1", "referral_on": day}
            for day in (date(2021, 2, 28), date(2021, 3, 1), date(2021, 3, 31), date(2021, 4, 1))
        ],
    )
    found = engine.duckdb(table, [EVERY], [march, april])

    assert [(count.period, count.numerator) for count in found] == [
        ("Apr 2021", 1),
        ("Mar 2021", 2),
    ]


def test_periods_of_no_one_length_are_refused():
    odd = Period(date(2021, 4, 1), date(2021, 4, 9), "odd")
    for periods in ([odd], [YEARS[0], month_of(date(2021, 4, 1))]):
        with pytest.raises(ValueError, match="reporting years or all months"):
            engine.duckdb(dataset.table("referrals", ROWS), [EVERY], periods)


def test_nothing_asked_is_nothing_counted():
    assert engine.duckdb(dataset.table("referrals", ROWS), [], YEARS) == []
    assert engine.duckdb(dataset.table("referrals", ROWS), [EVERY], []) == []
    assert engine.duckdb(dataset.table("referrals", []), [EVERY], YEARS) == []
