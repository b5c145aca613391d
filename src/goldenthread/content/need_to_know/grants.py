"""The relationships that are given now: each begins and ends with something that is recorded."""

from goldenthread.content.need_to_know import law, purposes
from goldenthread.language.need_to_know import GrantKind

own = GrantKind(
    key="own",
    title="One's own",
    begins="They type a draft or give a file",
    ends="When it is deleted",
    purpose=purposes.telling.key,
    law=law.data_protection,
)

referrer = GrantKind(
    key="referrer",
    title="Raised the worry",
    begins="They send a referral",
    ends="Never: it opens what they sent and what they were told of it, and nothing else",
    purpose=purposes.telling.key,
    law=law.sharing,
)

raiser = GrantKind(
    key="raiser",
    title="Raised a disagreement",
    begins="They say that they disagree",
    ends="Never: it opens how far it is, and no word written on it",
    purpose=purposes.disagreement.key,
    law=law.working_together,
)

recorder = GrantKind(
    key="recorder",
    title="Wrote somebody into the register",
    begins="They record somebody who matters to a child of theirs",
    ends="When their account leaves or changes role",
    purpose=purposes.section_17.key,
    law=law.child_in_need,
)

contact_holder = GrantKind(
    key="contact-holder",
    title="Has the contact in hand",
    begins="They take a contact, or are given it",
    ends="When it closes, or they hand it back or on",
    purpose=purposes.front_door.key,
    law=law.arrangements,
)

allocated_worker = GrantKind(
    key="allocated-worker",
    title="Allocated worker",
    begins="A referral is allocated to them",
    ends="When it closes or is allocated to somebody else",
    purpose=purposes.section_17.key,
    law=law.child_in_need,
    afterwards="previous-worker",
)

team_cover = GrantKind(
    key="team-cover",
    title="In the allocated worker's team",
    begins="A referral is allocated to somebody of their team",
    ends="With the allocation, or when they leave the team",
    purpose=purposes.section_17.key,
    law=law.child_in_need,
)

line_manager = GrantKind(
    key="line-manager",
    title="Manages the allocated worker's team",
    begins="A referral is allocated to somebody of the team they manage",
    ends="With the allocation, or when they leave the team",
    purpose=purposes.section_17.key,
    law=law.working_together,
)

plan_chair = GrantKind(
    key="plan-chair",
    title="Chairs the reviews of the plan",
    begins="They chair the conference that makes the plan",
    ends="When the plan ends",
    purpose=purposes.conference.key,
    law=law.working_together,
)

previous_worker = GrantKind(
    key="previous-worker",
    title="Was the allocated worker",
    begins="Their allocation ends",
    ends="30 days later",
    purpose=purposes.section_17.key,
    law=law.data_protection,
    most_days=30,
)

dip_sample = GrantKind(
    key="dip-sample",
    title="Reads a decision drawn for the dip sample",
    begins="They open a sample that was drawn",
    ends="When they have said what they found, and after 30 days whatever happens",
    purpose=purposes.audit.key,
    law=law.arrangements,
    most_days=30,
)

kept_apart = GrantKind(
    key="kept-apart",
    title="May read what was given on condition",
    begins="Words are given that some agencies may not read, and theirs may",
    ends="When the enquiry's contact closes or leaves the MASH",
    purpose=purposes.front_door.key,
    law=law.sharing,
)

put_back = GrantKind(
    key="put-back",
    title="Brings the lists up to date when an entry is put back",
    begins="The privacy officer puts an entry back on a child's thread",
    ends="With the act that put it back",
    purpose=purposes.correcting.key,
    law=law.privacy_officers,
)

access_list = GrantKind(
    key="access-list",
    title="Named on the record's access list",
    begins="They are named when the record is sealed, or added by name",
    ends="When they are taken off it or the seal is lifted",
    purpose=purposes.section_47.key,
    law=law.serious_harm,
)
