"""What may stand with a record. Of several the highest in order holds.

A sealed state has a store of its own with a named access list for each record in it.
"""

from goldenthread.content.need_to_know import law
from goldenthread.language.need_to_know import RecordState

closed = RecordState(
    key="closed",
    title="Closed",
    meaning="Nothing is open",
    order=0,
    law=law.data_protection,
)

contact = RecordState(
    key="contact",
    title="Contact",
    meaning="A contact is open at the front door",
    order=1,
    law=law.arrangements,
)

early_help = RecordState(
    key="early-help",
    title="Early help",
    meaning="Early help is open",
    order=2,
    law=law.early_help,
)

child_in_need = RecordState(
    key="child-in-need",
    title="Child in need",
    meaning="A referral or a plan under section 17 is open",
    order=3,
    law=law.child_in_need,
)

child_protection = RecordState(
    key="child-protection",
    title="Child protection",
    meaning="Enquiries or a plan under section 47 are open",
    order=4,
    law=law.protection,
)

looked_after = RecordState(
    key="looked-after",
    title="In care",
    meaning="The council looks after the child",
    order=5,
    law=law.looked_after,
)

exploitation = RecordState(
    key="exploitation",
    title="Exploitation",
    meaning="A risk of exploitation is open",
    order=6,
    law=law.protection,
)

deceased = RecordState(
    key="deceased",
    title="Died",
    meaning="The child has died",
    order=7,
    law=law.deaths,
)

restricted = RecordState(
    key="restricted",
    title="Restricted",
    meaning="Kept from all but those named, who are told through a custodian",
    order=8,
    law=law.serious_harm,
    sealed=True,
)

allegation = RecordState(
    key="allegation",
    title="Allegation",
    meaning="Against somebody who works with children",
    order=9,
    law=law.allegations,
    sealed=True,
)

child_death = RecordState(
    key="child-death",
    title="Child death review",
    meaning="A death is reviewed",
    order=10,
    law=law.deaths,
    sealed=True,
)

suspect = RecordState(
    key="suspect",
    title="Suspects and police intelligence",
    meaning="What police hold on somebody thought to harm children",
    order=11,
    law=law.criminal_data,
    sealed=True,
)

staff = RecordState(
    key="staff",
    title="Staff and their children",
    meaning="The record is of a colleague, or of a colleague's child",
    order=12,
    law=law.caldicott,
    sealed=True,
)

adopted = RecordState(
    key="adopted",
    title="Adopted",
    meaning="Two identities, and no join that anybody else can see",
    order=13,
    law=law.adoption,
    sealed=True,
)

source = RecordState(
    key="source",
    title="Who told us",
    meaning="The name and number of a member of the public who told us",
    order=15,
    law=law.others_data,
    sealed=True,
)

quarantine = RecordState(
    key="quarantine",
    title="Quarantine",
    meaning="Recorded about the wrong child, and waiting for the privacy officer",
    order=14,
    law=law.data_protection,
    sealed=True,
)
