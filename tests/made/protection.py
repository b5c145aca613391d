"""A child whose case is open with social care, and what is recorded about them as it goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from goldenthread.actions import contacts
from goldenthread.kernel.calendar import LONDON
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.episode import Episode
from tests.made import casework

WORKER, MANAGER, CHAIR = "social worker", "team manager", "chair"
GATEWAY = "early help"
WORDS = "Canary: words"

SEEN = {
    "assessment_child_seen": "yes",
    "assessment_seen_on": "2020-03-05",
    "assessment_seen_alone": "yes",
    "assessment_child_said": "Canary: it is loud at night",
}
WRITTEN = {
    "assessment_story": WORDS,
    "assessment_strengths": WORDS,
    "assessment_risks": WORDS,
    "assessment_views": WORDS,
    "assessment_factors": ["3B", "16A", "18A"],
    "assessment_analysis": WORDS,
    "assessment_recommends": "child-in-need-plan",
}
STRATEGY = {
    "strategy_on": "2020-03-10",
    "strategy_took_part": ["social-care", "police", "health"],
    "strategy_known": WORDS,
    "strategy_decision": "enquire-jointly",
    "strategy_reason": WORDS,
    "strategy_safety": WORDS,
    "medical_needed": "no",
}
ENQUIRED = {
    "enquiry_child_seen": "yes",
    "enquiry_child_said": WORDS,
    "enquiry_found": WORDS,
    "enquiry_finding": "continuing",
    "conference_required": "yes",
    "enquiry_reason": WORDS,
}
CONFERENCE = {
    "conference_on": "2020-03-26",
    "conference_agencies": ["police", "health", "education"],
    "conference_participation": "PN6",
    "conference_parents": "yes",
    "conference_heard": WORDS,
    "threshold_met": "yes",
    "plan_category": "NEG",
    "previous_plans": 0,
    "plan_outline": WORDS,
}
CORE_GROUP = {
    "core_group_on": "2020-04-07",
    "core_group_agencies": ["health"],
    "core_group_family": "yes",
    "core_group_progress": WORDS,
    "core_group_next": WORDS,
}
VISIT = {
    "visit_on": "2020-04-02",
    "visit_alone": "yes",
    "visit_bedroom": "yes",
    "visit_child_said": WORDS,
    "visit_found": WORDS,
}
REVIEW = {
    "review_on": "2020-06-24",
    "review_agencies": ["health", "education"],
    "review_quorate": "yes",
    "review_participation": "PN6",
    "review_heard": WORDS,
    "review_decision": "continue",
    "plan_latest_category": "EMO",
    "review_reason": WORDS,
}
REVIEW_ENDS = {
    **{key: REVIEW[key] for key in REVIEW if key != "plan_latest_category"},
    "review_decision": "end",
    "plan_steps_down_to": "child-in-need-plan",
}
NEED_PLAN = {
    "need_plan_on": "2020-07-01",
    "need_plan_parents_agree": "yes",
    "need_plan_agreement": WORDS,
    "need_plan_changes": WORDS,
}
NEED_ENDED = {
    "need_plan_ended_on": "2020-09-15",
    "need_plan_ended_as": "early-help",
    "plan_lead_practitioner": "Canary: the lead",
    "need_plan_ended_because": WORDS,
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """A referral that a social worker holds, whose manager manages their team."""

    people: Mapping[str, UUID]
    referral: UUID
    child: UUID
    plan: UUID | None = None

    def record(self, who: str, step: str, on: UUID, answers: Mapping[str, Any], day: str) -> UUID:
        """Record a step at noon of a day; return the entry's id."""
        return casework.record(self.people[who], step, on, answers, at=noon(day))

    def open(self, pathway: str, *, who: str = MANAGER, day: str = "2020-12-31") -> UUID:
        """Return the open episode of a pathway about the child, as somebody sees it."""
        with casework.working(self.people[who], at=noon(day)):
            return Episode.objects.get(
                pathway=pathway, subject_person=self.child, closed_at__isnull=True
            ).pk

    def running(self, on: UUID, *, day: str, who: str = WORKER) -> dict[str, date | None]:
        """Return the clocks running on an episode, each with the day it is due."""
        with casework.working(self.people[who], at=noon(day)):
            runs = ClockRun.objects.filter(episode=on, stopped_at__isnull=True)
            return dict(runs.values_list("clock", "due_on"))

    def stopped(self, on: UUID, clock: str, *, who: str = WORKER) -> list[str]:
        """Return how each run of a clock that has stopped stands, in order."""
        with casework.working(self.people[who], at=noon("2020-12-31")):
            runs = ClockRun.objects.filter(episode=on, clock=clock, stopped_at__isnull=False)
            return list(runs.order_by("started_at").values_list("status", flat=True))


def noon(day: str) -> datetime:
    """Return noon in London of a day written "2020-03-05"."""
    return datetime.combine(date.fromisoformat(day), time(12), tzinfo=LONDON)


def referred(
    cursor: Any, people: Mapping[str, UUID], contact: UUID, *, at: datetime = casework.NOW
) -> Case:
    """Refer the child of a contact and give the case to the social worker of a team."""
    cursor.execute(
        "insert into gt_team (id, agency_id, key, name)"
        " select %s, agency_id, 'team', 'Team' from gt_account where id = %s"
        " on conflict do nothing",
        [uuid4(), people[WORKER]],
    )
    cursor.execute("select id from gt_team where key = 'team'")
    (team,) = cursor.fetchone()
    for who in (WORKER, MANAGER):
        cursor.execute("update gt_account set team_id = %s where id = %s", [team, people[who]])
    casework.screen(people, contact, at=at)
    casework.decide(people, contact, casework.REFER, at=at)
    with casework.working(people["manager"], at=at) as by:
        referral = Episode.objects.get(opened_from=contact, pathway="referral")
        contacts.hand_over(
            by=by,
            episode_id=referral.pk,
            to=people[WORKER],
            why=WORDS,
            version=referral.version,
            at=at,
        )
    return Case(people=people, referral=referral.pk, child=referral.subject_person_id)


def enquired(case: Case) -> UUID:
    """Begin an enquiry that asks for a conference; return the conference."""
    called = {"strategy_urgency": "soon", "strategy_because": WORDS}
    case.record(WORKER, "referral-strategy-discussion-called", case.referral, called, "2020-03-09")
    enquiry = case.open("section-47-enquiry")
    case.record(MANAGER, "strategy-discussion-held", enquiry, STRATEGY, "2020-03-10")
    case.record(WORKER, "enquiry-concluded", enquiry, ENQUIRED, "2020-03-18")
    case.record(
        MANAGER, "enquiry-authorised", enquiry, {"enquiry_agreed_because": WORDS}, "2020-03-19"
    )
    return case.open("initial-conference")


def planned(case: Case) -> UUID:
    """Hold a conference that makes a plan; return the plan."""
    conference = enquired(case)
    case.record(CHAIR, "conference-held", conference, CONFERENCE, "2020-03-26")
    return case.open("protection-plan")
