"""Early help: agreed with the family, assessed, led by somebody of any agency, and reviewed.

DOMAIN section 7. It is registered at the front door whoever asks for it (R7.2), rests on what the
family agree to (R7.1), has one lead practitioner at a time (R7.3) and stands beside no other plan
(R7.5). Stepped up, it opens a contact of its own (R7.4).
"""

from goldenthread.content.editions import FAMILY_HELP_SINCE, TWO_PLANS_UNTIL
from goldenthread.content.front_door import early_help_forms as forms
from goldenthread.content.front_door.early_help_forms import EARLY_HELP
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Opens, Rule, Step

GATEWAY = (By(role="early-help-coordinator"),)
FRONT_DOOR = (*GATEWAY, By(role="front-door-screener"), By(role="front-door-manager"))
SOCIAL_CARE = (By(role="social-work-team-manager"), By(role="conference-chair"))
BEGUN = ("early-help-opened", "early-help-stepped-down")

accepted = Step(
    key="early-help-accepted",
    title="Take it on as early help",
    state="",
    on="contact",
    by=tuple(By(role=by.role, only_if=answer("outcome").equals("early-help")) for by in FRONT_DOOR),
    asks=forms.accepted_form,
    follows=("contact-decided",),
    opens=(
        Opens(pathway="early-help", step="early-help-opened", until=TWO_PLANS_UNTIL),
        Opens(pathway="family-help-plan", step="family-help-due", since=FAMILY_HELP_SINCE),
    ),
    law=EARLY_HELP,
)


def _begins(key: str, title: str, by: tuple[By, ...], asks: Instrument | None = None) -> Step:
    return Step(
        key=key, title=title, state="Waiting for the family to agree", by=by, asks=asks,
        first=True, automatic=True, law=EARLY_HELP,
    )  # fmt: skip


def _step(
    key: str, title: str, asks: Instrument, state: str = "", *, after: tuple[str, ...] = BEGUN,
    dated_by: str = "", rules: tuple[Rule, ...] = (), repeatable: bool = True,
) -> Step:  # fmt: skip
    return Step(
        key=key, title=title, state=state, by=GATEWAY, asks=asks, follows=after,
        repeatable=repeatable, dated_by=dated_by, rules=rules, law=EARLY_HELP,
    )  # fmt: skip


def _must(condition_key: str, says: str, field: str) -> tuple[Rule, ...]:
    return (
        Rule(refuses_if=~answer(condition_key).given(), says=says, field=field, law=EARLY_HELP),
    )


opened = _begins("early-help-opened", "Early help registered", FRONT_DOOR)
stepped_down = _begins(
    "early-help-stepped-down", "Stepped down to early help", SOCIAL_CARE, forms.stepped_down_form
)
agreement = _step(
    "early-help-agreement", "What the family say to it", forms.agreement_form,
    "Waiting for the assessment",
)  # fmt: skip
lead = _step("early-help-lead-named", "Lead practitioner named", forms.lead_form)
assessed = _step(
    "early-help-assessed", "Early help assessment finished", forms.early_help_assessment,
    "Waiting for the team around the family", after=("early-help-agreement",),
    dated_by="early_help_assessed_on", repeatable=False,
    rules=(
        Rule(
            refuses_if=~forms.AGREED,
            says="The family have not agreed to early help: without that there is no assessment",
            field="early_help_child_said",
            law=EARLY_HELP,
        ),
    ),
)  # fmt: skip
# A held meeting records this.
team_met = _step(
    "team-around-the-family-held", "Team around the family met", forms.team_form,
    "Working with the family", after=("early-help-assessed",), dated_by="team_met_on",
    rules=_must("early_help_lead", "Name the lead practitioner first", "team_progress"),
)  # fmt: skip

stepped_up = Step(
    key="early-help-stepped-up",
    title="Stepped up to social care",
    state="Stepped up to social care",
    by=GATEWAY,
    asks=forms.stepped_up_form,
    follows=BEGUN,
    closes=True,
    opens=(Opens(pathway="contact", step="contact-received", gives=("worried_about",)),),
    law=EARLY_HELP,
)

ended = Step(
    key="early-help-ended",
    title="Early help ended",
    state="Ended",
    by=GATEWAY,
    asks=forms.early_help_closing,
    follows=BEGUN,
    closes=True,
    law=EARLY_HELP,
)

superseded = Step(
    key="early-help-superseded",
    title="Taken over by a protection plan",
    state="Taken over by a protection plan",
    by=SOCIAL_CARE,
    asks=forms.early_help_superseded_form,
    follows=BEGUN,
    automatic=True,
    dated_by="conference_on",
    closes=True,
    law=EARLY_HELP,
)

early_help = Pathway(
    key="early-help",
    title="Early help",
    steps=(
        opened, stepped_down, agreement, lead, assessed, team_met, stepped_up, ended, superseded,
    ),
    alone_among="plan",
    reference_prefix="EH",
    desk="early-help",
    record_state="early-help",
    law=EARLY_HELP,
)  # fmt: skip
