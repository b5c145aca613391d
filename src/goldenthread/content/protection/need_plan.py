"""The child in need plan (DOMAIN section 12): agreed, reviewed, visited, ended.

One at a time and not beside a protection plan (R12.2, R12.3). Where parents no longer agree a
manager decides what follows; nothing closes by itself (R12.6).
"""

from goldenthread.content.protection import law
from goldenthread.content.protection import need_plan_forms as forms
from goldenthread.content.protection.assessment import MANAGER, WORKER
from goldenthread.content.protection.conference import CHAIR
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Opens, Rule, Step

BOTH = (*WORKER, *MANAGER)
WITHDRAWN = law.local("a manager decides when agreement is withdrawn")


def _step(
    key: str,
    title: str,
    asks: Instrument,
    *,
    after: str,
    state: str = "",
    dated_by: str = "",
    by: tuple[By, ...] = BOTH,
    rules: tuple[Rule, ...] = (),
    cites: Citation = law.in_need,
) -> Step:
    return Step(
        key=key, title=title, state=state, by=by, asks=asks, follows=(after,), repeatable=True,
        dated_by=dated_by, rules=rules, law=cites,
    )  # fmt: skip


def _not_before(day: str, other: str, says: str, rule: str) -> tuple[Rule, ...]:
    return (
        Rule(
            refuses_if=answer(day).before(other),
            says=f"It cannot come before {says}: check the day",
            field=day,
            law=law.census(rule),
        ),
    )


due = Step(
    key="child-in-need-plan-due",
    title="Child in need plan due",
    state="Waiting for a plan",
    by=(*MANAGER, *CHAIR),
    asks=forms.need_plan_due_form,
    first=True,
    automatic=True,
    law=law.in_need,
)
agreed = _step(
    "child-in-need-plan-agreed", "Plan agreed", forms.need_plan_form,
    after=due.key, state="On a child in need plan", dated_by="need_plan_on",
    rules=_not_before("need_plan_on", "referral_on", "the referral", "rule 4015"),
)  # fmt: skip
# A held meeting records this.
reviewed = _step(
    "child-in-need-review-held", "Review held", forms.need_review_form,
    after=agreed.key, dated_by="need_review_on",
    rules=_not_before("need_review_on", "need_plan_on", "the plan", "child in need plans"),
)  # fmt: skip
visited = _step(
    "child-in-need-visit-made", "Child seen on a visit", forms.need_visit_form,
    after=due.key, dated_by="need_visit_on",
    rules=_not_before("need_visit_on", "referral_on", "the referral", "child in need plans"),
)  # fmt: skip
attempted = _step(
    "child-in-need-visit-attempted", "Child not seen on a visit", forms.need_attempted_form,
    after=due.key, dated_by="need_visit_attempted_on",
)  # fmt: skip
withdrawn = _step(
    "agreement-withdrawn", "Agreement withdrawn", forms.agreement_withdrawn_form,
    after=agreed.key, state="Agreement withdrawn: waiting for a manager", cites=WITHDRAWN,
)  # fmt: skip
decided = _step(
    "withdrawal-decided", "Decided what follows", forms.withdrawal_decided_form,
    after=withdrawn.key, by=MANAGER, state="On a child in need plan: a manager has decided",
    cites=WITHDRAWN,
)  # fmt: skip

ended = Step(
    key="child-in-need-plan-ended",
    title="Plan ended",
    state="Plan ended",
    by=MANAGER,
    asks=forms.need_plan_ended_form,
    follows=(due.key,),
    dated_by="need_plan_ended_on",
    rules=(
        *_not_before("need_plan_ended_on", "need_plan_on", "the plan began", "rule 4011"),
        Rule(
            refuses_if=answer("agreement_withdrawn_because").given()
            & ~answer("withdrawal_decision").given(),
            says="Decide first what follows now that the parents no longer agree",
            field="need_plan_ended_as",
            law=WITHDRAWN,
        ),
    ),
    closes=True,
    opens=(
        Opens(
            pathway="early-help",
            step="early-help-stepped-down",
            only_if=forms.ENDED_AS.equals("early-help"),
            gives=("plan_lead_practitioner",),
        ),
    ),
    law=law.in_need,
)

superseded = Step(
    key="child-in-need-plan-superseded",
    title="Taken over by a protection plan",
    state="Taken over by a protection plan",
    by=CHAIR,
    asks=forms.superseded_form,
    follows=(due.key,),
    automatic=True,
    dated_by="conference_on",
    closes=True,
    law=law.census("rules 4001 and 4016"),
)

need_plan = Pathway(
    key="child-in-need-plan",
    title="Child in need plan",
    steps=(
        due, agreed, reviewed, visited, attempted, withdrawn, decided, ended, superseded,
    ),
    alone_among="plan",
    reference_prefix="CN",
    record_state="child-in-need",
    allocated_to=("social-worker",),
    law=law.in_need,
)  # fmt: skip
