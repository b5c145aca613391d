"""The initial child protection conference."""

from goldenthread.content.protection.conference_forms import conference_form
from goldenthread.content.protection.meetings import agency_report, law
from goldenthread.content.protection.meetings.who_came import PARTNERS
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Records, Report
from goldenthread.language.quorum import others, present

initial_conference = MeetingKind(
    key="initial-conference",
    title="Initial child protection conference",
    subject="family",
    invites=(
        Invites(kinds=("council",), brings="The social worker and what the enquiries found"),
        Invites(kinds=("police",), brings="What police know of the household"),
        Invites(kinds=("health",), brings="School nurse, health visitor, midwife or GP"),
        Invites(kinds=("school", "education"), brings="The school or nursery", must=False),
        Invites(kinds=("probation", "housing", "voluntary", "early-help"),
                brings="Whoever works with the family", must=False),
    ),
    quorum=present("council") & others(2, than="council"),
    called_by=("social-worker", "social-work-team-manager"),
    chaired_by=("conference-chair",),
    decides=conference_form,
    fills=Fills(
        held_on="conference_on",
        came="conference_agencies",
        came_as=PARTNERS,
        nobody="nobody",
        why_short="conference_inquorate_because",
        dissent="conference_dissent",
    ),
    records=(Records(pathway="initial-conference", step="conference-held",
                     short="conference-held"),),
    report=Report(form=agency_report.agency_report, days_before=2),
    minutes_within=working_days(20),
    working_days_only=True,
    law=law.CONFERENCE,
)  # fmt: skip
