"""All indicators of five years: one district, and 150 of them, against hand-written SQL.

Run: python -m bench.indicators [districts]. Both count the same Parquet files with DuckDB in this
process, in turn, and every answer of one is held equal to the other's before they are timed.
Seconds are of CPU, of all threads together. The files are made, counted and read as vital signs in
processes of their own, so that each peak of memory is of that alone.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb

from bench import measured
from bench.districts import A_YEAR, YEARS
from goldenthread.content import catalogue
from goldenthread.insight import dataset, engine, signs
from goldenthread.kernel.period import reporting_year
from goldenthread.language.indicator import Indicator

DISTRICTS = 150
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
# The question by hand that answers an indicator, and its columns of numerator and denominator.
COUNTED: dict[str, dict[str, tuple[int, int, int | None]]] = {
    "contacts": {
        "IND-FD-01": (0, 2, None), "IND-FD-02": (0, 2, None), "IND-FD-03": (0, 4, 3),
        "IND-FD-04": (1, 3, 2), "IND-FD-05": (1, 5, 4), "IND-FD-06": (0, 6, 5),
        "IND-FD-07": (1, 7, 6), "IND-FD-08": (2, 3, None), "IND-FD-13": (1, 9, 8),
    },
    "referrals": {
        "IND-RF-01": (0, 2, None), "IND-RF-02": (0, 2, None), "IND-RF-03": (0, 3, 2),
        "IND-RF-04": (0, 4, 2), "IND-RF-05": (0, 6, 5), "IND-RF-07": (1, 3, None),
    },
    "assessments": {"IND-AS-02": (0, 3, 2), "IND-AS-02b": (0, 5, 4)},
}  # fmt: skip
MIXES = ("IND-FD-08", "IND-RF-07")
DATES = {
    "received": YEAR_OF.format("received_on"),
    "decided": YEAR_OF.format("decided_on"),
    "referred": YEAR_OF.format("referral_on"),
    "authorised": YEAR_OF.format("cina_assessment_auth_date"),
}


def main(districts: int = DISTRICTS) -> None:
    """Measure one district and many."""
    for number in (1, int(districts)):
        with tempfile.TemporaryDirectory() as home:
            _run("bench.districts", home, number)
            for what in WAYS:
                _run("bench.indicators", what, home, number)


def _run(module: str, *asked: object) -> None:
    subprocess.run([sys.executable, "-m", module, *map(str, asked)], check=True)


def counted(home: Path, districts: int) -> None:
    """Count both ways, hold every answer equal, and print the seconds of each."""
    folder = _folder(home)
    _held_equal(folder)
    seconds = measured.least(
        {"declared": lambda: _declared(folder), "by hand": lambda: _by_hand(folder)}
    )
    declared, by_hand = seconds.values()
    contacts = A_YEAR["contacts"] * len(YEARS) * districts
    print(
        f"{districts:>4} districts, {contacts:>10,} contacts, five years: declared {declared:6.2f}"
        f" CPU s, hand-written SQL {by_hand:6.2f} CPU s, {declared / by_hand:4.2f} times"
    )


def peak(home: Path, districts: int) -> None:
    """Count once, as declared, and print the most memory that took."""
    before = measured.peak()
    _declared(_folder(home))
    print(f"{districts:>4} districts: {measured.peak():,.0f} MB at its most, {before:,.0f} before")


def read(home: Path, districts: int) -> None:
    """Read the vital signs of the newest year of every district, and print what that took."""
    seconds = measured.used()
    rows = signs.rows(home=home, period=YEARS[-1])
    print(
        f"{districts:>4} districts: vital signs of {YEARS[-1]}, {len(rows):,} rows beside what each"
        f" is held against, {measured.used() - seconds:6.2f} CPU s, {measured.peak():,.0f} MB at"
        " its most"
    )


def _folder(home: Path) -> Path:
    return dataset.chosen(home=home, source="imported").folder


def _declared(folder: Path) -> dict[str, list[engine.Count]]:
    periods = [reporting_year(year) for year in YEARS]
    return {
        table: engine.duckdb(
            folder / f"{table}.parquet",
            [each for each in catalogue.declared(Indicator).values() if each.id in of],
            periods,
        )
        for table, of in COUNTED.items()
    }


def _by_hand(folder: Path) -> dict[str, list[Any]]:
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


WAYS = {"counted": counted, "peak": peak, "read": read}


def _held_equal(folder: Path) -> None:
    """Hold that every number counted one way is what the other way counted."""
    titles = {each.key: each.id for each in catalogue.declared(Indicator).values()}
    ours = {
        (titles[count.indicator], count.la_code, count.period, count.part): (
            count.numerator,
            count.denominator,
        )
        for counts in _declared(folder).values()
        for count in counts
    }
    theirs: dict[tuple[str, ...], tuple[int, int | None]] = {}
    for table, answers in _by_hand(folder).items():
        for named, (question, numerator, denominator) in COUNTED[table].items():
            whole = Counter[tuple[str, int]]()
            for la, year, *row in answers[question]:
                whole[la, year] += row[numerator - 2]
            for la, year, *row in answers[question]:
                mixed = named in MIXES
                of = None if denominator is None else row[denominator - 2]
                place = named, la, f"{year - 1}-{year % 100:02d}", row[0] if mixed else ""
                theirs[place] = row[numerator - 2], whole[la, year] if mixed else of
    if ours != theirs or not ours:
        wrong = sorted({*ours.items()} ^ {*theirs.items()})
        raise SystemExit(f"The two ways do not count the same: {wrong[:4]}")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WAYS:
        WAYS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(*(int(number) for number in sys.argv[1:]))
