"""The meeting that makes and reviews a child in need plan with the family."""

from goldenthread.content.protection.meetings import decision_forms, law
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Invites, MeetingKind
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
    decides=decision_forms.in_need_agreed,
    minutes_within=working_days(10),
    law=law.IN_NEED,
)  # fmt: skip
