"""Roles of the police: the officer who triages domestic abuse, and the system that sends it."""

from goldenthread.language.role import Role

domestic_abuse_officer = Role(
    key="domestic-abuse-officer",
    title="Domestic abuse officer",
    question="Which children were in the homes we went to, and which school must know today?",
    agency_kinds=("police",),
    may=frozenset(
        {
            "notification.triage",
            "notification.send",
            "contact.read",
            "entry.record",
            "entry.correct",
            "referral.send",
            "referral.follow",
            "draft.keep",
        }
    ),
    desks=("domestic-abuse",),
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
