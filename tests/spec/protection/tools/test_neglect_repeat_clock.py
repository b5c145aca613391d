"""The neglect toolkit is given again within three months (LOCAL)."""

import pytest

from goldenthread.content.protection.tools.neglect_repeat_clock import neglect_repeat
from goldenthread.language import clock as clocks
from goldenthread.language.clock import Event
from tests.spec import tables

# Read at midday on Tuesday 12 May 2020; of several runs the last.
TABLE = """
| why | completed | repeated | ended | due | standing |
|---|---|---|---|---|---|
| three months to the day | Mon 2 March 2020 |  |  | Tue 2 June 2020 | running |
| the last day of a shorter month | Sat 30 November 2019 |  |  | Sat 29 February 2020 | breached |
| repeated in time, and it runs anew | Mon 2 December 2019 | Mon 2 March 2020 |  | Tue 2 June 2020 | running |
| it ended, so nothing waits | Mon 2 March 2020 |  | Mon 16 March 2020 | Tue 2 June 2020 | cancelled |
| ended after it was late | Mon 2 December 2019 |  | Tue 3 March 2020 | Mon 2 March 2020 | breached |
"""

NOW = tables.point("Tue 12 May 2020 12:00").at


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_given_again_within_three_months(case):
    events = [
        Event(f"neglect-toolkit-{step}", tables.point(case[step]))
        for step in ("completed", "repeated", "ended")
        if case[step]
    ]

    reading = clocks.read(neglect_repeat, events, NOW)[-1]

    assert reading.due_on == tables.day(case["due"])
    assert str(reading.status) == case["standing"]
