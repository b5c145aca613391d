"""The single assessment: begun, the child seen, checked half-way, written, authorised by another.

DOMAIN section 8. One at a time for one child (R8.2); factors come with what is written, which is
all that can be authorised (R8.3); a child not seen is said why (R8.6).
"""

from goldenthread.content.editions import FAMILY_HELP_SINCE, TWO_PLANS_UNTIL
from goldenthread.content.protection import assessment_forms as forms
from goldenthread.content.protection import law
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Opens, Rule, Step

WORKER, MANAGER = (By(role="social-worker"),), (By(role="social-work-team-manager"),)
OF_BOTH = ("assessment-begun", "reassessment-begun")
GOES_ON = ("referral_on",)

begun, begun_anew = (
    Step(
        key=key,
        title=title,
        state="Being assessed",
        by=(*WORKER, *MANAGER),
        asks=forms.assessment_begun_form,
        first=True,
        automatic=True,
        dated_by="assessment_start_on",
        law=law.assessing,
    )
    for key, title in zip(OF_BOTH, ("Assessment begun", "Assessment begun anew"), strict=True)
)

seen = Step(
    key="assessment-child-seen",
    title="Child seen, or why not",
    state="",
    by=WORKER,
    asks=forms.child_seen_form,
    follows=OF_BOTH,
    dated_by="assessment_seen_on",
    repeatable=True,
    law=law.assessing,
)

checked = Step(
    key="assessment-checked",
    title="Checked half-way",
    state="",
    by=MANAGER,
    asks=forms.checkpoint_form,
    follows=OF_BOTH,
    repeatable=True,
    law=law.local("a manager's checkpoint"),
)

written = Step(
    key="assessment-written",
    title="Assessment written",
    state="Waiting for a manager to authorise it",
    by=WORKER,
    asks=forms.assessment_form,
    follows=OF_BOTH,
    repeatable=True,
    rules=(
        Rule(
            refuses_if=~answer("assessment_child_seen").given(),
            says="Record first whether the child was seen, and if not, why",
            field="assessment_story",
            law=law.assessing,
        ),
    ),
    law=law.assessing,
)

returned = Step(
    key="assessment-returned",
    title="Sent back to the author",
    state="Being assessed: sent back by the manager",
    by=MANAGER,
    asks=forms.returned_form,
    follows=("assessment-written",),
    repeatable=True,
    law=law.assessing,
)

authorised = Step(
    key="assessment-authorised",
    title="Assessment authorised",
    state="Authorised",
    by=MANAGER,
    asks=forms.authorisation_form,
    follows=("assessment-written",),
    not_by=("assessment-written",),
    closes=True,
    opens=(
        Opens(
            pathway="child-in-need-plan",
            step="child-in-need-plan-due",
            only_if=answer("assessment_outcome").equals("child-in-need-plan"),
            gives=GOES_ON,
            until=TWO_PLANS_UNTIL,
        ),
        Opens(
            pathway="early-help",
            step="early-help-stepped-down",
            only_if=answer("assessment_outcome").equals("early-help"),
            until=TWO_PLANS_UNTIL,
        ),
        Opens(
            pathway="family-help-plan",
            step="family-help-due",
            only_if=answer("assessment_outcome").one_of("child-in-need-plan", "early-help"),
            gives=GOES_ON,
            since=FAMILY_HELP_SINCE,
        ),
    ),
    law=law.assessing,
)

abandoned = Step(
    key="assessment-abandoned",
    title="Assessment given up",
    state="Given up",
    by=MANAGER,
    asks=forms.abandoned_form,
    follows=OF_BOTH,
    closes=True,
    law=law.assessing,
)

assessment = Pathway(
    key="assessment",
    title="Single assessment",
    steps=(begun, begun_anew, seen, checked, written, returned, authorised, abandoned),
    alone_among="assessment",
    reference_prefix="SA",
    record_state="child-in-need",
    allocated_to=("social-worker",),
    law=law.assessing,
)
