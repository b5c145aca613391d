"""Each source of the referrals made, as a share of those whose source is known (IND-RF-07)."""

import pytest

from goldenthread.content.front_door.referral_sources import referral_sources
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | referred | source |
|---|---|---|
| two from the police | Mon 2 March 2020 | 6 |
| the second of them | Tue 31 March 2020 | 6 |
| one from a school | Mon 1 April 2019 | 2A |
| the source could not be read | Mon 2 March 2020 |  |
| referred after the year ended | Wed 1 April 2020 | 3A |
"""

ROWS = [
    {
        "referral_on": tables.day(case["referred"]),
        "cine_referral_source_code": counting.text(case["source"]),
    }
    for case in tables.rows(TABLE)
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_part_of_the_whole(engine):
    found = counting.parted(referral_sources, ROWS, period="2019-20", on=engine)

    assert found == {"6": (2, 3), "2A": (1, 3)}


def test_a_part_is_a_share_of_the_whole():
    value = referral_sources.value(numerator=1, denominator=3)

    assert str(referral_sources.shown(value)) == "33.3"


def test_each_part_has_a_name():
    assert referral_sources.by.label_of("2A") == "Schools"
