"""The clocks of a family help plan, each the partnership's own: no law sets any."""

from goldenthread.content.editions import FAMILY_HELP_SINCE
from goldenthread.content.protection import law
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock

AGREED, REVIEW, VISIT = "family-help-agreed", "family-help-review-held", "family-help-visit-made"
ENDED = ("family-help-ended", "family-help-superseded")

family_help_agreed = Clock(
    key="family-help-agreed",
    id="CLK-29FA",
    title="Family help plan agreed within 10 working days",
    starts="family-help-due",
    stops=AGREED,
    cancels=ENDED,
    limits=(working_days(10, since=FAMILY_HELP_SINCE),),
    warns=3,
    late_because="family_help_late_because",
    law=law.local("family help plans"),
    owner="protection",
)

family_help_review = Clock(
    key="family-help-review",
    id="CLK-29FR",
    title="Family help plan reviewed every 60 working days",
    starts=AGREED,
    also_starts=(REVIEW,),
    stops=REVIEW,
    cancels=ENDED,
    limits=(working_days(60, since=FAMILY_HELP_SINCE),),
    warns=10,
    late_because="family_help_review_late",
    law=law.local("reviews of family help plans"),
    owner="protection",
)

family_help_visit = Clock(
    key="family-help-visit",
    id="CLK-29FV",
    title="Child of a family help plan seen every 30 working days",
    starts=AGREED,
    also_starts=(VISIT,),
    stops=VISIT,
    cancels=ENDED,
    limits=(working_days(30, since=FAMILY_HELP_SINCE),),
    warns=5,
    late_because="family_help_visit_late",
    law=law.local("visits under family help"),
    owner="protection",
)
