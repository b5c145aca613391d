"""A contact is decided within one working day of being received (CLK-01).

Working Together to Safeguard Children, chapter 1: within one working day of a referral being
received, a social worker should decide the next step and the type of response required.
"""

import pytest

from goldenthread.content.front_door.contact_decision_clock import contact_decision
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

# Read at midday on Tuesday 12 May 2020, so that what is undecided then is running or late.
TABLE = """
| why | received | decided | due | standing |
|---|---|---|---|---|
| the next day is a working day | Mon 2 March 2020 09:10 | Tue 3 March 2020 16:00 | Tue 3 March 2020 | met |
| decided the same day | Mon 2 March 2020 09:10 | Mon 2 March 2020 17:45 | Tue 3 March 2020 | met |
| nothing is late at midnight | Mon 2 March 2020 23:59 | Tue 3 March 2020 23:59 | Tue 3 March 2020 | met |
| one minute into the day after | Mon 2 March 2020 09:10 | Wed 4 March 2020 00:01 | Tue 3 March 2020 | breached |
| a weekend is passed over | Fri 6 March 2020 17:30 | Mon 9 March 2020 10:00 | Mon 9 March 2020 | met |
| received on a Saturday | Sat 7 March 2020 11:00 | Tue 10 March 2020 10:00 | Mon 9 March 2020 | breached |
| decided on the Saturday itself | Sat 7 March 2020 11:00 | Sat 7 March 2020 15:00 | Mon 9 March 2020 | met |
| Easter: Good Friday to Easter Monday | Thu 9 April 2020 14:00 | Tue 14 April 2020 12:00 | Tue 14 April 2020 | met |
| the bank holiday moved to Friday 8 May 2020 | Thu 7 May 2020 14:00 | Mon 11 May 2020 09:00 | Mon 11 May 2020 | met |
| Monday 4 May 2020 was a working day | Fri 1 May 2020 14:00 | Tue 5 May 2020 09:00 | Mon 4 May 2020 | breached |
| Christmas Day and Boxing Day | Tue 24 December 2019 12:00 | Fri 27 December 2019 12:00 | Fri 27 December 2019 | met |
| known by its day alone | Thu 5 March 2020 | Fri 6 March 2020 | Fri 6 March 2020 | met |
| the clocks go forward in the night | Sat 28 March 2020 20:00 | Mon 30 March 2020 23:30 | Mon 30 March 2020 | met |
| not decided, due today | Mon 11 May 2020 08:00 |  | Tue 12 May 2020 | running |
| not decided, and late | Fri 1 May 2020 08:00 |  | Mon 4 May 2020 | breached |
"""

NOW = tables.point("Tue 12 May 2020 12:00").at


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_due_one_working_day_after_it_was_received(case):
    events = [Event("contact-received", tables.point(case["received"]))]
    if case["decided"]:
        events.append(Event("contact-decided", tables.point(case["decided"])))

    (reading,) = clocks.read(contact_decision, events, NOW)

    assert reading.due_on == tables.day(case["due"])
    assert str(reading.status) == case["standing"]


def test_a_contact_received_before_the_guidance_of_july_2018_runs_no_clock():
    received = Event("contact-received", tables.point("Tue 3 July 2018"))

    assert clocks.read(contact_decision, [received], NOW) == ()
