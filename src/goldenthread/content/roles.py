"""Roles: the one question each opens the page with, and what each may do.

A role gives its pages, the desk its holder sits at and, with the steps that name it, what it may
record. Reads of casework rest on a desk or a grant as well: a role alone opens no child's record
(Data Protection Act 2018, need to know).
"""

from goldenthread.content import quarantine
from goldenthread.language.role import Role

DISAGREEING = frozenset({"disagreement.raise", "disagreement.follow"})
SENDING = frozenset({"referral.send", "referral.follow", "draft.keep"}) | DISAGREEING
REGISTER = frozenset({"register.search", "register.read", "register.write"})
FRONT_DOOR = REGISTER | {
    "queue.read", "contact.read", "contact.claim", "entry.record", "entry.correct", "thread.read",
    "identification.decide", "night.read", "notification.triage",
    "directory.read", *DISAGREEING,
}  # fmt: skip

# Whoever answers the front door's telephone writes down what is said.
CALLS = frozenset({"call.record", "draft.keep", "contact.withdraw"})

MANAGING = frozenset(
    {
        "signs.read",
        "contact.reassign",
        "directory.write",
        "delegation.give",
        "sample.review",
        "entry.correct-others",
        "contact.withdraw-others",
    }
)

# Those at the front door hold every lane's desk; a partner agency holds the one it works in.
FRONT_DOOR_DESKS = ("front-door", "early-help", "mash", "disagreement", "domestic-abuse")
PARTNERS = ("police", "health", "education", "probation", "housing", "early-help", "voluntary")

designated_safeguarding_lead = Role(
    key="designated-safeguarding-lead",
    title="Designated safeguarding lead",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("school",),
    may=SENDING,
    home="my-referrals",
)

front_door_screener = Role(
    key="front-door-screener",
    title="Front door screener",
    question="Which contact needs me now, and what do we already know?",
    agency_kinds=("council",),
    may=FRONT_DOOR | CALLS,
    desks=FRONT_DOOR_DESKS,
    home="queue",
)

front_door_manager = Role(
    key="front-door-manager",
    title="Front door manager",
    question="Which decision is waiting for me, and is any child waiting too long?",
    agency_kinds=("council",),
    may=FRONT_DOOR | CALLS | MANAGING,
    desks=FRONT_DOOR_DESKS,
    home="queue",
)

emergency_duty_worker = Role(
    key="emergency-duty-worker",
    title="Emergency duty worker",
    question="What was left with me tonight, and who cannot wait until morning?",
    agency_kinds=("council",),
    may=FRONT_DOOR | CALLS,
    desks=FRONT_DOOR_DESKS,
    home="queue",
)

early_help_coordinator = Role(
    key="early-help-coordinator",
    title="Early help co-ordinator",
    question="Which family has asked for help, and who can give it?",
    agency_kinds=("council", "early-help"),
    may=FRONT_DOOR,
    desks=("early-help",),
    home="queue",
)

mash_partner = Role(
    key="mash-partner",
    title="Partner in the MASH",
    question="What am I asked for, by whom, and by when?",
    agency_kinds=("police", "health", "education", "probation", "housing", "voluntary"),
    may=frozenset({"contact.read", "entry.record", "entry.correct", "mash.read", *DISAGREEING}),
    desks=("mash",),
    home="asked-of-us",
)

social_worker = Role(
    key="social-worker",
    title="Social worker",
    question="Which children are mine, and what has come in about them?",
    agency_kinds=("council",),
    may=REGISTER
    | {"children.mine", "contact.read", "thread.read", "entry.record", "entry.correct"},
    home="my-children",
)

referring_professional = Role(
    key="referring-professional",
    title="Professional who may raise a worry",
    question="How do I tell someone, and what happened next?",
    agency_kinds=(*PARTNERS, "council"),
    may=SENDING,
    home="my-referrals",
)

privacy_officer = Role(
    key="privacy-officer",
    title="Privacy officer",
    question="What was recorded about the wrong child, and who had seen it?",
    agency_kinds=("council", "partnership"),
    may=frozenset({"quarantine.read", "quarantine.settle"}),
    desks=(quarantine.DESK,),
    seals=(quarantine.SEAL,),
    home="quarantine",
)

analyst = Role(
    key="analyst",
    title="Performance analyst",
    question="Are children safer, compared with whom, and can I trust this number?",
    agency_kinds=("council", "partnership"),
    may=frozenset({"signs.read", "dataset.load"}),
    home="vital-signs",
)

system_administrator = Role(
    key="system-administrator",
    title="System administrator",
    question="Is the service well, and is anything waiting for me?",
    agency_kinds=("council", "partnership"),
    may=frozenset({"system.read"}),
    home="system",
)
