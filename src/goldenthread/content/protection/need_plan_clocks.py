"""The clocks of a child in need plan, each the partnership's own: no law sets any (CLK-29)."""

from datetime import date

from goldenthread.content.protection import law
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

SINCE = date(2018, 7, 4)
ENDED = ("child-in-need-plan-ended", "child-in-need-plan-superseded")

need_plan_agreed = Clock(
    key="need-plan-agreed",
    id="CLK-29",
    title="Child in need plan agreed within 10 working days",
    starts="child-in-need-plan-due",
    stops="child-in-need-plan-agreed",
    cancels=ENDED,
    limits=(working_days(10, since=SINCE),),
    warns=3,
    late_because="need_plan_late_because",
    law=law.local("child in need plans"),
    owner="protection",
)

need_review = Clock(
    key="need-plan-review",
    id="CLK-29R",
    title="Child in need plan reviewed every 60 working days",
    starts="child-in-need-plan-agreed",
    also_starts=("child-in-need-review-held",),
    stops="child-in-need-review-held",
    cancels=ENDED,
    limits=(working_days(60, since=SINCE),),
    warns=10,
    late_because="need_review_late_because",
    law=law.local("reviews of child in need plans"),
    owner="protection",
)

need_visit = Clock(
    key="need-plan-visit",
    id="CLK-29V",
    title="Child seen every 30 working days",
    starts="child-in-need-plan-agreed",
    also_starts=("child-in-need-visit-made",),
    stops="child-in-need-visit-made",
    cancels=ENDED,
    limits=(working_days(30, since=SINCE),),
    warns=5,
    late_because="need_visit_late_because",
    law=law.local("visits to a child in need"),
    owner="protection",
)

withdrawal_decision = Clock(
    key="withdrawal-decision",
    id="CLK-29W",
    title="A manager decides within 2 working days of agreement being withdrawn",
    starts="agreement-withdrawn",
    stops="withdrawal-decided",
    cancels=ENDED,
    limits=(working_days(2, since=SINCE),),
    law=law.local("a manager decides when agreement is withdrawn"),
    owner="protection",
)
