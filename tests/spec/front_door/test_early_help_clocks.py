"""Early help: the assessment, the first team around the family and the next (CLK-10 to 12)."""

import pytest

from goldenthread.content.front_door import early_help_clocks as declared
from tests.spec import recording, tables

CLOCKS = (
    declared.early_help_assessed,
    declared.first_team,
    declared.later_team,
)

TABLE = """
| why | recorded | answers | on | running |
|---|---|---|---|---|
| agreed | early-help-agreement Mon 2 March 2020 | early_help_agreed=yes | Mon 2 March 2020 | early-help-assessed: Mon 30 March 2020 |
| not agreed | early-help-agreement Mon 2 March 2020 | early_help_agreed=no | Mon 2 March 2020 |  |
| assessed | early-help-agreement Mon 2 March 2020, early-help-assessed Mon 23 March 2020 | early_help_agreed=yes | Mon 23 March 2020 | first-team-around-the-family: Mon 6 April 2020 |
| met | early-help-assessed Mon 23 March 2020, team-around-the-family-held Mon 30 March 2020 | early_help_agreed=yes | Mon 30 March 2020 | later-team-around-the-family: Mon 11 May 2020 |
| stepped up | early-help-agreement Mon 2 March 2020, early-help-stepped-up Tue 3 March 2020 | early_help_agreed=yes | Tue 3 March 2020 |  |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_runs_and_when_it_is_due(case):
    found = recording.running(case["recorded"], *CLOCKS, now=case["on"], given=case["answers"])

    written = [each.split(": ") for each in case["running"].split("; ") if each]
    assert found == dict(written)
