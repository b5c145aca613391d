"""Roles of the front door: the one question each opens the page with, and what each may do.

A role gives its pages, the desk its holder sits at and, with the steps that name it, what it may
record. Reads of casework rest on a desk or a grant as well: a role alone opens no child's record
(Data Protection Act 2018, need to know).
"""

from goldenthread.content.need_to_know import sights, verbs
from goldenthread.language.role import Role

# Whoever records may put their own words right, and take back what was about another child.
# Whoever may be given an action, or give one.
ACTING = frozenset({"action.read", "action.write"})
RECORDING = frozenset({"entry.record", "entry.correct", "entry.withdraw"}) | ACTING
DISAGREEING = frozenset({"disagreement.raise", "disagreement.follow"})
TOLD = frozenset({"share.receive"})
# Whoever may be asked to a meeting reads it, answers, and records it where they chair it.
MEETING = frozenset({"meeting.mine", "meeting.read", "meeting.answer", "meeting.hold"})
CONVENING = MEETING | {"meeting.call", "meeting.plan"}
SENDING = (
    frozenset({"referral.send", "referral.follow", "draft.keep"})
    | DISAGREEING
    | TOLD
    | MEETING
    | ACTING
)
# Whoever opens a child may say that they know the family, and are kept from it from then on.
KNOWING = frozenset({"exclusion.declare"})
REGISTER = frozenset({"register.search", "register.read", "register.write"}) | KNOWING
FRONT_DOOR = REGISTER | {
    "queue.read", "contact.read", "contact.claim", "thread.read", *RECORDING,
    "identification.decide", "night.read", "notification.triage",
    "directory.read", "share.give", *DISAGREEING, *TOLD, *CONVENING,
}  # fmt: skip

# Whoever answers the front door's telephone writes down what is said.
CALLS = frozenset({"call.record", "draft.keep", "contact.withdraw"})

MANAGING = frozenset(
    {
        "signs.read",
        "tool.export",
        "contact.reassign",
        "directory.write",
        "delegation.give",
        "sample.review",
        "look.review",
        "exclusion.declare-others",
        "entry.correct-others",
        "contact.withdraw-others",
        "entry.withdraw-others",
    }
)

# Named people go on with what is restricted; those who manage restrict it and lift it.
NAMED = frozenset({"restriction.read"})
RESTRICTING = NAMED | {"restriction.set", "restriction.lift"}

# Whoever may be let into a sealed record reads it; the one who keeps it says who else does.
SEALED = frozenset({"seal.read", "seal.name", "seal.lift"})
SEALING = SEALED | {"seal.set"}

# Whoever may meet a child at any hour may open one they do not know, and answers for it.
IN_AN_EMERGENCY = frozenset({"break-glass.open"})

# Those at the front door hold every lane's desk; a partner agency holds the one it works in.
FRONT_DOOR_DESKS = ("front-door", "early-help", "mash", "disagreement", "domestic-abuse")

front_door_screener = Role(
    key="front-door-screener",
    title="Front door screener",
    question="Which contact needs me now, and what do we already know?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY | FRONT_DOOR | CALLS | NAMED | SEALED | IN_AN_EMERGENCY,
    desks=FRONT_DOOR_DESKS,
    sees=sights.FRONT_DOOR,
    told_of_restricted=True,
    home="queue",
)

front_door_manager = Role(
    key="front-door-manager",
    title="Front door manager",
    question="Which decision is waiting for me, and is any child waiting too long?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY | FRONT_DOOR | CALLS | MANAGING | RESTRICTING | SEALING | IN_AN_EMERGENCY,
    desks=FRONT_DOOR_DESKS,
    sees=sights.MANAGING,
    told_of_restricted=True,
    home="queue",
)

emergency_duty_worker = Role(
    key="emergency-duty-worker",
    title="Emergency duty worker",
    question="What was left with me tonight, and who cannot wait until morning?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY | FRONT_DOOR | CALLS | NAMED | SEALED | IN_AN_EMERGENCY,
    desks=FRONT_DOOR_DESKS,
    sees=sights.FRONT_DOOR,
    told_of_restricted=True,
    home="queue",
)

early_help_coordinator = Role(
    key="early-help-coordinator",
    title="Early help co-ordinator",
    question="Which family has asked for help, and who can give it?",
    agency_kinds=("council", "early-help"),
    may=verbs.EVERYBODY | FRONT_DOOR,
    desks=("early-help",),
    sees=sights.EARLY_HELP,
    home="queue",
)

mash_partner = Role(
    key="mash-partner",
    title="Partner in the MASH",
    question="What am I asked for, by whom, and by when?",
    agency_kinds=("police", "health", "education", "probation", "housing", "voluntary"),
    may=verbs.EVERYBODY
    | {"contact.read", "mash.read", "register.search", "intelligence.record"}
    | {*RECORDING, *DISAGREEING, *TOLD, *MEETING, *SEALED, *KNOWING},
    # Whom it would harm most to hear "no record" of a child who is kept apart (Children Act 2004
    # section 16E names the three): what they find is a stub, unless their desk holds the child.
    only_for={"register.search": ("police", "health"), "intelligence.record": ("police",)},
    told_of_restricted=True,
    desks=("mash",),
    sees=sights.MASH,
    home="asked-of-us",
)
