"""The contact: from a worry received to the referrer told.

States and rules: DOMAIN section 1. Every concern is decided by a manager (R1.2); advice,
information and notifications by a qualified practitioner under written delegation.
"""

from goldenthread.content.front_door import domestic_abuse_steps
from goldenthread.content.front_door.contact_lanes import DELEGATED, LANES
from goldenthread.content.front_door.decision_form import decision_form
from goldenthread.content.front_door.delegated_decision import delegated_decision
from goldenthread.content.front_door.domestic_abuse_outcome import RECORDED_ONLY
from goldenthread.content.front_door.outcome import OPENS_REFERRAL
from goldenthread.content.front_door.outcome_letter import outcome_letter
from goldenthread.content.front_door.received import WORKING_TOGETHER, received
from goldenthread.content.front_door.screening_form import screening_form
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Opens, Passes, Rule, Step

# The emergency duty team is the front door when the front door is closed.
FRONT_DOOR = (
    By(role="front-door-screener"),
    By(role="front-door-manager"),
    By(role="emergency-duty-worker"),
)

acknowledged = Step(
    key="contact-acknowledged",
    title="Acknowledged",
    state="",
    by=(By(role="correspondence"),),
    follows=("contact-received",),
    automatic=True,
    kept_with="occasion",
    law=WORKING_TOGETHER,
)

screened = Step(
    key="contact-screened",
    title="Screened",
    state="Waiting for a decision",
    by=FRONT_DOOR,
    asks=screening_form,
    follows=("contact-received",),
    law=WORKING_TOGETHER,
)

decided = Step(
    key="contact-decided",
    title="Decided",
    state="Waiting to tell the referrer",
    by=(
        By(role="front-door-manager"),
        By(role="emergency-duty-worker", only_if=DELEGATED, under=delegated_decision.key),
        # At night nobody else is there, and danger does not wait for the morning.
        By(role="emergency-duty-worker", only_if=answer("in_danger_now").equals("yes")),
        By(role="front-door-screener", only_if=DELEGATED, under=delegated_decision.key),
        # Two people decided it together: what is left is to write it down.
        By(role="front-door-screener", only_if=RECORDED_ONLY),
    ),
    asks=decision_form,
    follows=("contact-screened", "domestic-abuse-triaged"),
    rules=(
        Rule(
            refuses_if=answer("outcome").equals("no-further-action")
            & answer("help_given").equals("yes"),
            says="Choose the outcome that names the help you gave: advice, signposting or early "
            "help is not no further action",
            field="outcome",
            law=WORKING_TOGETHER,
        ),
        Rule(
            # A strategy discussion never waits for the paper.
            refuses_if=answer("mash_priority").given()
            & ~answer("mash_analysis").given()
            & ~answer("outcome").equals("strategy-discussion"),
            says="Record the analysis of the MASH enquiry first, or go straight to a strategy "
            "discussion",
            field="outcome",
            law=WORKING_TOGETHER,
        ),
        *domestic_abuse_steps.BEFORE_DECIDING,
    ),
    opens=(
        Opens(
            pathway="referral",
            step="referral-opened",
            only_if=answer("outcome").one_of(*OPENS_REFERRAL),
        ),
    ),
    passes=(Passes(pathway="referral", only_if=answer("outcome").equals("allocated-worker")),),
    law=WORKING_TOGETHER,
)

told = Step(
    key="contact-outcome-told",
    title="Referrer told",
    state="Closed",
    by=FRONT_DOOR,
    asks=outcome_letter,
    follows=("contact-decided",),
    kept_with="occasion",
    closes=True,
    tells_referrer=True,
    law=WORKING_TOGETHER,
)

contact = Pathway(
    key="contact",
    title="Contact",
    steps=(
        received,
        acknowledged,
        *domestic_abuse_steps.STEPS,
        screened,
        decided,
        told,
    ),
    reference_prefix="C",
    desk="front-door",
    record_state="contact",
    lanes=LANES,
    law=WORKING_TOGETHER,
)
