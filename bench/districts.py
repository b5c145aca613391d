"""The contacts, referrals and assessments of many districts: one snapshot, written by DuckDB.

Run: python -m bench.districts HOME [districts]. Every row is a function of its number, so that two
runs count the same. Each district has what the demonstration's has in a year, five times over.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa

from goldenthread.insight import batches, dataset, schema
from goldenthread.insight.batches import Made

NOW = datetime(2020, 4, 1, 9, tzinfo=UTC)
YEARS = tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(2015, 2020))
# A district like the demonstration's has 32,038 contacts and 9,934 referrals a year.
A_YEAR = {"contacts": 33_334, "referrals": 9_934, "assessments": 13_982}
DAY = "date '2015-04-01' + (hash(i) % 1827)::int"
RETURN = f"(year({DAY}) + (month({DAY}) >= 4)::int)::smallint as return_year"

ROWS = {
    "contacts": f"""
select '300'::int + (i % {{districts}}) as area, i as id, {DAY} as received_on,
  ({DAY}) + (hash(i + 1) % 4)::int as decided_on, ({DAY}) + 1 as decision_due_on,
  hash(i + 2) % 50 <> 0 as decision_measurable, hash(i + 3) % 10 < 3 as became_referral,
  hash(i + 2) % 50 <> 0 as contact_outcome_in_24_hours_measurable,
  hash(i + 4) % 3 = 0 as contact_outcome_in_24_hours_met,
  ['concern', 'notification', 'early-help-request'][1 + (hash(i + 5) % 3)::int] as purpose,
  ['referral-to-social-care', 'advice-to-family', 'early-help', 'no-further-action']
    [1 + (hash(i + 6) % 4)::int] as outcome,
  ['2A', '6', '1A', '3A', '9'][1 + (hash(i + 7) % 5)::int] as cont_contact_source_code,
  case when hash(i + 8) % 2 = 0 then 'yes' end as child_words_given,
  case when hash(i + 9) % 5 = 0 then 'pre-verbal' end as child_words_absent,
  case when hash(i + 10) % 3 > 0 then ({DAY}) + 5 end as contact_outcome_told_on,
  ['1', '2', '3', '4', 'not-sure'][1 + (hash(i + 11) % 5)::int] as referrer_level,
  ['1', '2', '3', '4'][1 + (hash(i + 12) % 4)::int] as front_door_level
""",
    "referrals": f"""
select '300'::int + (i % {{districts}}) as area, i as id, {DAY} as referral_on, {RETURN},
  case when hash(i + 1) % 13 = 0 then 'Y' else 'N' end as cine_referral_nfa,
  hash(i + 2) % 5 = 0 as re_referral,
  ['2A', '6', '1A', '3A', '9'][1 + (hash(i + 3) % 5)::int] as cine_referral_source_code
""",
    "assessments": f"""
select '300'::int + (i % {{districts}}) as area, i as id, {DAY} as cina_assessment_auth_date,
  {RETURN},
  ({DAY}) + (hash(i + 1) % 40)::int - 10 as assessment_due_on,
  ({DAY}) + (hash(i + 2) % 40)::int - 10 as due_from_start_on
""",
}


def write(home: Path, districts: int) -> None:
    """Publish the snapshot."""
    tables = {
        table: Made(schema=schema.TABLES[table], through=partial(_made, table, districts))
        for table in ROWS
    }
    with dataset.writing(home=home) as writer:
        writer.publish(
            kind="imported",
            tables={**tables, "loaded": _loaded(districts)},
            about={},
            made_at=NOW,
        )


def _made(table: str, districts: int) -> Iterator[pa.RecordBatch]:
    rows = A_YEAR[table] * len(YEARS) * districts
    made = ROWS[table].format(districts=districts)
    with duckdb.connect() as connection:
        asked = connection.sql(
            f"select area::varchar as la_code, * exclude (area, id) from ({made}"
            f" from range({rows}) r (i))"
        )
        for batch in asked.to_arrow_reader(100_000):
            yield batches.shaped(batch, schema.TABLES[table])


def _loaded(districts: int) -> pa.Table:
    returns = [
        {"kind": "cin", "la_code": str(300 + place), "year": year, "table": table, "file": "made"}
        for place in range(districts)
        for year in range(2016, 2021)
        for table in ("referrals", "assessments")
    ]
    return pa.Table.from_pylist(returns, schema=schema.LOADED)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
