"""Whoever raised a worry is told the outcome within three working days of the decision (CLK-05b).

Working Together has the referrer told and sets no number of days. Three working days is the
partnership's own convention, so the clock's law says LOCAL.
"""

import pytest

from goldenthread.content.front_door.outcome_told_clock import contact_outcome_told
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

# Read at midday on Tuesday 12 May 2020.
TABLE = """
| why | decided | told | due | standing |
|---|---|---|---|---|
| within the week | Mon 2 March 2020 10:00 | Thu 5 March 2020 17:00 | Thu 5 March 2020 | met |
| over a weekend | Thu 5 March 2020 10:00 | Tue 10 March 2020 17:00 | Tue 10 March 2020 | met |
| a day late | Thu 5 March 2020 10:00 | Wed 11 March 2020 09:00 | Tue 10 March 2020 | breached |
| over the bank holiday of 8 May 2020 | Wed 6 May 2020 10:00 | Tue 12 May 2020 09:00 | Tue 12 May 2020 | met |
| over Christmas and New Year | Mon 30 December 2019 10:00 | Fri 3 January 2020 16:00 | Fri 3 January 2020 | met |
| not told, due tomorrow | Thu 7 May 2020 10:00 |  | Wed 13 May 2020 | running |
| not told, and late | Wed 29 April 2020 10:00 |  | Mon 4 May 2020 | breached |
"""

NOW = tables.point("Tue 12 May 2020 12:00").at


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_told_within_three_working_days_of_the_decision(case):
    events = [Event("contact-decided", tables.point(case["decided"]))]
    if case["told"]:
        events.append(Event("contact-outcome-told", tables.point(case["told"])))

    (reading,) = clocks.read(contact_outcome_told, events, NOW)

    assert reading.due_on == tables.day(case["due"])
    assert str(reading.status) == case["standing"]


def test_three_working_days_claims_no_statutory_force():
    assert contact_outcome_told.law.status == "LOCAL"
