"""The strategy discussion: social care, police and health deciding on enquiries into harm."""

from goldenthread.content.protection.meetings import decision_forms, law
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Invites, MeetingKind
from goldenthread.language.quorum import present

strategy_discussion = MeetingKind(
    key="strategy-discussion",
    title="Strategy discussion",
    subject="family",
    invites=(
        Invites(kinds=("council",), brings="A manager of social care, who chairs"),
        Invites(kinds=("police",), brings="What police know, and whether a crime is looked into"),
        Invites(kinds=("health",), brings="What health knows, and whether a medical is needed"),
        Invites(kinds=("school", "education"), brings="The child's school", must=False),
        Invites(kinds=("early-help", "voluntary"), brings="Who worked with them", must=False),
    ),
    quorum=present("council") & present("police") & present("health"),
    called_by=("social-worker", "social-work-team-manager", "front-door-manager",
               "emergency-duty-worker"),
    chaired_by=("social-work-team-manager", "front-door-manager", "emergency-duty-worker"),
    decides=decision_forms.strategy_decided,
    minutes_within=working_days(1),
    law=law.STRATEGY,
)  # fmt: skip
