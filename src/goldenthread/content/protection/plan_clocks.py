"""The clocks of a protection plan: core groups, review conferences and visits (CLK-24 to 28).

A visit at which the child was not seen stops no clock. No law sets how often a child on a plan is
visited: twenty working days is the partnership's own.
"""

from datetime import date

from goldenthread.content.protection import law
from goldenthread.kernel.limit import months, weeks, working_days
from goldenthread.language.clock import Clock

SINCE = date(2010, 3, 17)
BEGUN, GROUP, REVIEW, VISIT = (
    "protection-plan-begun",
    "core-group-held",
    "review-conference-held",
    "protection-visit-made",
)
ENDED = ("protection-plan-ended",)

first_core_group = Clock(
    key="first-core-group",
    id="CLK-24",
    title="First core group within 10 working days of the conference",
    starts=BEGUN,
    stops=GROUP,
    cancels=(REVIEW, *ENDED),
    limits=(working_days(10, since=SINCE),),
    warns=3,
    late_because="core_group_late_because",
    law=law.planning,
    owner="protection",
)

later_core_group = Clock(
    key="later-core-group",
    id="CLK-25",
    title="Core group within 6 weeks of the last",
    starts=GROUP,
    stops=GROUP,
    cancels=ENDED,
    limits=(weeks(6, since=SINCE),),
    warns=5,
    late_because="core_group_late_because",
    law=law.local("later core groups"),
    owner="protection",
)

first_review = Clock(
    key="first-review-conference",
    id="CLK-26",
    title="First review conference within 3 months of the conference",
    starts=BEGUN,
    stops=REVIEW,
    cancels=ENDED,
    limits=(months(3, since=SINCE),),
    warns=15,
    late_because="review_late_because",
    law=law.reviewing,
    owner="protection",
)

later_review = Clock(
    key="later-review-conference",
    id="CLK-27",
    title="Review conference within 6 months of the last",
    starts=REVIEW,
    stops=REVIEW,
    cancels=ENDED,
    limits=(months(6, since=SINCE),),
    warns=15,
    late_because="review_late_because",
    law=law.reviewing,
    owner="protection",
)

protection_visit = Clock(
    key="protection-visit",
    id="CLK-28",
    title="Child seen within 20 working days of the last time",
    starts=BEGUN,
    also_starts=(VISIT,),
    stops=VISIT,
    cancels=ENDED,
    limits=(working_days(20, since=SINCE),),
    warns=5,
    late_because="visit_late_because",
    law=law.local("visits to a child on a protection plan"),
    owner="protection",
)
