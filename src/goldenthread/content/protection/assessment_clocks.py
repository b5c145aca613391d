"""Forty-five working days for an assessment: the first from the referral, another from its start.

DfE publishes the days from the start; that is counted beside it and decides nothing (CLK-20).
"""

from datetime import date

from goldenthread.content.protection import law
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

GIVEN_UP = ("assessment-abandoned",)
DONE = "assessment-authorised"
FORTY_FIVE = (working_days(45, since=date(2013, 4, 15)),)

assessment_from_referral = Clock(
    key="assessment-from-referral",
    id="CLK-20",
    title="Assessment authorised within 45 working days of the referral",
    starts="assessment-begun",
    counts_from="referral_on",
    stops=DONE,
    cancels=GIVEN_UP,
    limits=FORTY_FIVE,
    warns=10,
    late_because="assessment_late_because",
    law=law.assessing,
    owner="protection",
)

reassessment = Clock(
    key="reassessment",
    id="CLK-20R",
    title="Another assessment authorised within 45 working days of its start",
    starts="reassessment-begun",
    stops=DONE,
    cancels=GIVEN_UP,
    limits=FORTY_FIVE,
    warns=10,
    late_because="assessment_late_because",
    law=law.assessing,
    owner="protection",
)

assessment_from_start = Clock(
    key="assessment-from-start",
    id="CLK-20S",
    title="Assessment authorised within 45 working days of its start, as DfE counts",
    starts="assessment-begun",
    also_starts=("reassessment-begun",),
    stops=DONE,
    cancels=GIVEN_UP,
    only_counts=True,
    limits=FORTY_FIVE,
    law=law.census("assessment, actual start and authorisation dates"),
    owner="protection",
)

assessment_checkpoint = Clock(
    key="assessment-checkpoint",
    id="CLK-21",
    title="Checked by a manager within 10 working days of the referral",
    starts="assessment-begun",
    counts_from="referral_on",
    stops="assessment-checked",
    cancels=(DONE, *GIVEN_UP),
    limits=(working_days(10, since=date(2018, 7, 4)),),
    warns=2,
    law=law.local("a manager's checkpoint"),
    owner="protection",
)
