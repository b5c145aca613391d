"""The team around the family: those who give early help, with the family who asked for it."""

from goldenthread.content.front_door.early_help_forms import team_form
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Records
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
    decides=team_form,
    fills=Fills(held_on="team_met_on"),
    records=(Records(pathway="early-help", step="team-around-the-family-held",
                     short="team-around-the-family-held"),),
    minutes_within=working_days(5),
    law=Citation(source="Children Act 2004", place="section 10, co-operation"),
)  # fmt: skip
