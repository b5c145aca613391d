"""Of notifications received, those that went on to the MASH (IND-DV-03)."""

import pytest

from goldenthread.content.front_door.domestic_abuse_entering_mash import (
    domestic_abuse_entering_mash,
)
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | joint decision | MASH enquiry opened | counted | entering |
|---|---|---|---|---|---|
| the two decided on an enquiry | Mon 2 March 2020 | mash-enquiry | | yes | yes |
| and it was opened | Mon 2 March 2020 | mash-enquiry | Tue 3 March 2020 | yes | yes |
| an enquiry came of something else they decided | Mon 2 March 2020 | strategy-discussion | Tue 3 March 2020 | yes | yes |
| an enquiry without a joint decision | Mon 2 March 2020 | | Tue 3 March 2020 | yes | yes |
| a strategy discussion and no enquiry | Mon 2 March 2020 | strategy-discussion | | yes | no |
| below the threshold | Mon 2 March 2020 | no-role-record | | yes | no |
| a case is open already | Mon 2 March 2020 | allocated-worker | | yes | no |
| not yet triaged | Mon 2 March 2020 | | | yes | no |
| received the year before | Sun 31 March 2019 | mash-enquiry | Mon 1 April 2019 | no | no |
| no police notification | | | Mon 2 March 2020 | no | no |
"""

CASES = tables.rows(TABLE)
ROWS = [
    {
        "contact_received_on": tables.day(case["received"]),
        "domestic_abuse_matched_on": tables.day(case["received"]),
        "triage_outcome": case["joint decision"] or None,
        "mash_opened_on": tables.day(case["MASH enquiry opened"]),
    }
    for case in CASES
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_notification_by_itself(engine):
    found = counting.each(domestic_abuse_entering_mash, ROWS, period="2019-20", on=engine)

    for case, one in zip(CASES, found, strict=True):
        assert one.denominator == (case["counted"] == "yes"), case["why"]
        assert one.numerator == (case["entering"] == "yes"), case["why"]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_all_of_them_together(engine):
    found = counting.together(domestic_abuse_entering_mash, ROWS, period="2019-20", on=engine)

    assert (found.numerator, found.denominator) == (4, 8)
