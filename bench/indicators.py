"""All indicators of five years: one district, and 150 of them, against hand-written SQL.

Run: python -m bench.indicators [districts]. Both count the same Parquet files with DuckDB in this
process, in turn, and their answers are held equal before they are timed. Seconds are of CPU, of all
threads together. Each size is measured in a process of its own, so that the peak of memory is its.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

TIMES = 3
YEARS = tuple(f"{year}-{(year + 1) % 100:02d}" for year in range(2015, 2020))
# A district like the demonstration's has 32,038 contacts and 9,934 referrals a year.
A_YEAR = {"contacts": 33_334, "referrals": 9_934, "assessments": 13_982}
DISTRICTS = 150
PEOPLE = 25_000
DAY = "date '2015-04-01' + (hash(i) % 1827)::int"

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
select '300'::int + (i % {{districts}}) as area, i as id, {DAY} as referral_on,
  case when hash(i + 1) % 13 = 0 then 'Y' else 'N' end as cine_referral_nfa,
  hash(i + 2) % 5 = 0 as re_referral,
  ['2A', '6', '1A', '3A', '9'][1 + (hash(i + 3) % 5)::int] as cine_referral_source_code
""",
    "assessments": f"""
select '300'::int + (i % {{districts}}) as area, i as id, {DAY} as cina_assessment_auth_date,
  ({DAY}) + (hash(i + 1) % 40)::int - 10 as assessment_due_on,
  ({DAY}) + (hash(i + 2) % 40)::int - 10 as due_from_start_on
""",
}
YEAR_OF = "year({0}) + (month({0}) >= 4)::int"
# What somebody who knows the three tables would write for them by hand.
BY_HAND = {
    "contacts": [
        """select la_code, {received} as year, count(*),
  count(*) filter (where became_referral is not null), count(*) filter (where became_referral),
  count(*) filter (where purpose in ('concern', 'early-help-request')),
  count(*) filter (where purpose in ('concern', 'early-help-request')
    and (child_words_given = 'yes' or child_words_absent is not null))
from '{path}' where received_on between '2015-04-01' and '2020-03-31' group by all""",
        """select la_code, {decided} as year,
  count(*) filter (where decision_measurable),
  count(*) filter (where decision_measurable and decided_on <= decision_due_on),
  count(*) filter (where contact_outcome_in_24_hours_measurable),
  count(*) filter (where contact_outcome_in_24_hours_measurable
    and contact_outcome_in_24_hours_met),
  count(*) filter (where purpose = 'concern' and cont_contact_source_code not in
    ('1A', '1B', '1C', '1D', '9', '10')),
  count(*) filter (where purpose = 'concern' and cont_contact_source_code not in
    ('1A', '1B', '1C', '1D', '9', '10') and contact_outcome_told_on is not null),
  count(*) filter (where referrer_level <> 'not-sure' and front_door_level is not null),
  count(*) filter (where referrer_level <> 'not-sure' and referrer_level = front_door_level)
from '{path}' where decided_on between '2015-04-01' and '2020-03-31' group by all""",
        """select la_code, {decided} as year, outcome, count(*)
from '{path}' where decided_on between '2015-04-01' and '2020-03-31' and outcome is not null
group by all""",
    ],
    "referrals": [
        """select la_code, {referred} as year, count(*),
  count(*) filter (where cine_referral_nfa = 'Y'),
  count(*) filter (where cine_referral_nfa is null or cine_referral_nfa <> 'Y'),
  count(*) filter (where re_referral is not null), count(*) filter (where re_referral)
from '{path}' where referral_on between '2015-04-01' and '2020-03-31' group by all""",
        """select la_code, {referred} as year, cine_referral_source_code, count(*)
from '{path}' where referral_on between '2015-04-01' and '2020-03-31'
  and cine_referral_source_code is not null group by all""",
    ],
    "assessments": [
        """select la_code, {authorised} as year,
  count(*) filter (where assessment_due_on is not null),
  count(*) filter (where cina_assessment_auth_date <= assessment_due_on),
  count(*) filter (where due_from_start_on is not null),
  count(*) filter (where cina_assessment_auth_date <= due_from_start_on)
from '{path}' where cina_assessment_auth_date between '2015-04-01' and '2020-03-31'
group by all""",
    ],
}
DATES = {
    "received": YEAR_OF.format("received_on"),
    "decided": YEAR_OF.format("decided_on"),
    "referred": YEAR_OF.format("referral_on"),
    "authorised": YEAR_OF.format("cina_assessment_auth_date"),
}


def main(districts: int = DISTRICTS) -> None:
    """Measure one district and many, each in a process of its own."""
    for number in (1, int(districts)):
        subprocess.run([sys.executable, "-m", "bench.indicators", "sized", str(number)], check=True)


def sized(districts: int) -> None:
    """Write a district's tables so many times over, and count them both ways."""
    with tempfile.TemporaryDirectory() as folder:
        rows = _written(Path(folder), districts)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        _held_equal(Path(folder))
        declared = _cpu(lambda: _declared(Path(folder)))
        by_hand = _cpu(lambda: _by_hand(Path(folder)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{districts:>4} districts, {rows['contacts']:>10,} contacts, {rows['referrals']:>9,}"
        f" referrals, five years: declared {declared:6.2f} CPU s, hand-written SQL"
        f" {by_hand:6.2f} CPU s, {declared / by_hand:4.2f} times; peak {peak:,} MB"
        f" ({before:,} MB before)",
        flush=True,
    )


def _written(folder: Path, districts: int) -> dict[str, int]:
    import duckdb
    import pyarrow.parquet as pq

    from goldenthread.insight import schema

    rows = {}
    for table, asked in ROWS.items():
        rows[table] = A_YEAR[table] * len(YEARS) * districts
        of = schema.TABLES[table]
        made = asked.format(districts=districts)
        with duckdb.connect() as connection:
            connection.execute("set memory_limit = '2GB'")
            read = connection.execute(
                f"select area::varchar as la_code, * exclude (area, id) from ({made}"
                f" from range({rows[table]}) r (i))"
            ).to_arrow_reader(500_000)
            with pq.ParquetWriter(folder / f"{table}.parquet", of, compression="zstd") as into:
                for batch in read:
                    into.write_table(_shaped(batch, of))
    return rows


def _shaped(batch: Any, of: Any) -> Any:
    import pyarrow as pa

    found = dict(zip(batch.schema.names, batch.columns, strict=True))
    return pa.table(
        [
            found[field.name].cast(field.type)
            if field.name in found
            else pa.nulls(batch.num_rows, field.type)
            for field in of
        ],
        schema=of,
    )


def _declared(folder: Path) -> dict[str, list[Any]]:
    from goldenthread.content import catalogue
    from goldenthread.insight import engine
    from goldenthread.kernel.period import reporting_year
    from goldenthread.language.indicator import Indicator

    periods = [reporting_year(year) for year in YEARS]
    return {
        table: engine.duckdb(
            folder / f"{table}.parquet",
            [each for each in catalogue.declared(Indicator).values() if each.id in COUNTED[table]],
            periods,
        )
        for table in ROWS
    }


def _by_hand(folder: Path) -> dict[str, list[Any]]:
    import duckdb

    with duckdb.connect() as connection:
        return {
            table: [
                connection.execute(
                    each.format(path=folder / f"{table}.parquet", **DATES)
                ).fetchall()
                for each in asked
            ]
            for table, asked in BY_HAND.items()
        }


COUNTED = {
    "contacts": [f"IND-FD-{number:02d}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 13)],
    "referrals": [f"IND-RF-{number:02d}" for number in (1, 2, 3, 4, 5, 7)],
    "assessments": ["IND-AS-02", "IND-AS-02b"],
}


def _held_equal(folder: Path) -> None:
    """Hold that both ways counted the same contacts, referrals and assessments."""
    declared, by_hand = _declared(folder), _by_hand(folder)

    def number(table: str, of: str) -> int:
        return sum(count.numerator for count in declared[table] if count.indicator == of)

    pairs = (
        (number("contacts", "contacts"), sum(row[2] for row in by_hand["contacts"][0])),
        (number("contacts", "threshold-agreement"), sum(row[9] for row in by_hand["contacts"][1])),
        (number("referrals", "re-referrals"), sum(row[6] for row in by_hand["referrals"][0])),
        (number("assessments", "assessments-in-time"),
         sum(row[3] for row in by_hand["assessments"][0])),
    )  # fmt: skip
    if any(ours != theirs or not ours for ours, theirs in pairs):
        raise SystemExit(f"The two ways do not count the same: {pairs}.")


def _cpu(count: Callable[[], object]) -> float:
    """The least CPU seconds of several times, of every thread."""
    taken = []
    for _ in range(TIMES):
        before = resource.getrusage(resource.RUSAGE_SELF)
        count()
        after = resource.getrusage(resource.RUSAGE_SELF)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


if __name__ == "__main__":
    if sys.argv[1:2] == ["sized"]:
        sized(int(sys.argv[2]))
    else:
        main(*(int(number) for number in sys.argv[1:]))
