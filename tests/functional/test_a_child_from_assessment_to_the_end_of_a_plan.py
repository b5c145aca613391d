"""A social worker, a manager and a chair take a child from an assessment to the end of a plan."""

import pytest

from goldenthread.records.episode import Episode
from tests.functional import casework as forms
from tests.made import casework, protection

WORDS = "Mum and the school nurse agree on it, and Amir says that mornings are better."
BEGIN = {"assessment_start_on": "2020-01-08"}
SEEN = {**protection.SEEN, "assessment_seen_on": "2020-01-10"}
STRATEGY = {**protection.STRATEGY, "strategy_on": "2020-01-14"}
CONFERENCE = {**protection.CONFERENCE, "conference_on": "2020-01-30"}
GROUP = {**protection.CORE_GROUP, "core_group_on": "2020-02-11"}
VISIT = {**protection.VISIT, "visit_on": "2020-02-14"}
REVIEW = {**protection.REVIEW_ENDS, "review_on": "2020-03-03"}
NEED = {**protection.NEED_PLAN, "need_plan_on": "2020-03-04"}
ENDED = {**protection.NEED_ENDED, "need_plan_ended_on": "2020-03-04"}


@pytest.fixture
def case(site, people, loader_cursor):
    """A referral of January, given to Owen, whose manager is Steph."""
    by = {
        "screener": people["Imran"].account_id,
        "manager": people["Carol"].account_id,
        "social worker": people["Owen"].account_id,
        "team manager": people["Steph"].account_id,
    }
    at = protection.noon("2020-01-07")
    loader_cursor.execute("update gt_desk_seat set starts_at = '2019-01-01'")
    occasion = casework.send(people["Ruth"].account_id, "Amir", at=at)
    with casework.working(by["manager"], at=at):
        contact = Episode.objects.get(occasion_id=occasion).pk
    return protection.referred(loader_cursor, by, contact, at=at)


def to(visitor, title):
    """Open a case of Amir's from the list the visitor works from."""
    visitor.open("/my-team/")
    visitor.follow(title)


def test_from_an_assessment_to_early_help(case, visit):
    owen, steph, frances = visit("Owen"), visit("Steph"), visit("Frances")
    owen.heading("My children")
    owen.picture("journey-my-children")
    owen.open(f"/contacts/{case.referral}/")
    owen.picture("journey-referral")
    forms.record(owen, "referral-assessment-begun", BEGIN, picture="journey-begin")
    owen.open("/my-children/")
    owen.follow("being assessed")
    forms.record(owen, "assessment-child-seen", SEEN, picture="journey-seen")
    forms.record(owen, "assessment-written", protection.WRITTEN, picture="journey-assessment")
    owen.picture("journey-assessment-page")

    steph.heading("My team")
    to(steph, "Single assessment")
    steph.press("Authorise the assessment")
    forms.fill(steph, "assessment-authorised", {"assessment_outcome": "strategy-discussion"})
    steph.press("Record")
    steph.reads("There is a problem")
    steph.picture("journey-refused")
    done = {"assessment_authorised_because": WORDS}
    forms.fill(steph, "assessment-authorised", done)
    steph.press("Record")
    steph.reads("Assessment authorised: recorded.")

    owen.open(f"/contacts/{case.referral}/")
    called = {"strategy_urgency": "soon", "strategy_because": WORDS}
    forms.record(owen, "referral-strategy-discussion-called", called)
    to(steph, "Section 47 enquiry")
    forms.record(steph, "strategy-discussion-held", STRATEGY, picture="journey-strategy")
    owen.open("/my-children/")
    owen.follow("after the strategy discussion")
    forms.record(owen, "enquiry-concluded", protection.ENQUIRED)
    to(steph, "Section 47 enquiry")
    agreed = {"enquiry_agreed_because": WORDS, "enquiry_late_because": WORDS}
    forms.record(steph, "enquiry-authorised", agreed)

    frances.open("/my-team/")
    frances.picture("journey-chair")
    frances.follow("Initial child protection conference")
    saturday = {**CONFERENCE, "conference_on": "2020-02-01"}
    frances.press("Record the conference")
    forms.fill(frances, "conference-held", saturday)
    frances.press("Record")
    frances.reads("A conference is not held on a Saturday or a Sunday: check the day")
    forms.fill(frances, "conference-held", {"conference_on": "2020-01-30"})
    frances.picture("journey-conference")
    frances.press("Record")
    frances.reads("Conference held: recorded.")

    owen.open("/my-children/")
    owen.follow("on a protection plan")
    forms.record(owen, "core-group-held", GROUP)
    forms.record(owen, "protection-visit-made", VISIT)
    owen.picture("journey-plan")
    owen.page.set_viewport_size({"width": 390, "height": 844})
    owen.check()
    owen.picture("journey-plan-phone")
    owen.page.set_viewport_size({"width": 1280, "height": 900})

    to(frances, "Child protection plan")
    forms.record(frances, "review-conference-held", REVIEW, picture="journey-review")
    owen.open("/my-children/")
    owen.follow("waiting for a plan")
    forms.record(owen, "child-in-need-plan-agreed", NEED)
    to(steph, "Child in need plan")
    forms.record(steph, "child-in-need-plan-ended", ENDED)
    meera = visit("Meera")
    steph.open(f"/children/{case.child}/")
    steph.picture("journey-thread")
    for said in (
        "Plan ended",
        "Review conference held",
        "Child seen on a visit",
        "Conference held",
    ):
        steph.reads(said)
    assert meera.name == "Meera"
