"""A family help plan: 10, 60 and 30 working days, since Working Together 2026."""

import pytest

from goldenthread.content.protection import family_help_clocks as declared
from tests.spec import recording, tables

CLOCKS = (declared.family_help_agreed, declared.family_help_review, declared.family_help_visit)

TABLE = """
| why | recorded | answers | on | running |
|---|---|---|---|---|
| due | family-help-due Mon 11 May 2026 | | Mon 11 May 2026 | family-help-agreed: Tue 26 May 2026 |
| agreed | family-help-due Mon 11 May 2026, family-help-agreed Mon 18 May 2026 | | Mon 18 May 2026 | family-help-review: Tue 11 August 2026; family-help-visit: Tue 30 June 2026 |
| seen | family-help-agreed Mon 18 May 2026, family-help-visit-made Mon 1 June 2026 | | Mon 1 June 2026 | family-help-review: Tue 11 August 2026; family-help-visit: Mon 13 July 2026 |
| before there was such a plan | family-help-due Mon 2 March 2026 | | Mon 2 March 2026 | |
| ended | family-help-agreed Mon 18 May 2026, family-help-ended Mon 1 June 2026 | | Mon 1 June 2026 | |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_runs_and_when_it_is_due(case):
    found = recording.running(case["recorded"], *CLOCKS, now=case["on"], given=case["answers"])

    written = [each.split(": ") for each in case["running"].split("; ") if each]
    assert found == dict(written)
