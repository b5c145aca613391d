"""The family help plan: since Working Together 2026, targeted early help and section 17 in one.

Its lead practitioner may be of any agency; enquiries under section 47 keep a social worker (R7.1).
It stands beside no other plan, and a protection plan takes its place.
"""

from goldenthread.content.editions import FAMILY_HELP_SINCE
from goldenthread.content.protection import family_help_forms as forms
from goldenthread.content.protection import law
from goldenthread.content.protection.assessment import MANAGER, WORKER
from goldenthread.content.protection.conference import CHAIR
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Opens, Rule, Step

GATEWAY = (By(role="early-help-coordinator"),)
WORKING = (*WORKER, *MANAGER, *GATEWAY)


def _step(
    key: str, title: str, asks: Instrument, *, after: str, state: str = "", dated_by: str = "",
    rules: tuple[Rule, ...] = (),
) -> Step:  # fmt: skip
    return Step(
        key=key, title=title, state=state, by=WORKING, asks=asks, follows=(after,),
        repeatable=True, dated_by=dated_by, rules=rules, law=law.family_help,
    )  # fmt: skip


def _first(condition: str, says: str, field: str) -> tuple[Rule, ...]:
    refuses = ~answer(condition).given()
    return (Rule(refuses_if=refuses, says=says, field=field, law=law.family_help),)


due = Step(
    key="family-help-due",
    title="Family help due",
    state="Waiting for a family help plan",
    by=(*MANAGER, *CHAIR, *GATEWAY),
    asks=forms.family_help_due_form,
    first=True,
    automatic=True,
    law=law.family_help,
)
lead = _step(
    "family-help-lead-named", "Lead practitioner named", forms.family_help_lead_form, after=due.key
)
agreed = _step(
    "family-help-agreed", "Plan agreed", forms.family_help_plan_form,
    after=due.key, state="On a family help plan", dated_by="family_help_on",
    rules=_first("family_help_lead", "Name the lead practitioner first", "family_help_changes"),
)  # fmt: skip
# A held meeting records this.
reviewed = _step(
    "family-help-review-held", "Review held", forms.family_help_review_form,
    after=agreed.key, dated_by="family_help_review_on",
)  # fmt: skip
visited = _step(
    "family-help-visit-made", "Child seen on a visit", forms.family_help_visit_form,
    after=due.key, dated_by="family_help_visit_on",
)  # fmt: skip

ended = Step(
    key="family-help-ended",
    title="Family help ended",
    state="Family help ended",
    by=(*MANAGER, *GATEWAY),
    asks=forms.family_help_ended_form,
    follows=(due.key,),
    closes=True,
    opens=(
        Opens(
            pathway="contact",
            step="contact-received",
            only_if=forms.STEPPED_UP,
            gives=("worried_about",),
        ),
    ),
    law=law.family_help,
)

superseded = Step(
    key="family-help-superseded",
    title="Taken over by a protection plan",
    state="Taken over by a protection plan",
    by=CHAIR,
    asks=forms.family_help_superseded_form,
    follows=(due.key,),
    automatic=True,
    dated_by="conference_on",
    closes=True,
    law=law.family_help,
)

family_help = Pathway(
    key="family-help-plan",
    title="Family help plan",
    steps=(due, lead, agreed, reviewed, visited, ended, superseded),
    alone_among="plan",
    reference_prefix="FH",
    desk="early-help",
    record_state="child-in-need",
    law=law.family_help,
    since=FAMILY_HELP_SINCE,
)
