"""Those a professional disagreement reaches when the front door cannot settle it."""

from goldenthread.content import exclusions
from goldenthread.content.need_to_know import narrow_sights, sights, verbs
from goldenthread.content.roles import ACTING
from goldenthread.language.role import Role

# Reading a contact rests on a relationship besides, which a disagreement alone does not give.
ANSWERING = frozenset({"disagreement.follow", "entry.record", "contact.read"})

service_head = Role(
    key="service-head",
    title="Head of service",
    question="Which disagreement waits for me, and is the child safe meanwhile?",
    agency_kinds=("council", "police", "health"),
    may=verbs.EVERYBODY | ANSWERING | {"look.review"},
    desks=("disagreement",),
    sees=sights.ANSWERING,
    home="disagreements",
)

safeguarding_partner = Role(
    key="safeguarding-partner",
    title="Safeguarding partner",
    question="What have our agencies not been able to settle?",
    agency_kinds=("council", "police", "health"),
    may=verbs.EVERYBODY | ANSWERING | {"exclusion.list", "exclusion.lift"},
    desks=("disagreement", exclusions.DESK),
    sees=(*sights.ANSWERING, *narrow_sights.EXCLUDING),
    home="disagreements",
)

independent_scrutineer = Role(
    key="independent-scrutineer",
    title="Independent scrutineer",
    question="What have the partners not been able to settle, and what does it teach?",
    agency_kinds=("partnership",),
    may=verbs.EVERYBODY | ANSWERING | ACTING | {"action.oversee"},
    desks=("disagreement",),
    sees=sights.ANSWERING,
    home="disagreements",
)
