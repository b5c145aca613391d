"""A MASH enquiry: red in 4 hours, amber in 24 duty hours, green in 72 (CLK-04), and R6.1.

Raising the priority begins the time again. Lowering it gives the longer limit counted from where
the time began, and no fresh start.
"""

import pytest

from goldenthread.content.front_door.contact_decision_clock import contact_decision
from goldenthread.content.front_door.mash_enquiry_clocks import mash_amber, mash_green, mash_red
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

BY_PRIORITY = {"red": mash_red, "amber": mash_amber, "green": mash_green}
STEPS = {
    "opened": "mash-opened",
    "raised": "mash-priority-raised",
    "lowered": "mash-priority-lowered",
}
NOW = tables.point("Tue 12 May 2020 12:00").at

ALONE = """
| why | priority | opened | due |
|---|---|---|---|
| red runs through the night | red | Mon 2 March 2020 16:00 | 2020-03-02T20:00 |
| red runs through a weekend | red | Sat 7 March 2020 23:00 | 2020-03-08T03:00 |
| red as the clocks go forward | red | Sat 28 March 2020 23:00 | 2020-03-29T04:00 |
| amber is three days of duty | amber | Mon 2 March 2020 10:00 | 2020-03-05T10:00 |
| amber over a weekend | amber | Fri 6 March 2020 16:00 | 2020-03-11T16:00 |
| amber opened at night | amber | Mon 2 March 2020 22:00 | 2020-03-05T17:00 |
| green is nine days of duty | green | Mon 2 March 2020 10:00 | 2020-03-13T10:00 |
| green over Easter | green | Thu 9 April 2020 10:00 | 2020-04-24T10:00 |
"""

CHANGED = """
| why | recorded | standing | due |
|---|---|---|---|
| raised: begins again | opened green Mon 2 March 2020 10:00, raised red Tue 3 March 2020 12:00 | red | 2020-03-03T16:00 |
| raised to amber | opened green Mon 2 March 2020 10:00, raised amber Tue 3 March 2020 12:00 | amber | 2020-03-06T12:00 |
| lowered: counted from the opening | opened red Mon 2 March 2020 10:00, lowered amber Mon 2 March 2020 13:00 | amber | 2020-03-05T10:00 |
| lowered twice: still from the opening | opened red Mon 2 March 2020 10:00, lowered amber Mon 2 March 2020 13:00, lowered green Tue 3 March 2020 10:00 | green | 2020-03-13T10:00 |
| lowered after raised: from the raising | opened green Mon 2 March 2020 10:00, raised red Tue 3 March 2020 12:00, lowered amber Tue 3 March 2020 13:00 | amber | 2020-03-06T12:00 |
| raised after lowered: begins again | opened amber Mon 2 March 2020 10:00, lowered green Mon 2 March 2020 11:00, raised amber Wed 4 March 2020 09:00 | amber | 2020-03-06T17:00 |
"""


def heard(recorded: str) -> list[Event]:
    """The events of one cell, each with the priority it left."""
    events = []
    for each in recorded.split(", "):
        what, priority, when = each.split(" ", 2)
        events.append(Event(STEPS[what], tables.point(when), {"mash_priority": priority}))
    return events


def running(events: list[Event]) -> list[tuple[str, str]]:
    return [
        (priority, reading.due_at.replace(tzinfo=None).isoformat(timespec="minutes"))
        for priority, clock in BY_PRIORITY.items()
        for reading in clocks.read(clock, events, NOW)
        if reading.stopped is None
    ]


@pytest.mark.parametrize("case", tables.rows(ALONE), ids=lambda case: case["why"])
def test_the_limit_of_each_priority(case):
    events = heard(f"opened {case['priority']} {case['opened']}")

    assert running(events) == [(case["priority"], case["due"])]


@pytest.mark.parametrize("case", tables.rows(CHANGED), ids=lambda case: case["why"])
def test_r6_1_time_begins_again_only_when_raised(case):
    assert running(heard(case["recorded"])) == [(case["standing"], case["due"])]


@pytest.mark.parametrize(
    ("decided", "standing"),
    [("Mon 2 March 2020 14:00", "met"), ("Mon 2 March 2020 14:01", "breached")],
)
def test_the_decision_stops_it(decided, standing):
    events = [
        *heard("opened red Mon 2 March 2020 10:00"),
        Event("contact-decided", tables.point(decided), {"mash_priority": "red"}),
    ]

    (reading,) = clocks.read(mash_red, events, NOW)

    assert str(reading.status) == standing
    assert running(events) == []


def test_opening_an_enquiry_is_a_decision_on_the_next_step():
    events = [
        Event("contact-received", tables.point("Mon 2 March 2020 09:00")),
        Event("mash-opened", tables.point("Tue 3 March 2020 16:00")),
        Event("contact-decided", tables.point("Fri 6 March 2020 09:00")),
    ]

    (reading,) = clocks.read(contact_decision, events, NOW)

    assert str(reading.status) == "met"
