"""What is recorded of a domestic abuse notification, from the incident to the joint decision."""

from goldenthread.content.front_door.domestic_abuse_form import PROCEDURE
from goldenthread.content.front_door.domestic_abuse_match import (
    CASE_OPEN,
    GOES_ON,
    domestic_abuse_match,
)
from goldenthread.content.front_door.domestic_abuse_outcome import RECORDED_ONLY
from goldenthread.content.front_door.domestic_abuse_triage import (
    joint_decision,
    police_view,
    social_work_view,
)
from goldenthread.content.front_door.school_told import school_told
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Lane
from goldenthread.language.step import By, Rule, Step

SOCIAL_WORK = (By(role="front-door-screener"), By(role="front-door-manager"))
TO_THE_WORKER = answer("triage_outcome").one_of("allocated-worker", "strategy-discussion")
FURTHER = answer("triage_outcome").one_of("mash-enquiry", "strategy-discussion", "allocated-worker")

happened = Step(
    key="domestic-abuse-incident",
    title="Incident of domestic abuse",
    state="",
    by=(By(role="intake"),),
    follows=("contact-received",),
    automatic=True,
    law=PROCEDURE,
)

matched = Step(
    key="domestic-abuse-matched",
    title="Checked against the record",
    state="Waiting for police and social work",
    by=(By(role="intake"),),
    asks=domestic_abuse_match,
    follows=("contact-received",),
    automatic=True,
    law=PROCEDURE,
)

police_said = Step(
    key="domestic-abuse-police-view",
    title="Police view",
    state="Waiting for the joint decision",
    by=(By(role="domestic-abuse-officer"),),
    asks=police_view,
    follows=("domestic-abuse-matched",),
    law=PROCEDURE,
)

social_work_said = Step(
    key="domestic-abuse-social-work-view",
    title="Social work view",
    state="Waiting for the joint decision",
    by=SOCIAL_WORK,
    asks=social_work_view,
    follows=("domestic-abuse-matched",),
    law=PROCEDURE,
)

triaged = Step(
    key="domestic-abuse-triaged",
    title="Joint decision",
    state="Triaged by police and social work",
    by=SOCIAL_WORK,
    asks=joint_decision,
    follows=("domestic-abuse-police-view", "domestic-abuse-social-work-view"),
    needs=("domestic-abuse-police-view", "domestic-abuse-social-work-view"),
    rules=(
        Rule(
            refuses_if=GOES_ON & ~FURTHER,
            says="This goes on: the risk is high, a child was hurt or is unborn, or it is the "
            "third in twelve months. Choose a MASH enquiry, a strategy discussion or the social "
            "worker",
            field="triage_outcome",
            law=PROCEDURE,
        ),
        Rule(
            refuses_if=CASE_OPEN & ~TO_THE_WORKER,
            says="A referral is open for this child: pass it to the social worker today, or choose "
            "a strategy discussion",
            field="triage_outcome",
            law=PROCEDURE,
        ),
        Rule(
            refuses_if=answer("triage_outcome").equals("advice-letter")
            & ~answer("safe_contact").equals("safe"),
            says="No letter may be sent: police have not said that it is safe to write to the home",
            field="triage_outcome",
            law=PROCEDURE,
        ),
        Rule(
            refuses_if=answer("both_agree").equals("no") & RECORDED_ONLY,
            says="Where the two of you do not agree it goes on: choose a MASH enquiry",
            field="triage_outcome",
            law=PROCEDURE,
        ),
    ),
    law=PROCEDURE,
)

STEPS = (happened, matched, police_said, social_work_said, triaged, school_told)

# A notification is decided by two (R5.1), and below the threshold it is one and not nothing (R5.4).
BEFORE_DECIDING = (
    Rule(
        refuses_if=answer("police_reference").given() & ~answer("triage_outcome").given(),
        says="Police and social work look at this together first: record the joint decision",
        field="outcome",
        law=PROCEDURE,
    ),
    Rule(
        refuses_if=RECORDED_ONLY & answer("outcome").equals("no-further-action"),
        says="A notification below the threshold is recorded as a notification: choose that",
        field="outcome",
        law=PROCEDURE,
    ),
)

LANE = Lane(
    key="domestic-abuse",
    title="Domestic abuse",
    only_if=answer("police_reference").given() & ~answer("triage_outcome").given(),
    desk="domestic-abuse",
)
