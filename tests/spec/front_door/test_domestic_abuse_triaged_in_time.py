"""Of notifications whose joint decision fell due, those decided jointly by then (IND-DV-02)."""

import pytest

from goldenthread.content.front_door.domestic_abuse_triaged_in_time import (
    domestic_abuse_triaged_in_time,
)
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | due | joint decision | clock can be measured | counted | in time |
|---|---|---|---|---|---|---|
| decided the same day | Mon 2 March 2020 | Tue 3 March 2020 | Mon 2 March 2020 | yes | yes | yes |
| decided on the day it was due | Mon 2 March 2020 | Tue 3 March 2020 | Tue 3 March 2020 | yes | yes | yes |
| decided the day after | Mon 2 March 2020 | Tue 3 March 2020 | Wed 4 March 2020 | yes | yes | no |
| over a weekend | Fri 6 March 2020 | Mon 9 March 2020 | Mon 9 March 2020 | yes | yes | yes |
| one view and no joint decision | Mon 2 March 2020 | Tue 3 March 2020 | | yes | yes | no |
| decided by the front door instead | Mon 2 March 2020 | Tue 3 March 2020 | | no | no | no |
| due the first day of the year | Fri 29 March 2019 | Mon 1 April 2019 | Mon 1 April 2019 | yes | yes | yes |
| due after the year | Tue 31 March 2020 | Wed 1 April 2020 | Tue 31 March 2020 | yes | no | no |
| no police notification | | | | no | no | no |
"""

CASES = tables.rows(TABLE)
ROWS = [
    {
        "domestic_abuse_matched_on": tables.day(case["received"]),
        "domestic_abuse_triage_due_on": tables.day(case["due"]),
        "domestic_abuse_triaged_on": tables.day(case["joint decision"]),
        "domestic_abuse_triage_measurable": case["clock can be measured"] == "yes",
    }
    for case in CASES
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_notification_by_itself(engine):
    found = counting.each(domestic_abuse_triaged_in_time, ROWS, period="2019-20", on=engine)

    for case, one in zip(CASES, found, strict=True):
        assert one.denominator == (case["counted"] == "yes"), case["why"]
        assert one.numerator == (case["in time"] == "yes"), case["why"]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_all_of_them_together(engine):
    found = counting.together(domestic_abuse_triaged_in_time, ROWS, period="2019-20", on=engine)

    assert (found.numerator, found.denominator) == (4, 6)
