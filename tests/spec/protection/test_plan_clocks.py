"""A protection plan: core groups, review conferences and visits (CLK-24 to 28)."""

import pytest

from goldenthread.content.protection import plan_clocks as declared
from tests.spec import recording, tables

CLOCKS = (
    declared.first_core_group,
    declared.later_core_group,
    declared.first_review,
    declared.later_review,
    declared.protection_visit,
)

TABLE = """
| why | recorded | answers | on | running |
|---|---|---|---|---|
| begun | protection-plan-begun Thu 26 March 2020 |  | Thu 26 March 2020 | first-core-group: Thu 9 April 2020; first-review-conference: Fri 26 June 2020; protection-visit: Mon 27 April 2020 |
| a core group | protection-plan-begun Thu 26 March 2020, core-group-held Tue 7 April 2020 |  | Tue 7 April 2020 | later-core-group: Tue 19 May 2020; first-review-conference: Fri 26 June 2020; protection-visit: Mon 27 April 2020 |
| a visit | protection-plan-begun Thu 26 March 2020, protection-visit-made Thu 2 April 2020 |  | Thu 2 April 2020 | first-core-group: Thu 9 April 2020; first-review-conference: Fri 26 June 2020; protection-visit: Mon 4 May 2020 |
| nobody saw the child | protection-plan-begun Thu 26 March 2020, protection-visit-attempted Thu 2 April 2020 |  | Thu 2 April 2020 | first-core-group: Thu 9 April 2020; first-review-conference: Fri 26 June 2020; protection-visit: Mon 27 April 2020 |
| reviewed | protection-plan-begun Thu 26 March 2020, review-conference-held Wed 24 June 2020 |  | Wed 24 June 2020 | later-review-conference: Thu 24 December 2020; protection-visit: Mon 27 April 2020 |
| three months from the end of a month | protection-plan-begun Fri 29 November 2019, core-group-held Mon 2 December 2019 |  | Mon 2 December 2019 | later-core-group: Mon 13 January 2020; first-review-conference: Sat 29 February 2020; protection-visit: Tue 31 December 2019 |
| ended | protection-plan-begun Thu 26 March 2020, protection-plan-ended Mon 6 April 2020 |  | Mon 6 April 2020 |  |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_runs_and_when_it_is_due(case):
    found = recording.running(case["recorded"], *CLOCKS, now=case["on"], given=case["answers"])

    written = [each.split(": ") for each in case["running"].split("; ") if each]
    assert found == dict(written)
