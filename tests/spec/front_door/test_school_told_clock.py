"""A school hears of an incident by the next working day after it (CLK-07)."""

import pytest

from goldenthread.content.front_door.school_told_clock import school_told_of_abuse
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

# Read at midday on Tuesday 12 May 2020. The clock starts at the incident, not when we heard of it.
TABLE = """
| why | incident | school | told | due | standing |
|---|---|---|---|---|---|
| before the child walks in | Sun 1 March 2020 21:40 | Beck Lane | Mon 2 March 2020 08:15 | Mon 2 March 2020 | met |
| a Friday night is told on Monday | Fri 6 March 2020 23:00 | Beck Lane | Mon 9 March 2020 08:30 | Mon 9 March 2020 | met |
| a day late | Sun 1 March 2020 21:40 | Beck Lane | Tue 3 March 2020 08:30 | Mon 2 March 2020 | breached |
| known by its day alone | Sun 1 March 2020 | Beck Lane | Mon 2 March 2020 08:15 | Mon 2 March 2020 | met |
| not yet told, and late | Sun 1 March 2020 21:40 | Beck Lane | | Mon 2 March 2020 | breached |
| no school, nobody to tell | Sun 1 March 2020 21:40 | | | | |
"""

NOW = tables.point("Tue 12 May 2020 12:00").at


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_told_by_the_next_working_day(case):
    answers = {"school_name": case["school"]} if case["school"] else {}
    events = [Event("domestic-abuse-incident", tables.point(case["incident"]), answers)]
    if case["told"]:
        events.append(Event("school-told", tables.point(case["told"])))

    found = clocks.read(school_told_of_abuse, events, NOW)

    assert [str(each.status) for each in found] == list(tables.words(case["standing"]))
    assert [each.due_on for each in found] == ([tables.day(case["due"])] if case["due"] else [])
