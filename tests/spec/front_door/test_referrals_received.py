"""Referrals to children's social care made in the period, each of them counted (IND-RF-01).

A census return tells of its own collection year and no other: the same referral stands again in the
return of every year its case is open, and is counted once, in the year it was made.
"""

import pytest

from goldenthread.content.front_door.referrals_received import referrals_received
from tests.spec import counting, tables

# Counted in the reporting year 2021-22. No return year: taken from our own records.
TABLE = """
| why | child | referred | return year | counted |
|---|---|---|---|---|
| from our own records | A | Thu 6 May 2021 |  | yes |
| the same child, referred again | A | Fri 7 May 2021 |  | yes |
| in the return of the year it was made | B | Thu 6 May 2021 | 2022 | yes |
| again in the next year's return, still open | B | Thu 6 May 2021 | 2023 | no |
| an older referral still open | C | Thu 6 February 2020 | 2022 | no |
| the first day of the year | D | Thu 1 April 2021 | 2022 | yes |
| the last day of the year | E | Thu 31 March 2022 | 2022 | yes |
| the day before | F | Wed 31 March 2021 | 2022 | no |
| the day after | G | Fri 1 April 2022 | 2022 | no |
| a date that could not be read | H |  | 2022 | no |
"""

CASES = tables.rows(TABLE)
ROWS = [
    {
        "cine_person_id": case["child"],
        "referral_on": tables.day(case["referred"]),
        "return_year": int(case["return year"]) if case["return year"] else None,
    }
    for case in CASES
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_referral_by_itself(engine):
    found = counting.each(referrals_received, ROWS, period="2021-22", on=engine)

    assert {
        case["why"]: {1: "yes", 0: "no"}[one.numerator]
        for case, one in zip(CASES, found, strict=True)
    } == {case["why"]: case["counted"] for case in CASES}


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_all_of_them_together_are_a_number_with_no_denominator(engine):
    found = counting.together(referrals_received, ROWS, period="2021-22", on=engine)

    assert (found.numerator, found.denominator) == (5, None)
    assert referrals_received.shown(referrals_received.value(numerator=5, denominator=None)) == 5
