"""The strategy discussion: social care, police and health deciding on enquiries into harm."""

from goldenthread.content.protection.meetings import law
from goldenthread.content.protection.strategy_forms import strategy_form
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Records
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
    decides=strategy_form,
    fills=Fills(
        held_on="strategy_on",
        came="strategy_took_part",
        came_as=(
            ("council", "social-care"), ("police", "police"), ("health", "health"),
            ("school", "education"), ("education", "education"), ("voluntary", "other"),
            ("early-help", "other"), ("housing", "other"), ("probation", "other"),
        ),
        nobody="other",
        why_short="strategy_incomplete_because",
        again_on="strategy_follow_up_on",
    ),
    records=(Records(pathway="section-47-enquiry", step="strategy-discussion-held",
                     short="strategy-discussion-held"),),
    minutes_within=working_days(1),
    law=law.STRATEGY,
)  # fmt: skip
