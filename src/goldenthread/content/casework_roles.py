"""Roles of children's social care beyond the front door.

Chairs hold the conferences requested of them, read the story of each child these are about, and see
the plans that come of them. The other co-ordinators may today do what anybody may: raise a worry,
follow it, and come to a meeting they are asked to.
"""

from goldenthread.content.need_to_know import sights, verbs
from goldenthread.content.roles import (
    CONVENING,
    IN_AN_EMERGENCY,
    KNOWING,
    NAMED,
    RECORDING,
    REGISTER,
    RESTRICTING,
    SEALED,
    SEALING,
    SENDING,
    TOLD,
)
from goldenthread.language.role import Role

social_worker = Role(
    key="social-worker",
    title="Social worker",
    question="Which children are mine, and what has come in about them?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY
    | REGISTER
    | {"children.mine", "contact.read", "thread.read", "tool.export", *RECORDING}
    | {"share.give", *TOLD, *NAMED, *SEALED, *CONVENING, *IN_AN_EMERGENCY},
    sees=sights.WORKING,
    told_of_restricted=True,
    home="my-children",
)

team_manager = Role(
    key="social-work-team-manager",
    title="Manager of a social work team",
    question="What do my team's children need from me?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY
    | REGISTER
    | {"children.mine", "children.team", "contact.read", "contact.reassign", "thread.read"}
    | {*RECORDING, "share.give", *TOLD, *RESTRICTING, *SEALING, *IN_AN_EMERGENCY}
    | {"participation.read", "exclusion.declare-others", *CONVENING},
    sees=sights.TEAM_MANAGING,
    told_of_restricted=True,
    home="my-team",
)

conference_chair = Role(
    key="conference-chair",
    title="Conference chair or reviewing officer",
    question="Which plan do I chair, and does it keep the child safe?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY
    | SENDING
    | {"children.mine", "children.team", "contact.read", "contact.claim", "thread.read"}
    | {"register.search", "register.read", *RECORDING, *NAMED, *KNOWING}
    | {"participation.read", *CONVENING},
    sees=sights.CONFERRING,
    home="my-team",
)

lado = Role(
    key="lado",
    title="Designated officer for allegations",
    question="Who may have harmed a child, and who must act?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY | SENDING | SEALED,
    sees=sights.ALLEGATIONS,
    home="my-referrals",
)

exploitation_coordinator = Role(
    key="exploitation-coordinator",
    title="Exploitation co-ordinator",
    question="Who is at risk of exploitation, and who must meet?",
    agency_kinds=("council",),
    may=verbs.EVERYBODY | SENDING,
    sees=sights.REFERRING,
    home="my-referrals",
)

child_death_coordinator = Role(
    key="child-death-coordinator",
    title="Child death review co-ordinator",
    question="Which death is under review, and what did we learn?",
    agency_kinds=("council", "health", "partnership"),
    may=verbs.EVERYBODY | SENDING | SEALED,
    sees=sights.CHILD_DEATHS,
    home="my-referrals",
)
