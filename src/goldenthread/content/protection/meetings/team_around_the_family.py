"""The team around the family: those who give early help, with the family who asked for it."""

from goldenthread.content.protection.meetings import decision_forms, law
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Invites, MeetingKind
from goldenthread.language.quorum import others

ANY = ("council", "early-help", "school", "education", "health", "voluntary", "housing", "police")

team_around_the_family = MeetingKind(
    key="team-around-the-family",
    title="Team around the family",
    subject="family",
    invites=(
        Invites(kinds=ANY, brings="The lead practitioner, of whichever agency"),
        Invites(kinds=ANY, brings="Whoever helps the family", must=False),
    ),
    quorum=others(2),
    called_by=("early-help-coordinator", "social-worker", "social-work-team-manager"),
    chaired_by=("early-help-coordinator", "social-worker", "social-work-team-manager",
                "designated-safeguarding-lead", "health-visitor", "voluntary-sector-lead"),
    decides=decision_forms.family_agreed,
    minutes_within=working_days(5),
    law=law.EARLY_HELP,
)  # fmt: skip
