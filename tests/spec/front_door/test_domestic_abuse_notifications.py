"""Police notifications of domestic abuse received in the period (IND-DV-01)."""

import pytest

from goldenthread.content.front_door.domestic_abuse_notifications import (
    domestic_abuse_notifications,
)
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | looked up in the record as a notification | counted |
|---|---|---|---|
| received in the year | Mon 2 March 2020 | Mon 2 March 2020 | yes |
| the first day of the year | Mon 1 April 2019 | Mon 1 April 2019 | yes |
| the last day of the year, looked up the day after | Tue 31 March 2020 | Wed 1 April 2020 | yes |
| the year before | Sun 31 March 2019 | Sun 31 March 2019 | no |
| the year after | Wed 1 April 2020 | Wed 1 April 2020 | no |
| a contact that is no police notification | Mon 2 March 2020 | | no |
"""

CASES = tables.rows(TABLE)
ROWS = [
    {
        "contact_received_on": tables.day(case["received"]),
        "domestic_abuse_matched_on": tables.day(case["looked up in the record as a notification"]),
    }
    for case in CASES
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_notification_by_itself(engine):
    found = counting.each(domestic_abuse_notifications, ROWS, period="2019-20", on=engine)

    for case, one in zip(CASES, found, strict=True):
        assert one.numerator == (case["counted"] == "yes"), case["why"]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_all_of_them_together(engine):
    found = counting.together(domestic_abuse_notifications, ROWS, period="2019-20", on=engine)

    assert (found.numerator, found.denominator) == (3, None)
