"""Whoever raises a worry is sent an acknowledgement within one working day (CLK-05).

Working Together to Safeguard Children, chapter 1: the council should acknowledge receipt to the
referrer within one working day.
"""

import pytest

from goldenthread.content.front_door.acknowledgement_clock import contact_acknowledgement
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

# Read at midday on Tuesday 12 May 2020.
TABLE = """
| why | received | acknowledged | told the outcome | due | standing |
|---|---|---|---|---|---|
| acknowledged within the minute | Mon 2 March 2020 09:10 | Mon 2 March 2020 09:11 |  | Tue 3 March 2020 | met |
| sent on a Friday evening | Fri 6 March 2020 19:00 | Mon 9 March 2020 08:05 |  | Mon 9 March 2020 | met |
| over the bank holiday of 8 May 2020 | Thu 7 May 2020 16:00 | Mon 11 May 2020 09:00 |  | Mon 11 May 2020 | met |
| acknowledged a day late | Mon 2 March 2020 09:10 | Wed 4 March 2020 09:00 |  | Tue 3 March 2020 | breached |
| told before anything was acknowledged | Mon 2 March 2020 09:10 |  | Tue 3 March 2020 11:00 | Tue 3 March 2020 | cancelled |
| told late, and never acknowledged | Mon 2 March 2020 09:10 |  | Thu 5 March 2020 11:00 | Tue 3 March 2020 | breached |
| still waiting, due today | Mon 11 May 2020 08:00 |  |  | Tue 12 May 2020 | running |
| still waiting, and late | Wed 6 May 2020 08:00 |  |  | Thu 7 May 2020 | breached |
"""

NOW = tables.point("Tue 12 May 2020 12:00").at
COLUMNS = {
    "received": "contact-received",
    "acknowledged": "contact-acknowledged",
    "told the outcome": "contact-outcome-told",
}


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_acknowledged_within_one_working_day(case):
    events = [
        Event(step, tables.point(case[column])) for column, step in COLUMNS.items() if case[column]
    ]

    (reading,) = clocks.read(contact_acknowledgement, events, NOW)

    assert reading.due_on == tables.day(case["due"])
    assert str(reading.status) == case["standing"]
