"""The duty desks as relationships: one sees what a desk one sits at holds, while it is held there.

A desk holds an open contact for whoever is on duty, and lets go of it when it closes.
"""

from goldenthread.content.need_to_know import law, purposes
from goldenthread.language.need_to_know import GrantKind

ENDS = "When it closes, moves to another desk, or they leave the desk"

front_door_desk = GrantKind(
    key="front-door-desk",
    title="On duty at the front door",
    begins="A contact or referral is held at the front door",
    ends=ENDS,
    purpose=purposes.front_door.key,
    law=law.arrangements,
)

early_help_desk = GrantKind(
    key="early-help-desk",
    title="On duty at the early help desk",
    begins="A contact is in the early help lane",
    ends=ENDS,
    purpose=purposes.early_help.key,
    law=law.early_help,
)

mash_desk = GrantKind(
    key="mash-desk",
    title="On duty in the MASH",
    begins="An enquiry is opened on a contact",
    ends=ENDS,
    purpose=purposes.front_door.key,
    law=law.sharing,
)

domestic_abuse_desk = GrantKind(
    key="domestic-abuse-desk",
    title="On duty at joint triage",
    begins="Police send a notification of domestic abuse",
    ends=ENDS,
    purpose=purposes.front_door.key,
    law=law.sharing,
)

disagreement_desk = GrantKind(
    key="disagreement-desk",
    title="Answering disagreements",
    begins="A professional disagreement is raised",
    ends="When it is settled, or they leave the desk",
    purpose=purposes.disagreement.key,
    law=law.working_together,
)

privacy_desk = GrantKind(
    key="privacy-desk",
    title="Privacy desk",
    begins="Something recorded about the wrong child is put in quarantine",
    ends="When they leave the desk",
    purpose=purposes.correcting.key,
    law=law.privacy_officers,
)

exclusions_desk = GrantKind(
    key="exclusions-desk",
    title="Keeps the exclusion list",
    begins="Somebody is kept from a record",
    ends="When they leave the desk",
    purpose=purposes.correcting.key,
    law=law.privacy_officers,
)
