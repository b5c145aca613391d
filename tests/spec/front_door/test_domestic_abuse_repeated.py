"""Of notifications received, those about a child notified of in the year before (IND-DV-04)."""

import pytest

from goldenthread.content.front_door.domestic_abuse_repeated import domestic_abuse_repeated
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | a notification | which in twelve months | counted | repeated |
|---|---|---|---|---|---|
| the first | Mon 2 March 2020 | yes | 1 | yes | no |
| the second | Mon 2 March 2020 | yes | 2 | yes | yes |
| the third or a later one | Mon 2 March 2020 | yes | 3-or-more | yes | yes |
| the second, on the first day of the year | Mon 1 April 2019 | yes | 2 | yes | yes |
| the second, in the year after | Wed 1 April 2020 | yes | 2 | no | no |
| not counted when it arrived | Mon 2 March 2020 | yes | | yes | no |
| no police notification | Mon 2 March 2020 | no | | no | no |
"""

CASES = tables.rows(TABLE)
ROWS = [
    {
        "contact_received_on": tables.day(case["received"]),
        "domestic_abuse_matched_on": (
            tables.day(case["received"]) if case["a notification"] == "yes" else None
        ),
        "notified_before": case["which in twelve months"] or None,
    }
    for case in CASES
]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_notification_by_itself(engine):
    found = counting.each(domestic_abuse_repeated, ROWS, period="2019-20", on=engine)

    for case, one in zip(CASES, found, strict=True):
        assert one.denominator == (case["counted"] == "yes"), case["why"]
        assert one.numerator == (case["repeated"] == "yes"), case["why"]


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_all_of_them_together(engine):
    found = counting.together(domestic_abuse_repeated, ROWS, period="2019-20", on=engine)

    assert (found.numerator, found.denominator) == (3, 5)
