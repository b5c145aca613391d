"""Contacts decided within one working day, of the contacts decided in the period (IND-FD-04).

The day it was due is compared with the day it was decided: nothing is late at midnight. A contact
belongs to the year it was decided in, whenever it was received.
"""

import pytest

from goldenthread.content.front_door.contacts_decided_in_time import contacts_decided_in_time
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | decided | due | clock can be measured | counted | in time |
|---|---|---|---|---|---|---|
| decided before it was due | Mon 2 March 2020 | Mon 2 March 2020 | Tue 3 March 2020 | yes | yes | yes |
| decided on the day it was due | Mon 2 March 2020 | Tue 3 March 2020 | Tue 3 March 2020 | yes | yes | yes |
| decided the day after | Mon 2 March 2020 | Wed 4 March 2020 | Tue 3 March 2020 | yes | yes | no |
| over a weekend | Fri 6 March 2020 | Mon 9 March 2020 | Mon 9 March 2020 | yes | yes | yes |
| not yet decided, and late | Mon 2 March 2020 |  | Tue 3 March 2020 | yes | no | no |
| no day to measure from | Mon 2 March 2020 | Tue 3 March 2020 |  | no | no | no |
| a due day on a clock that cannot be measured | Mon 2 March 2020 | Tue 3 March 2020 | Tue 3 March 2020 | no | no | no |
| the first day of the year | Fri 29 March 2019 | Mon 1 April 2019 | Mon 1 April 2019 | yes | yes | yes |
| the last day of the year | Mon 30 March 2020 | Tue 31 March 2020 | Tue 31 March 2020 | yes | yes | yes |
| decided the day before the year began | Fri 29 March 2019 | Sun 31 March 2019 | Mon 1 April 2019 | yes | no | no |
| decided the day after the year ended | Tue 31 March 2020 | Wed 1 April 2020 | Wed 1 April 2020 | yes | no | no |
| received the year before, decided late in this one | Wed 27 March 2019 | Tue 2 April 2019 | Thu 28 March 2019 | yes | yes | no |
"""

CASES = tables.rows(TABLE)
ROWS = [
    {
        "received_on": tables.day(case["received"]),
        "decided_on": tables.day(case["decided"]),
        "decision_due_on": tables.day(case["due"]),
        "decision_measurable": case["clock can be measured"] == "yes",
    }
    for case in CASES
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_contact_by_itself(engine):
    found = counting.each(contacts_decided_in_time, ROWS, period="2019-20", on=engine)

    assert {
        case["why"]: (yes_no(one.denominator), yes_no(one.numerator))
        for case, one in zip(CASES, found, strict=True)
    } == {case["why"]: (case["counted"], case["in time"]) for case in CASES}


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_all_of_them_together(engine):
    found = counting.together(contacts_decided_in_time, ROWS, period="2019-20", on=engine)

    assert (found.numerator, found.denominator) == (5, 7)
    value = contacts_decided_in_time.value(numerator=5, denominator=7)
    assert str(contacts_decided_in_time.shown(value)) == "71.4"


def test_no_contact_decided_is_no_percentage_and_not_nought():
    assert contacts_decided_in_time.value(numerator=0, denominator=0) is None


def yes_no(number: int) -> str:
    return {1: "yes", 0: "no"}[number]
