"""The review conference, which alone ends a child protection plan."""

from goldenthread.content.protection.meetings import agency_report, decision_forms, law
from goldenthread.kernel.limit import working_days
from goldenthread.language.meeting_kind import Invites, MeetingKind, Report
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
    decides=decision_forms.review_decided,
    report=Report(form=agency_report.agency_report, days_before=3),
    minutes_within=working_days(20),
    working_days_only=True,
    law=law.REVIEW,
)  # fmt: skip
