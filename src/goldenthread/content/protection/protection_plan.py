"""The child protection plan: from its conference to the review that ends it (DOMAIN section 11).

One at a time, and none beside a child in need plan (R11.1, R11.3). A review conference ends it
(R11.6), or the child has moved, is eighteen or has died; never on the day it began (8840).
"""

from goldenthread.content.editions import FAMILY_HELP_SINCE, TWO_PLANS_UNTIL
from goldenthread.content.protection import law
from goldenthread.content.protection import plan_forms as forms
from goldenthread.content.protection import plan_visit_forms as visits
from goldenthread.content.protection.assessment import MANAGER, WORKER
from goldenthread.content.protection.conference import CHAIR
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Opens, Rule, Step

BEGUN = ("protection-plan-begun",)


def _after(day: str, rule: str, *, nor_on_it: bool = False) -> tuple[Rule, ...]:
    """Return the rules by which a day does not come before the conference, nor on its day."""
    early = answer(day).before("conference_on")
    says = "later than" if nor_on_it else "on or after"
    return (
        Rule(
            refuses_if=early | answer(day).same_day_as("conference_on") if nor_on_it else early,
            says=f"It must be {says} the day of the conference that made the plan: check the day",
            field=day,
            law=law.census(rule),
        ),
    )


begun = Step(
    key="protection-plan-begun",
    title="Protection plan begun",
    state="On a protection plan",
    by=CHAIR,
    asks=forms.protection_plan_begun_form,
    first=True,
    automatic=True,
    dated_by="conference_on",
    law=law.census("rule 2885"),
)

# A held meeting records this.
core_group = Step(
    key="core-group-held",
    title="Core group held",
    state="",
    by=(*WORKER, *MANAGER),
    asks=forms.core_group_form,
    follows=BEGUN,
    repeatable=True,
    dated_by="core_group_on",
    rules=_after("core_group_on", "child protection plans"),
    law=law.planning,
)

visited = Step(
    key="protection-visit-made",
    title="Child seen on a visit",
    state="",
    by=(*WORKER, *MANAGER),
    asks=visits.visit_form,
    follows=BEGUN,
    repeatable=True,
    dated_by="visit_on",
    rules=_after("visit_on", "child protection visits"),
    law=law.planning,
)

attempted = Step(
    key="protection-visit-attempted",
    title="Child not seen on a visit",
    state="",
    by=(*WORKER, *MANAGER),
    asks=visits.attempted_form,
    follows=BEGUN,
    repeatable=True,
    dated_by="visit_attempted_on",
    rules=_after("visit_attempted_on", "child protection visits"),
    law=law.planning,
)

# A held meeting records this.
reviewed = Step(
    key="review-conference-held",
    title="Review conference held",
    state="On a protection plan: reviewed",
    by=CHAIR,
    asks=forms.review_form,
    follows=BEGUN,
    repeatable=True,
    dated_by="review_on",
    rules=_after("review_on", "rule 8841", nor_on_it=True),
    closes=forms.ENDS,
    closed_as="Plan ended at a review",
    opens=(
        Opens(
            pathway="child-in-need-plan",
            step="child-in-need-plan-due",
            only_if=forms.ENDS & forms.STEP_DOWN.equals("child-in-need-plan"),
            gives=("referral_on",),
            until=TWO_PLANS_UNTIL,
        ),
        Opens(
            pathway="early-help",
            step="early-help-stepped-down",
            only_if=forms.ENDS & forms.STEP_DOWN.equals("early-help"),
            gives=("plan_lead_practitioner",),
            until=TWO_PLANS_UNTIL,
        ),
        Opens(
            pathway="family-help-plan",
            step="family-help-due",
            only_if=forms.ENDS & forms.STEP_DOWN.one_of("child-in-need-plan", "early-help"),
            gives=("referral_on", "plan_lead_practitioner"),
            since=FAMILY_HELP_SINCE,
        ),
    ),
    law=law.reviewing,
)

ended = Step(
    key="protection-plan-ended",
    title="Plan ended without a review",
    state="Plan ended",
    by=(*CHAIR, *MANAGER),
    asks=forms.ended_form,
    follows=BEGUN,
    dated_by="plan_ended_on",
    rules=_after("plan_ended_on", "rules 8840 and 8925", nor_on_it=True),
    closes=True,
    law=law.planning,
)

protection_plan = Pathway(
    key="protection-plan",
    title="Child protection plan",
    steps=(begun, core_group, visited, attempted, reviewed, ended),
    alone_among="plan",
    reference_prefix="CP",
    record_state="child-protection",
    allocated_to=("social-worker",),
    law=law.planning,
)
