"""The core group, which carries a child protection plan out and tests whether it works."""

from goldenthread.content.protection.meetings import law
from goldenthread.content.protection.meetings.who_came import PARTNERS
from goldenthread.content.protection.plan_forms import core_group_form
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Records
from goldenthread.language.quorum import others, present

core_group = MeetingKind(
    key="core-group",
    title="Core group",
    subject="family",
    invites=(
        Invites(kinds=("council",), brings="The lead social worker, who chairs"),
        Invites(kinds=("health",), brings="School nurse, health visitor, midwife or GP"),
        Invites(kinds=("school", "education"), brings="The school or nursery", must=False),
        Invites(kinds=("police", "probation", "housing", "voluntary", "early-help"),
                brings="Whoever the plan names", must=False),
    ),
    quorum=present("council") & others(1, than="council"),
    called_by=("social-worker", "social-work-team-manager"),
    chaired_by=("social-worker", "social-work-team-manager"),
    decides=core_group_form,
    fills=Fills(held_on="core_group_on", came="core_group_agencies", came_as=PARTNERS,
                nobody="nobody"),
    records=(Records(pathway="protection-plan", step="core-group-held",
                     short="core-group-held"),),
    minutes_within=working_days(5),
    law=law.CORE_GROUP,
)  # fmt: skip
