"""The review conference, which alone ends a child protection plan."""

from goldenthread.content.protection.meetings import agency_report, law
from goldenthread.content.protection.meetings.who_came import PARTNERS
from goldenthread.content.protection.plan_forms import review_form
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Records, Report
from goldenthread.language.quorum import others, present

review_conference = MeetingKind(
    key="review-conference",
    title="Review conference",
    subject="family",
    invites=(
        Invites(kinds=("council",), brings="The social worker and how the plan has gone"),
        Invites(kinds=("health",), brings="School nurse, health visitor, midwife or GP"),
        Invites(kinds=("school", "education"), brings="The school or nursery", must=False),
        Invites(kinds=("police", "probation", "housing", "voluntary", "early-help"),
                brings="Whoever is in the core group", must=False),
    ),
    quorum=present("council") & others(2, than="council"),
    called_by=("social-worker", "social-work-team-manager", "conference-chair"),
    chaired_by=("conference-chair",),
    decides=review_form,
    fills=Fills(
        held_on="review_on",
        came="review_agencies",
        came_as=PARTNERS,
        nobody="nobody",
        enough="review_quorate",
        dissent="review_dissent",
    ),
    records=(Records(pathway="protection-plan", step="review-conference-held",
                     short="review-conference-held"),),
    report=Report(form=agency_report.agency_report, days_before=3),
    minutes_within=working_days(20),
    working_days_only=True,
    law=law.REVIEW,
)  # fmt: skip
