"""The meeting that makes and reviews a child in need plan with the family."""

from goldenthread.content.protection.meetings import law
from goldenthread.content.protection.meetings.who_came import PARTNERS
from goldenthread.content.protection.need_plan_forms import need_review_form
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Records
from goldenthread.language.quorum import others, present

child_in_need_meeting = MeetingKind(
    key="child-in-need-meeting",
    title="Child in need meeting",
    subject="family",
    invites=(
        Invites(kinds=("council",), brings="The social worker, who chairs"),
        Invites(kinds=("school", "education", "health", "early-help", "voluntary", "housing"),
                brings="Whoever helps the family"),
    ),
    quorum=present("council") & others(1, than="council"),
    called_by=("social-worker", "social-work-team-manager"),
    chaired_by=("social-worker", "social-work-team-manager"),
    decides=need_review_form,
    fills=Fills(held_on="need_review_on", came="need_review_agencies", came_as=PARTNERS,
                nobody="nobody"),
    records=(Records(pathway="child-in-need-plan", step="child-in-need-review-held",
                     short="child-in-need-review-held"),),
    minutes_within=working_days(10),
    law=law.IN_NEED,
)  # fmt: skip
