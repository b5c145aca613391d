"""Police and social work look at a notification by the end of the next working day (CLK-06)."""

import pytest

from goldenthread.content.front_door.domestic_abuse_triage_clock import domestic_abuse_triage
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

# Read at midday on Tuesday 12 May 2020.
TABLE = """
| why | received | triaged | due | standing |
|---|---|---|---|---|
| the next working day | Mon 2 March 2020 09:10 | Tue 3 March 2020 16:00 | Tue 3 March 2020 | met |
| one day late | Mon 2 March 2020 09:10 | Wed 4 March 2020 00:01 | Tue 3 March 2020 | breached |
| what came at the weekend is looked at on Monday | Sat 7 March 2020 02:00 | Mon 9 March 2020 10:00 | Mon 9 March 2020 | met |
| Easter | Thu 9 April 2020 23:00 | Tue 14 April 2020 12:00 | Tue 14 April 2020 | met |
| not yet, due today | Mon 11 May 2020 08:00 | | Tue 12 May 2020 | running |
"""

NOW = tables.point("Tue 12 May 2020 12:00").at


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_triaged_within_one_working_day(case):
    events = [Event("domestic-abuse-matched", tables.point(case["received"]))]
    if case["triaged"]:
        events.append(Event("domestic-abuse-triaged", tables.point(case["triaged"])))

    (reading,) = clocks.read(domestic_abuse_triage, events, NOW)

    assert reading.due_on == tables.day(case["due"])
    assert str(reading.status) == case["standing"]


def test_what_the_front_door_decides_itself_no_longer_waits_for_two():
    events = [
        Event("domestic-abuse-matched", tables.point("Mon 2 March 2020 09:10")),
        Event("contact-decided", tables.point("Mon 2 March 2020 10:00")),
    ]

    (reading,) = clocks.read(domestic_abuse_triage, events, NOW)

    assert str(reading.status) == "cancelled"
