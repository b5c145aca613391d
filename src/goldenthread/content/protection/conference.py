"""The initial child protection conference: requested, scheduled, held, and a plan or none.

DOMAIN section 10. Each child has a conference of their own, however many are considered together
(R10.6). Not on a weekend (R10.1), nor before the referral or the strategy discussion (R10.3, R9.6);
a plan begins on its day (R10.4) and takes the place of whatever plan there was (R11.3).
"""

from goldenthread.content.protection import conference_forms as forms
from goldenthread.content.protection import law
from goldenthread.content.protection.assessment import MANAGER, WORKER
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Ends, Opens, Rule, Step

CHAIR = (By(role="conference-chair"),)
BEGUN = ("conference-requested", "transfer-in-notified")
FEW = answer("conference_agencies").equals("nobody")


def _not_before(other: str, says: str, rule: str) -> Rule:
    return Rule(
        refuses_if=answer("conference_on").before(other),
        says=f"The conference cannot come before {says}: give that day or a later one",
        field="conference_on",
        law=law.census(rule),
    )


requested = Step(
    key="conference-requested",
    title="Conference requested",
    state="Waiting for a conference",
    by=MANAGER,
    asks=forms.conference_requested_form,
    first=True,
    automatic=True,
    law=law.conferring,
)

transferred_in = Step(
    key="transfer-in-notified",
    title="Told of a plan that moved in",
    state="Waiting for a conference: moved in",
    by=(*WORKER, *MANAGER),
    asks=forms.transfer_in_form,
    first=True,
    automatic=True,
    dated_by="moved_in_on",
    law=law.local("children on plans who move between councils"),
)

scheduled = Step(
    key="conference-scheduled",
    title="Conference scheduled",
    state="Conference scheduled",
    by=CHAIR,
    asks=forms.scheduled_form,
    follows=BEGUN,
    repeatable=True,
    law=law.conferring,
)

# A held meeting records this.
held = Step(
    key="conference-held",
    title="Conference held",
    state="Conference held",
    by=CHAIR,
    asks=forms.conference_form,
    follows=BEGUN,
    dated_by="conference_on",
    rules=(
        Rule(
            refuses_if=answer("conference_on").on_a_weekend(),
            says="A conference is not held on a Saturday or a Sunday: check the day",
            field="conference_on",
            law=law.census("rule 8875"),
        ),
        _not_before("referral_on", "the referral", "rule 1104"),
        _not_before("strategy_on", "the strategy discussion it follows", "rule 8615"),
        Rule(
            refuses_if=FEW & ~answer("conference_inquorate_because").given(),
            says="Say why the conference went ahead without two other agencies",
            field="conference_inquorate_because",
            law=law.local("quorum of a conference"),
        ),
    ),
    closes=True,
    ends=tuple(
        Ends(pathway=pathway, step=step, only_if=forms.PLAN, gives=("conference_on",))
        for pathway, step in (
            ("child-in-need-plan", "child-in-need-plan-superseded"),
            ("early-help", "early-help-superseded"),
            ("family-help-plan", "family-help-superseded"),
        )
    ),
    opens=(
        Opens(
            pathway="protection-plan",
            step="protection-plan-begun",
            only_if=forms.PLAN,
            gives=("referral_on", "conference_on", "plan_category", "previous_plans"),
            keeps="plan-chair",
        ),
    ),
    law=law.conferring,
)

adjourned = Step(
    key="conference-adjourned",
    title="Conference adjourned",
    state="Conference adjourned",
    by=CHAIR,
    asks=forms.adjourned_form,
    follows=BEGUN,
    repeatable=True,
    law=law.conferring,
)

cancelled = Step(
    key="conference-cancelled",
    title="Conference cancelled",
    state="Conference cancelled",
    by=CHAIR,
    asks=forms.cancelled_form,
    follows=BEGUN,
    closes=True,
    law=law.conferring,
)

initial_conference = Pathway(
    key="initial-conference",
    title="Initial child protection conference",
    steps=(requested, transferred_in, scheduled, held, adjourned, cancelled),
    reference_prefix="IC",
    record_state="child-protection",
    allocated_to=("conference-chair",),
    shared_out=True,
    law=law.conferring,
)
