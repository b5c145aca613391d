"""Roles that watch over the record: who sees it, whether it is right, and what it teaches.

None works with a child, so none reads casework (UK GDPR article 5(1)(c)); an auditor will read
what was drawn for them.
"""

from goldenthread.content import exclusions, quarantine
from goldenthread.content.need_to_know import narrow_sights, verbs
from goldenthread.language.role import Role

privacy_officer = Role(
    key="privacy-officer",
    title="Privacy officer",
    question="Who looked at this child, and had they any reason to?",
    agency_kinds=("council", "partnership"),
    may=verbs.EVERYBODY
    | {
        "trail.read",
        "trail.tell",
        "signal.review",
        "look.review",
        "register.search",
        "quarantine.read",
        "quarantine.settle",
        "need-to-know.read",
        "exclusion.list",
        "exclusion.keep",
        "break-glass.review",
    },
    desks=(quarantine.DESK, exclusions.DESK),
    seals=(quarantine.SEAL,),
    sees=(*narrow_sights.PRIVACY, *narrow_sights.EXCLUDING),
    home="looks",
    idle_minutes=15,
)

caldicott_guardian = Role(
    key="caldicott-guardian",
    title="Caldicott Guardian",
    question="Does anybody see what they do not need?",
    agency_kinds=("council", "health", "police"),
    may=verbs.EVERYBODY | {"need-to-know.read", "exclusion.list", "exclusion.lift"},
    desks=(exclusions.DESK,),
    sees=narrow_sights.EXCLUDING,
    home="need-to-know",
)

subject_access_officer = Role(
    key="subject-access-officer",
    title="Subject access officer",
    question="Who has asked for their record, and by when?",
    agency_kinds=("council", "health", "police", "partnership"),
    may=verbs.EVERYBODY,
    home="what-i-may-see",
)

auditor = Role(
    key="auditor",
    title="Auditor",
    question="Which records were drawn for me, and what did I find?",
    agency_kinds=("council", "health", "police", "partnership"),
    may=verbs.EVERYBODY,
    home="what-i-may-see",
)

analyst = Role(
    key="analyst",
    title="Performance analyst",
    question="Are children safer, compared with whom, and can I trust this number?",
    agency_kinds=("council", "partnership"),
    may=verbs.EVERYBODY | {"signs.read", "dataset.load", "participation.read"},
    home="vital-signs",
)
