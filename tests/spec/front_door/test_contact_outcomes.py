"""Each outcome of the contacts decided, as a share of all of them (IND-FD-08)."""

import pytest

from goldenthread.content.front_door.contact_outcomes import contact_outcomes
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | decided | outcome |
|---|---|---|
| two became referrals | Mon 2 March 2020 | referral-to-social-care |
| the second of them | Tue 31 March 2020 | referral-to-social-care |
| one was advice | Mon 1 April 2019 | advice-to-family |
| decided after the year ended | Wed 1 April 2020 | no-further-action |
| not decided |  |  |
"""

ROWS = [
    {
        "decided_on": tables.day(case["decided"]),
        "outcome": counting.text(case["outcome"]),
    }
    for case in tables.rows(TABLE)
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_part_of_the_whole(engine):
    found = counting.parted(contact_outcomes, ROWS, period="2019-20", on=engine)

    assert found == {"referral-to-social-care": (2, 3), "advice-to-family": (1, 3)}


def test_a_part_is_a_share_of_the_whole():
    value = contact_outcomes.value(numerator=1, denominator=3)

    assert str(contact_outcomes.shown(value)) == "33.3"


def test_each_part_has_a_name():
    assert contact_outcomes.by.label_of("no-further-action") == "No further action"
