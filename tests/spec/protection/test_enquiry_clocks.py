"""Strategy discussions the same day or within three (CLK-23), and an enquiry within fifteen."""

import pytest

from goldenthread.content.protection import enquiry_clocks as declared
from tests.spec import recording, tables

CLOCKS = (
    declared.strategy_today,
    declared.strategy_soon,
    declared.enquiry_in_time,
)

TABLE = """
| why | recorded | answers | on | running |
|---|---|---|---|---|
| unsafe now | strategy-discussion-called Mon 9 March 2020 | strategy_urgency=today | Mon 9 March 2020 | strategy-discussion-today: Mon 9 March 2020 |
| not unsafe now | strategy-discussion-called Fri 6 March 2020 | strategy_urgency=soon | Fri 6 March 2020 | strategy-discussion-soon: Wed 11 March 2020 |
| an enquiry is begun | strategy-discussion-called Mon 9 March 2020, strategy-discussion-held Tue 10 March 2020 | strategy_urgency=soon; strategy_decision=enquire-jointly | Tue 10 March 2020 | enquiry-in-time: Tue 31 March 2020 |
| no enquiry | strategy-discussion-called Mon 9 March 2020, strategy-discussion-held Tue 10 March 2020 | strategy_urgency=soon; strategy_decision=no-enquiry | Tue 10 March 2020 |  |
| a further discussion gives no more time | strategy-discussion-held Tue 10 March 2020, strategy-discussion-held-again Fri 13 March 2020 | strategy_decision=enquire-alone | Fri 13 March 2020 | enquiry-in-time: Tue 31 March 2020 |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_runs_and_when_it_is_due(case):
    found = recording.running(case["recorded"], *CLOCKS, now=case["on"], given=case["answers"])

    written = [each.split(": ") for each in case["running"].split("; ") if each]
    assert found == dict(written)
