"""Roles of those who raise a worry and follow it (Children Act 2004 section 11).

Being a child's school, surgery, nurse or landlord opens nothing. What conferences and plans will
give them is declared among the relationships to come.
"""

from goldenthread.content.need_to_know import sights, verbs
from goldenthread.content.roles import SENDING
from goldenthread.language.role import Role

PARTNERS = ("police", "health", "education", "probation", "housing", "early-help", "voluntary")

designated_safeguarding_lead = Role(
    key="designated-safeguarding-lead",
    title="Designated safeguarding lead",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("school",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

referring_professional = Role(
    key="referring-professional",
    title="Professional who may raise a worry",
    question="How do I tell someone, and what happened next?",
    agency_kinds=(*PARTNERS, "council"),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

health_visitor = Role(
    key="health-visitor",
    title="Health visitor or school nurse",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("health",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

named_nurse = Role(
    key="named-nurse",
    title="Named nurse or doctor for safeguarding",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("health",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

practice_lead = Role(
    key="gp-practice-lead",
    title="Safeguarding lead of a GP practice",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("health",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

probation_lead = Role(
    key="probation-lead",
    title="Probation practitioner",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("probation",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

housing_lead = Role(
    key="housing-lead",
    title="Housing officer",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("housing",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

voluntary_lead = Role(
    key="voluntary-sector-lead",
    title="Safeguarding lead of a voluntary group",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("voluntary",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

youth_justice_worker = Role(
    key="youth-justice-worker",
    title="Youth justice worker",
    question="How do I tell someone, and what happened next?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)
