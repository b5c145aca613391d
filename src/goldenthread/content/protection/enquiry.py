"""The strategy discussion and the section 47 enquiry it begins (DOMAIN section 9).

A discussion without police or health is recorded as incomplete with the reason and the day it is
made good, and counted; nothing that protects a child waits for it (R9.1). One enquiry at a time for
one child (R9.3), begun on or after the referral (R9.2), ended by a conference or by saying why none
is required (R9.4).
"""

from goldenthread.content.protection import enquiry_forms as forms
from goldenthread.content.protection import law
from goldenthread.content.protection import strategy_forms as strategy
from goldenthread.content.protection.assessment import MANAGER, WORKER
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Opens, Rule, Step

BOTH = (*WORKER, *MANAGER)
called = Step(
    key="strategy-discussion-called",
    title="Strategy discussion called",
    state="Waiting for a strategy discussion",
    by=BOTH,
    asks=strategy.strategy_called_form,
    first=True,
    automatic=True,
    law=law.strategy,
)

# A held meeting records this, and `strategy-discussion-held-again` below.
held = Step(
    key="strategy-discussion-held",
    title="Strategy discussion held",
    state="After the strategy discussion",
    by=BOTH,
    asks=strategy.strategy_form,
    follows=("strategy-discussion-called",),
    repeatable=True,
    dated_by="strategy_on",
    rules=(
        Rule(
            refuses_if=answer("strategy_on").before("referral_on"),
            says="It was held on the day of the referral or later: give that day or a later one",
            field="strategy_on",
            law=law.census("rule 2889"),
        ),
        Rule(
            refuses_if=answer("strategy_on").given(),
            before=strategy.ENQUIRE,
            says="An enquiry has begun already: record this as a further strategy discussion",
            field="strategy_on",
            law=law.strategy,
        ),
    ),
    closes=answer("strategy_decision").equals("no-enquiry"),
    closed_as="No section 47 enquiry",
    law=law.strategy,
)

held_again = Step(
    key="strategy-discussion-held-again",
    title="Further strategy discussion held",
    state="",
    by=BOTH,
    asks=strategy.further_form,
    follows=("strategy-discussion-held",),
    repeatable=True,
    dated_by="strategy_further_on",
    rules=(
        Rule(
            refuses_if=answer("strategy_further_on").before("strategy_on"),
            says="It followed the strategy discussion: give that day or a later one",
            field="strategy_further_on",
            law=law.strategy,
        ),
    ),
    law=law.strategy,
)

medical = Step(
    key="enquiry-medical",
    title="Medical",
    state="",
    by=BOTH,
    asks=forms.medical_form,
    follows=("strategy-discussion-held",),
    repeatable=True,
    dated_by="medical_on",
    law=law.enquiring,
)

concluded = Step(
    key="enquiry-concluded",
    title="Enquiry concluded",
    state="Waiting for a manager to authorise the outcome",
    by=WORKER,
    asks=forms.enquiry_form,
    follows=("strategy-discussion-held",),
    repeatable=True,
    rules=(
        Rule(
            refuses_if=~strategy.ENQUIRE,
            says="Record first the strategy discussion that decided on an enquiry",
            field="enquiry_finding",
            law=law.enquiring,
        ),
    ),
    law=law.enquiring,
)

returned = Step(
    key="enquiry-returned",
    title="Outcome sent back",
    state="Being enquired into: sent back by the manager",
    by=MANAGER,
    asks=forms.enquiry_returned_form,
    follows=("enquiry-concluded",),
    repeatable=True,
    law=law.enquiring,
)

authorised = Step(
    key="enquiry-authorised",
    title="Outcome authorised",
    state="Closed",
    by=MANAGER,
    asks=forms.enquiry_authorisation,
    follows=("enquiry-concluded",),
    not_by=("enquiry-concluded",),
    closes=True,
    opens=(
        Opens(
            pathway="initial-conference",
            step="conference-requested",
            only_if=forms.CONFERENCE,
            gives=("referral_on", "strategy_on"),
        ),
    ),
    law=law.enquiring,
)

enquiry = Pathway(
    key="section-47-enquiry",
    title="Section 47 enquiry",
    steps=(called, held, held_again, medical, concluded, returned, authorised),
    alone_among="section-47-enquiry",
    reference_prefix="E",
    record_state="child-protection",
    allocated_to=("social-worker",),
    law=law.enquiring,
)
