"""Fifteen working days to a conference: from the strategy discussion, or from the move (CLK-22)."""

import pytest

from goldenthread.content.protection import conference_clocks as declared
from tests.spec import recording, tables

CLOCKS = (
    declared.conference_in_time,
    declared.transfer_in_conference,
)

TABLE = """
| why | recorded | answers | on | running |
|---|---|---|---|---|
| from the strategy discussion | conference-requested Thu 19 March 2020 | strategy_on=2020-03-10 | Thu 19 March 2020 | conference-in-time: Tue 31 March 2020 |
| over Easter | conference-requested Thu 9 April 2020 | strategy_on=2020-04-02 | Thu 9 April 2020 | conference-in-time: Mon 27 April 2020 |
| moved in | transfer-in-notified Mon 2 March 2020 |  | Mon 2 March 2020 | transfer-in-conference: Mon 23 March 2020 |
| adjourned: no more time | conference-requested Thu 19 March 2020, conference-adjourned Fri 27 March 2020 | strategy_on=2020-03-10 | Fri 27 March 2020 | conference-in-time: Tue 31 March 2020 |
| held | conference-requested Thu 19 March 2020, conference-held Thu 26 March 2020 | strategy_on=2020-03-10 | Thu 26 March 2020 |  |
| cancelled | conference-requested Thu 19 March 2020, conference-cancelled Fri 20 March 2020 | strategy_on=2020-03-10 | Fri 20 March 2020 |  |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_runs_and_when_it_is_due(case):
    found = recording.running(case["recorded"], *CLOCKS, now=case["on"], given=case["answers"])

    written = [each.split(": ") for each in case["running"].split("; ") if each]
    assert found == dict(written)
