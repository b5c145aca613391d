"""A child in need plan: 10, 60 and 30 working days (CLK-29), and 2 for a manager."""

import pytest

from goldenthread.content.protection import need_plan_clocks as declared
from tests.spec import recording, tables

CLOCKS = (
    declared.need_plan_agreed,
    declared.need_review,
    declared.need_visit,
    declared.withdrawal_decision,
)

TABLE = """
| why | recorded | answers | on | running |
|---|---|---|---|---|
| due | child-in-need-plan-due Mon 2 March 2020 |  | Mon 2 March 2020 | need-plan-agreed: Mon 16 March 2020 |
| agreed | child-in-need-plan-due Mon 2 March 2020, child-in-need-plan-agreed Thu 12 March 2020 |  | Thu 12 March 2020 | need-plan-review: Wed 10 June 2020; need-plan-visit: Mon 27 April 2020 |
| visited | child-in-need-plan-agreed Thu 12 March 2020, child-in-need-visit-made Thu 19 March 2020 |  | Thu 19 March 2020 | need-plan-review: Wed 10 June 2020; need-plan-visit: Mon 4 May 2020 |
| agreement withdrawn | agreement-withdrawn Thu 12 March 2020 |  | Thu 12 March 2020 | withdrawal-decision: Mon 16 March 2020 |
| taken over | child-in-need-plan-agreed Thu 12 March 2020, child-in-need-plan-superseded Thu 26 March 2020 |  | Thu 26 March 2020 |  |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_runs_and_when_it_is_due(case):
    found = recording.running(case["recorded"], *CLOCKS, now=case["on"], given=case["answers"])

    written = [each.split(": ") for each in case["running"].split("; ") if each]
    assert found == dict(written)
