"""An assessment: 45 working days from the referral, or from its own start (CLK-20); CLK-21."""

import pytest

from goldenthread.content.protection import assessment_clocks as declared
from tests.spec import recording, tables

CLOCKS = (
    declared.assessment_from_referral,
    declared.reassessment,
    declared.assessment_from_start,
    declared.assessment_checkpoint,
)

TABLE = """
| why | recorded | answers | on | running |
|---|---|---|---|---|
| a first one counts from the referral | assessment-begun Wed 4 March 2020 | referral_on=2020-03-02 | Wed 4 March 2020 | assessment-from-referral: Wed 6 May 2020; assessment-from-start: Mon 11 May 2020; assessment-checkpoint: Mon 16 March 2020 |
| another counts from its own start | reassessment-begun Wed 4 March 2020 | referral_on=2019-12-02 | Wed 4 March 2020 | reassessment: Mon 11 May 2020; assessment-from-start: Mon 11 May 2020 |
| checked once | assessment-begun Mon 2 March 2020, assessment-checked Mon 9 March 2020 | referral_on=2020-03-02 | Mon 9 March 2020 | assessment-from-referral: Wed 6 May 2020; assessment-from-start: Wed 6 May 2020 |
| authorised | assessment-begun Mon 2 March 2020, assessment-authorised Mon 20 April 2020 | referral_on=2020-03-02 | Mon 20 April 2020 |  |
| given up | assessment-begun Mon 2 March 2020, assessment-abandoned Tue 3 March 2020 | referral_on=2020-03-02 | Tue 3 March 2020 |  |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_runs_and_when_it_is_due(case):
    found = recording.running(case["recorded"], *CLOCKS, now=case["on"], given=case["answers"])

    written = [each.split(": ") for each in case["running"].split("; ") if each]
    assert found == dict(written)
