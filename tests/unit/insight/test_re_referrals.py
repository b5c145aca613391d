"""Referrals within twelve months of another, against a plain reading of the rule."""

import random
from datetime import date, timedelta

import pytest

from goldenthread.insight import passes, re_referrals
from goldenthread.kernel import calendar
from tests.made import dataset as made

COUNCILS, CHILDREN = ("380", "381"), (None, *"ABCDEFG")


def referral(chance: random.Random) -> dict:
    day = date(2019, 4, 1) + timedelta(days=chance.randrange(1200))
    return {
        "la_code": chance.choice(COUNCILS),
        "cine_person_id": chance.choice(CHILDREN),
        "referral_on": chance.choice([day, day, day, date(2020, 2, 29), None]),
        "return_year": chance.choice([2020, 2021, 2022]),
    }


def plainly(row: dict, rows: list[dict], loaded: set) -> bool | None:
    day, year = row["referral_on"], row["return_year"]
    if None in (row["cine_person_id"], day) or (row["la_code"], year - 1) not in loaded:
        return None
    same = ("la_code", "cine_person_id")
    days = [other["referral_on"] for other in rows if all(other[n] == row[n] for n in same)]
    return any(before and before < day <= calendar.add_months(before, 12) for before in days)


@pytest.mark.parametrize("at_once", [10, 100_000])
@pytest.mark.parametrize(
    "loaded", [{("380", 2020), ("381", 2021)}, {("380", 2020), ("380", 2021), ("381", 2022)}]
)
def test_marks_are_those_of_a_plain_reading_however_many_the_passes(monkeypatch, at_once, loaded):
    monkeypatch.setattr(passes, "AT_ONCE", at_once)
    chance = random.Random(7)
    made_up = [referral(chance) for _ in range(600)]
    rows = [row for row in made_up if (row["la_code"], row["return_year"]) in loaded]
    marked = re_referrals.of_returns(made.table("referrals", rows), loaded=loaded)
    found = [row["re_referral"] for row in made.rows(marked)]

    assert found == [plainly(row, rows, loaded) for row in rows]
    assert len(set(found)) == (3 if len(loaded) > 2 else 1)
