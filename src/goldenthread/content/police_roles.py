"""Roles of the police: who triages domestic abuse, who protects, and the system that sends."""

from goldenthread.content.need_to_know import sights, verbs
from goldenthread.content.roles import SEALED, SENDING
from goldenthread.language.role import Role

domestic_abuse_officer = Role(
    key="domestic-abuse-officer",
    title="Domestic abuse officer",
    question="Which children were in the homes we went to, and which school must know today?",
    agency_kinds=("police",),
    may=verbs.EVERYBODY
    | {
        "notification.triage",
        "notification.send",
        "contact.read",
        "entry.record",
        "entry.correct",
        "entry.withdraw",
        "referral.send",
        "referral.follow",
        "draft.keep",
        "register.search",
        "intelligence.record",
        *SEALED,
    },
    desks=("domestic-abuse",),
    sees=sights.JOINT_TRIAGE,
    told_of_restricted=True,
    home="joint-triage",
)

police_feed = Role(
    key="police-feed",
    title="Police feed",
    question="Has every notification the police sent arrived once?",
    agency_kinds=(),
    may=frozenset({"notification.send"}),
    home="",
    service=True,
)

police_protection_officer = Role(
    key="police-protection-officer",
    title="Officer of the police protection unit",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("police",),
    may=verbs.EVERYBODY | SENDING | SEALED,
    sees=sights.POLICE,
    home="my-referrals",
)

police_intelligence_officer = Role(
    key="police-intelligence-officer",
    title="Police intelligence officer",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("police",),
    may=verbs.EVERYBODY | SENDING | SEALED,
    sees=sights.POLICE,
    home="my-referrals",
)
