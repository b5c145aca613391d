"""A child's way after the front door, through the actions, with the clocks read at each point."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from goldenthread.access.decision import Denied
from goldenthread.actions import contacts, groups
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.queries import episode as episodes
from goldenthread.queries import my_team, queue, thread, together
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, protection, visit
from tests.made.protection import CHAIR, GATEWAY, MANAGER, WORDS, WORKER

BEGIN = {"assessment_start_on": "2020-03-04"}
AUTHORISE = {
    "assessment_outcome": "child-in-need-plan",
    "assessment_authorised_because": WORDS,
}


@pytest.fixture
def case(sent, loader_cursor):
    """Amir's referral, held by the social worker."""
    return protection.referred(loader_cursor, sent.people, sent.amir)


def refused(case, who, step, on, answers, day):
    with pytest.raises(Refused) as refusal:
        case.record(who, step, on, answers, day)
    return [(problem.field, problem.message) for problem in refusal.value.problems]


def assessing(case):
    case.record(WORKER, "referral-assessment-begun", case.referral, BEGIN, "2020-03-04")
    return case.open("assessment")


def written(case):
    assessment = assessing(case)
    case.record(WORKER, "assessment-child-seen", assessment, protection.SEEN, "2020-03-05")
    case.record(WORKER, "assessment-written", assessment, protection.WRITTEN, "2020-04-20")
    return assessment


def test_a_first_assessment_is_counted_from_the_referral(case):
    assessment = assessing(case)

    # Referred on Tuesday 3 March 2020, begun the day after.
    assert case.running(assessment, day="2020-03-04") == {
        "assessment-from-referral": date(2020, 5, 7),
        "assessment-from-start": date(2020, 5, 11),
        "assessment-checkpoint": date(2020, 3, 17),
    }
    with casework.working(case.people[WORKER], at=protection.noon("2020-03-04")):
        found = Episode.objects.get(pk=assessment)
        assert found.claimed_by_id == case.people[WORKER]
        assert (found.began_on, found.due_clock) == (date(2020, 3, 4), "assessment-checkpoint")


def test_a_reassessment_is_counted_from_its_own_start(case):
    assessment = written(case)
    done = {**AUTHORISE, "assessment_outcome": "no-further-action"}
    case.record(MANAGER, "assessment-authorised", assessment, done, "2020-04-21")
    again = {"assessment_start_on": "2020-06-01", "reassessment_because": WORDS}

    case.record(WORKER, "referral-reassessment-begun", case.referral, again, "2020-06-02")

    running = case.running(case.open("assessment"), day="2020-06-02")
    assert running == {
        "reassessment": date(2020, 8, 3),
        "assessment-from-start": date(2020, 8, 3),
    }


def test_two_assessments_of_one_child_never_share_a_day(case):
    assessing(case)
    again = {"assessment_start_on": "2020-03-10", "reassessment_because": WORDS}

    ((field, says),) = refused(
        case, WORKER, "referral-reassessment-begun", case.referral, again, "2020-03-10"
    )

    assert field == "assessment_start_on"
    assert says == (
        "This child has another single assessment on that day, and may have only one at a time: "
        "end that one on or before this day, or give a later day"
    )


def test_no_assessment_begins_before_its_referral(case):
    early = {"assessment_start_on": "2020-03-02"}

    ((field, says),) = refused(
        case, WORKER, "referral-assessment-begun", case.referral, early, "2020-03-04"
    )

    assert (field, "day of the referral or later" in says) == ("assessment_start_on", True)


def test_what_is_written_is_authorised_by_another_and_leads_to_a_plan(case):
    assessment = written(case)
    with pytest.raises(Denied):
        case.record(WORKER, "assessment-authorised", assessment, AUTHORISE, "2020-04-21")

    case.record(MANAGER, "assessment-authorised", assessment, AUTHORISE, "2020-04-21")

    plan = case.open("child-in-need-plan")
    assert case.running(plan, day="2020-04-21") == {"need-plan-agreed": date(2020, 5, 5)}
    assert case.stopped(assessment, "assessment-from-referral") == ["met"]


def test_what_is_late_is_recorded_with_why_and_not_without(case):
    assessment = written(case)

    (problem,) = refused(
        case, MANAGER, "assessment-authorised", assessment, AUTHORISE, "2020-05-08"
    )
    assert problem == (
        "assessment_late_because",
        "Say why this is late: it was due on 7 May 2020",
    )

    late = {**AUTHORISE, "assessment_late_because": "The worker was ill."}
    case.record(MANAGER, "assessment-authorised", assessment, late, "2020-05-08")
    assert case.stopped(assessment, "assessment-from-referral") == ["breached"]
    assert case.stopped(assessment, "assessment-from-start") == ["met"]


def test_a_child_not_seen_is_said_why_before_it_is_written(case):
    assessment = assessing(case)

    ((_, says),) = refused(
        case, WORKER, "assessment-written", assessment, protection.WRITTEN, "2020-04-20"
    )

    assert says == "Record first whether the child was seen, and if not, why"


def test_from_a_strategy_discussion_to_a_conference(case):
    conference = protection.enquired(case)

    assert case.running(conference, day="2020-03-19", who=CHAIR) == {
        "conference-in-time": date(2020, 3, 31)
    }


def test_a_strategy_discussion_without_police_or_health_is_recorded_with_why(case):
    called = {"strategy_urgency": "today", "strategy_because": WORDS}
    case.record(WORKER, "referral-strategy-discussion-called", case.referral, called, "2020-03-09")
    enquiry = case.open("section-47-enquiry")
    assert case.running(enquiry, day="2020-03-09") == {
        "strategy-discussion-today": date(2020, 3, 9)
    }
    alone = {**protection.STRATEGY, "strategy_took_part": ["social-care", "police"]}

    fields = refused(case, MANAGER, "strategy-discussion-held", enquiry, alone, "2020-03-10")
    assert {field for field, _ in fields} == {
        "strategy_incomplete_because",
        "strategy_follow_up_on",
    }

    why = {"strategy_incomplete_because": WORDS, "strategy_follow_up_on": "2020-03-12"}
    case.record(MANAGER, "strategy-discussion-held", enquiry, {**alone, **why}, "2020-03-10")
    assert case.running(enquiry, day="2020-03-10") == {"enquiry-in-time": date(2020, 3, 31)}


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2020-03-28", "A conference is not held on a Saturday or a Sunday"),
        ("2020-03-09", "The conference cannot come before the strategy discussion"),
        ("2020-03-02", "The conference cannot come before the referral"),
        ("2020-04-01", "not later than today"),
    ],
)
def test_a_conference_on_an_impossible_day_is_refused(case, day, says):
    conference = protection.enquired(case)
    held = {**protection.CONFERENCE, "conference_on": day}

    found = refused(case, CHAIR, "conference-held", conference, held, "2020-03-30")

    assert {field for field, _ in found} == {"conference_on"}
    assert says in " ".join(message for _, message in found)


def test_a_plan_begins_on_the_day_of_its_conference_with_its_clocks(case):
    plan = protection.planned(case)

    assert case.running(plan, day="2020-03-26") == {
        "first-core-group": date(2020, 4, 9),
        "first-review-conference": date(2020, 6, 26),
        "protection-visit": date(2020, 4, 27),
    }
    with casework.working(case.people[WORKER], at=protection.noon("2020-03-26")):
        found = Episode.objects.get(pk=plan)
        assert (found.began_on, found.claimed_by_id) == (
            date(2020, 3, 26),
            case.people[WORKER],
        )


def test_core_groups_visits_and_reviews_move_the_clocks_of_a_plan(case):
    plan = protection.planned(case)

    case.record(WORKER, "core-group-held", plan, protection.CORE_GROUP, "2020-04-08")
    case.record(WORKER, "protection-visit-made", plan, protection.VISIT, "2020-04-03")
    missed = {"visit_attempted_on": "2020-04-16", "visit_failed_because": WORDS}
    case.record(WORKER, "protection-visit-attempted", plan, missed, "2020-04-16")

    assert case.running(plan, day="2020-04-16") == {
        "first-review-conference": date(2020, 6, 26),
        "later-core-group": date(2020, 5, 19),
        # Nobody saw the child on the 16th: it is counted from the 2nd still.
        "protection-visit": date(2020, 5, 4),
    }
    case.record(CHAIR, "review-conference-held", plan, protection.REVIEW, "2020-06-24")
    assert case.running(plan, day="2020-06-24")["later-review-conference"] == date(2020, 12, 24)
    assert case.stopped(plan, "first-review-conference") == ["met"]


def test_a_review_ends_the_plan_and_a_child_in_need_plan_takes_over(case):
    plan = protection.planned(case)

    case.record(CHAIR, "review-conference-held", plan, protection.REVIEW_ENDS, "2020-06-24")

    need = case.open("child-in-need-plan")
    case.record(WORKER, "child-in-need-plan-agreed", need, protection.NEED_PLAN, "2020-07-02")
    assert case.running(need, day="2020-07-02") == {
        "need-plan-review": date(2020, 9, 24),
        "need-plan-visit": date(2020, 8, 12),
    }
    with casework.working(case.people[WORKER], at=protection.noon("2020-07-02")):
        ended = Episode.objects.get(pk=plan)
        assert (ended.state, ended.ended_on) == ("Plan ended at a review", date(2020, 6, 24))


def test_a_conference_that_makes_a_plan_ends_the_child_in_need_plan(case):
    assessment = written_early(case)
    case.record(MANAGER, "assessment-authorised", assessment, AUTHORISE, "2020-03-07")
    need = case.open("child-in-need-plan")

    protection.planned(case)

    with casework.working(case.people[WORKER], at=protection.noon("2020-03-26")):
        found = Episode.objects.get(pk=need)
        assert (found.state, found.ended_on) == (
            "Taken over by a protection plan",
            date(2020, 3, 26),
        )


def written_early(case):
    assessment = assessing(case)
    case.record(WORKER, "assessment-child-seen", assessment, protection.SEEN, "2020-03-05")
    case.record(WORKER, "assessment-written", assessment, protection.WRITTEN, "2020-03-06")
    return assessment


def test_no_child_in_need_plan_beside_a_protection_plan(case):
    assessment = written_early(case)
    protection.planned(case)

    ((_, says),) = refused(
        case, MANAGER, "assessment-authorised", assessment, AUTHORISE, "2020-04-01"
    )

    assert "may have only one at a time" in says


def test_a_case_is_not_closed_over_what_is_still_open(case):
    protection.planned(case)

    ((_, says),) = refused(
        case, MANAGER, "referral-closed", case.referral, casework.CLOSED, "2020-04-01"
    )

    assert says == "Finish this first, it is still open for this child: child protection plan"


def test_agreement_withdrawn_is_for_a_manager_to_decide_on(case):
    assessment = written(case)
    case.record(MANAGER, "assessment-authorised", assessment, AUTHORISE, "2020-04-21")
    plan = case.open("child-in-need-plan")
    agreed = {**protection.NEED_PLAN, "need_plan_on": "2020-04-24"}
    case.record(WORKER, "child-in-need-plan-agreed", plan, agreed, "2020-04-24")
    gone = {"agreement_withdrawn_because": WORDS, "agreement_withdrawn_means": WORDS}
    case.record(WORKER, "agreement-withdrawn", plan, gone, "2020-05-06")

    assert case.running(plan, day="2020-05-06")["withdrawal-decision"] == date(2020, 5, 11)
    ended = {**protection.NEED_ENDED, "need_plan_ended_on": "2020-05-07"}
    ((field, says),) = refused(case, MANAGER, "child-in-need-plan-ended", plan, ended, "2020-05-07")
    assert (field, says.startswith("Decide first")) == ("need_plan_ended_as", True)


def test_stepped_down_to_early_help_and_stepped_up_again(case, sent):
    plan = protection.planned(case)
    case.record(CHAIR, "review-conference-held", plan, protection.REVIEW_ENDS, "2020-06-24")
    need = case.open("child-in-need-plan")
    case.record(WORKER, "child-in-need-plan-agreed", need, protection.NEED_PLAN, "2020-07-02")
    case.record(MANAGER, "child-in-need-plan-ended", need, protection.NEED_ENDED, "2020-09-15")
    help_ = case.open("early-help", who=GATEWAY)
    agreed = {"early_help_agreed": "yes", "early_help_family_said": WORDS}

    case.record(GATEWAY, "early-help-agreement", help_, agreed, "2020-09-16")

    assert case.running(help_, day="2020-09-16", who=GATEWAY) == {
        "early-help-assessed": date(2020, 10, 14)
    }
    up = {"worried_about": "Canary: it is worse again", "stepped_up_told": WORDS}
    case.record(GATEWAY, "early-help-stepped-up", help_, up, "2020-10-01")
    with casework.working(sent.people["screener"], at=protection.noon("2020-10-01")):
        contact = Episode.objects.get(opened_from=help_)
        assert (contact.pathway, contact.state) == ("contact", "Waiting to be screened")


def test_the_thread_shows_all_of_it_in_order(case):
    plan = protection.planned(case)
    case.record(WORKER, "protection-visit-made", plan, protection.VISIT, "2020-04-03")

    with casework.working(case.people[WORKER], at=protection.noon("2020-04-03")) as viewer:
        found = thread.of(viewer=viewer, person_id=case.child, now=protection.noon("2020-04-03"))

    titles = [entry.title for entry in found.entries]
    for title in ("Child seen on a visit", "Conference held", "Strategy discussion held"):
        assert title in titles


def test_a_manager_sees_what_the_team_holds_and_who_holds_up_what_is_late(case):
    plan = protection.planned(case)

    now = protection.noon("2020-04-14")
    with casework.working(case.people[MANAGER], at=now) as viewer:
        found = my_team.mine(viewer=viewer, now=now, when="late")

    (row,) = found.rows
    assert (row.episode_id, row.due_for) == (
        plan,
        "First core group within 10 working days of the conference",
    )
    (holder,) = found.holders
    assert (holder.account_id, holder.open, holder.late) == (case.people[WORKER], 2, 1)


def test_nothing_is_recorded_twice_over_by_two_who_read_the_same_page(case):
    assessment = written(case)
    case.record(MANAGER, "assessment-authorised", assessment, AUTHORISE, "2020-04-21")

    with pytest.raises(Conflict):
        case.record(MANAGER, "assessment-authorised", assessment, AUTHORISE, "2020-04-21")


def test_one_conference_of_two_brothers_leaves_each_a_record_of_his_own(case, sent, loader_cursor):
    brother = protection.referred(loader_cursor, sent.people, sent.zain)
    conferences = [protection.enquired(case), protection.enquired(brother)]

    now = protection.noon("2020-03-26")
    with casework.working(case.people[CHAIR], at=now) as viewer:
        found = together.of(
            viewer=viewer, occasion_id=sent.occasion_id, step="conference-held", now=now
        )
        assert {page.episode_id for page in found.children} == set(conferences)
        no_plan = {
            key: said
            for key, said in protection.CONFERENCE.items()
            if key not in ("plan_category", "previous_plans", "plan_outline")
        }
        differ = {
            conferences[0]: protection.CONFERENCE,
            conferences[1]: {**no_plan, "threshold_met": "no"},
        }
        groups.record(
            by=viewer,
            step="conference-held",
            each=[
                groups.ForOne(
                    episode_id=page.episode_id,
                    version=page.version,
                    answers=differ[page.episode_id],
                )
                for page in found.children
            ],
            at=now,
        )

    assert case.open("protection-plan")
    with pytest.raises(Episode.DoesNotExist):
        brother.open("protection-plan")


def test_a_conference_refused_for_one_brother_is_recorded_for_neither(case, sent, loader_cursor):
    brother = protection.referred(loader_cursor, sent.people, sent.zain)
    conferences = [protection.enquired(case), protection.enquired(brother)]
    now = protection.noon("2020-03-30")
    days = {conferences[0]: "2020-03-27", conferences[1]: "2020-03-28"}

    with casework.working(case.people[CHAIR], at=now) as viewer, pytest.raises(Refused):
        groups.record(
            by=viewer,
            step="conference-held",
            each=[
                groups.ForOne(
                    episode_id=each,
                    version=Episode.objects.get(pk=each).version,
                    answers={**protection.CONFERENCE, "conference_on": days[each]},
                )
                for each in conferences
            ],
            at=now,
        )

    assert case.open("initial-conference") == conferences[0]


def test_a_manager_gives_an_assessment_to_another_worker_and_says_why(case, loader_cursor):
    assessment = assessing(case)
    other = uuid4()
    loader_cursor.execute(
        "insert into gt_account (id, email, full_name, job_title, role, agency_id, team_id,"
        " is_service, is_active, password) select %s, 'other@example.invalid', 'Other',"
        " '', role, agency_id, team_id, false, true, '!' from gt_account where id = %s",
        [other, case.people[WORKER]],
    )
    at = protection.noon("2020-03-05")
    with casework.working(case.people[MANAGER], at=at) as by:
        version = Episode.objects.get(pk=assessment).version
        contacts.hand_over(
            by=by, episode_id=assessment, to=other, why="She knows him.", version=version, at=at
        )

    with casework.working(case.people[MANAGER], at=at):
        given = Entry.objects.get(episode=assessment, step="assessment-given")
        assert given.answers == {"case_given_because": "She knows him."}
        assert Episode.objects.get(pk=assessment).claimed_by_id == other


def test_from_a_contact_to_early_help_and_back_to_the_front_door(sent):
    people = sent.people
    casework.screen(people, sent.amir, purpose="early-help-request", front_door_level="2")
    helped = {"outcome": "early-help", "rationale": WORDS}
    casework.decide(people, sent.amir, helped)
    casework.record(
        people[GATEWAY], "early-help-accepted", sent.amir, {"early_help_because": WORDS}
    )
    with casework.working(people[GATEWAY]):
        help_ = Episode.objects.get(opened_from=sent.amir)
        assert (help_.pathway, help_.one_of) == ("early-help", "plan")
    agreed = {"early_help_agreed": "yes", "early_help_family_said": WORDS}
    casework.record(people[GATEWAY], "early-help-agreement", help_.pk, agreed)
    assessed = {
        "early_help_assessed_on": "2020-03-03",
        "early_help_child_said": WORDS,
        "early_help_working_well": WORDS,
        "early_help_worries": WORDS,
        "early_help_wanted": WORDS,
    }
    casework.record(people[GATEWAY], "early-help-assessed", help_.pk, assessed)
    met = {
        "team_met_on": "2020-03-03",
        "team_family_came": "yes",
        "team_still_agreed": "yes",
        "team_progress": WORDS,
        "team_next": WORDS,
    }
    with pytest.raises(Refused, match="Name the lead practitioner first"):
        casework.record(people[GATEWAY], "team-around-the-family-held", help_.pk, met)
    lead = {"early_help_lead_agency": "school", "early_help_lead": "Canary: the lead"}
    casework.record(people[GATEWAY], "early-help-lead-named", help_.pk, lead)
    casework.record(people[GATEWAY], "team-around-the-family-held", help_.pk, met)
    up = {"worried_about": "Canary: it is worse", "stepped_up_told": WORDS}
    casework.record(people[GATEWAY], "early-help-stepped-up", help_.pk, up)

    later = casework.NOW + timedelta(hours=1)
    with casework.working(people["screener"], at=later) as viewer:
        contact = Episode.objects.get(opened_from=help_.pk).pk
        waiting = queue.waiting(viewer=viewer, now=later)
        assert contact in {row.episode_id for row in waiting.rows}
        page = episodes.one(viewer=viewer, episode_id=contact, now=later)
        said = {each.answer for entry in page.entries for each in entry.said}
        assert "Canary: it is worse" in said
    shown = visit.signed_in(people["screener"]).get(f"/contacts/{contact}/")
    assert (shown.status_code, "Canary: it is worse" in shown.content.decode()) == (200, True)
