"""Meetings: called, answered, written for, held or short of a quorum, decided, minuted and closed.

DOMAIN A.3 E4, R9.1, R10.5 and R10.6, R40.1; SECURITY 2.2: who is asked sees the meeting from the
invitation until 14 days after the minutes, and of a child only what it holds of that child.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from goldenthread.access.decision import Denied
from goldenthread.actions import (
    held_meetings,
    invitations,
    meeting_decisions,
    meetings,
    restricting,
)
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.held_meetings import Came
from goldenthread.content import catalogue
from goldenthread.content.protection.meetings.core_group import core_group
from goldenthread.language.attendance import Attendance
from goldenthread.language.meeting_kind import Fills, Invites, MeetingKind, Records
from goldenthread.language.quorum import present
from goldenthread.records.agency_report import AgencyReport
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.meeting_decision import MeetingDecision
from goldenthread.records.minutes import Minutes
from goldenthread.records.person import Person
from tests.made import casework
from tests.made.casework import NOW
from tests.made.met import AFTER, HELD, ask, call, child_of, children_of, conference, hold, seen
from tests.spec.protection.meetings.test_agency_report import WRITTEN

pytestmark = pytest.mark.postgresql

PLAN = {
    "conference_participation": "PN4",
    "conference_parents": "yes",
    "conference_heard": "Canary: what was heard",
    "threshold_met": "yes",
    "plan_category": "NEG",
    "previous_plans": 0,
    "plan_outline": "Canary: what must change",
}
AGREED = {
    "core_group_family": "yes",
    "core_group_progress": "Canary: progress",
    "core_group_next": "Canary: publish the report",
}
CAME = Came(how=Attendance.CAME)
ABSENT = Came(how=Attendance.DID_NOT_COME)


def test_who_is_asked_sees_the_meeting_and_nothing_else_of_the_child(case, bare):
    meeting, _ = conference(case, bare)

    for who in ("health visitor", "protection officer", "chair"):
        assert seen(case, who, Meeting) == 1, who
        assert seen(case, who, MeetingChild) == 1, who
    assert seen(case, "health visitor", Person) == 0
    assert seen(case, "health visitor", Entry) == 0
    # Whoever chairs a conference reads the whole story before it.
    assert seen(case, "chair", Person) == 1 and seen(case, "chair", Episode) > 0
    for nobody in ("named nurse", "other lead", "analyst", "practice lead"):
        assert seen(case, nobody, Meeting) == 0, nobody
    assert children_of(case, meeting, "health visitor")["Amir"].family_name == "Akhtar"


def test_asked_about_one_child_one_sees_nothing_of_the_other(case, bare):
    meeting = call(case, bare, case.amir, case.zain)
    both = children_of(case, meeting)
    ask(case, meeting, "health visitor", children=[both["Amir"].pk])
    ask(case, meeting, "practice lead")

    assert set(children_of(case, meeting, "health visitor")) == {"Amir"}
    assert set(children_of(case, meeting, "practice lead")) == {"Amir", "Zain"}
    # Asked about the other as well, they see both, by the one invitation.
    again = ask(case, meeting, "health visitor", children=[both["Zain"].pk])
    assert len(again.children) == 2
    assert set(children_of(case, meeting, "health visitor")) == {"Amir", "Zain"}


def test_a_report_is_for_those_asked_about_that_child_and_on_time_by_its_day(case, bare):
    meeting = call(case, bare, case.amir, case.zain)
    both = children_of(case, meeting)
    nurse = ask(case, meeting, "health visitor")
    ask(case, meeting, "lead", children=[both["Zain"].pk])

    for at, child in ((NOW, "Amir"), (NOW + timedelta(days=1), "Zain")):
        with casework.working(case.people["health visitor"], at=at) as by:
            invitations.report(
                by=by, invitation_id=nurse.pk, child_id=both[child].pk, answers=WRITTEN, at=at
            )
    assert seen(case, "chair", AgencyReport) == 2
    assert seen(case, "lead", AgencyReport) == 1
    # Reported once there is one of each child; two working days before a Tuesday is a Friday.
    row = bare.one("select reported_at, report_due_on from gt_invitation where id = %s", nurse.pk)
    assert row["reported_at"] == NOW + timedelta(days=1)
    assert row["report_due_on"] == date(2020, 3, 6)


def test_a_report_must_be_whole_and_is_ones_own(case, bare):
    meeting, asked = conference(case, bare)
    amir = children_of(case, meeting)["Amir"].pk
    with casework.working(case.people["health visitor"]) as by, pytest.raises(Refused) as refused:
        invitations.report(
            by=by, invitation_id=asked["health visitor"].pk, child_id=amir, answers={}, at=NOW
        )
    assert {each.field for each in refused.value.problems} >= {"worrying", "needs_plan"}
    with casework.working(case.people["protection officer"]) as by, pytest.raises(Denied):
        invitations.report(
            by=by, invitation_id=asked["health visitor"].pk, child_id=amir, answers=WRITTEN, at=NOW
        )


def test_held_with_its_quorum_each_child_has_a_decision_of_their_own(case, bare):
    meeting, asked = conference(case, bare, about=(case.amir, case.zain))
    both = children_of(case, meeting)
    hold(case, meeting, {each.pk: CAME for each in asked.values()})
    nurse = asked["health visitor"].pk
    with casework.working(case.people["chair"], at=AFTER) as by:
        meeting_decisions.decide(
            by=by,
            meeting_id=meeting.pk,
            children=[both["Amir"].pk],
            answers=PLAN,
            dissents={nurse: "Canary: not enough was known"},
            at=AFTER,
        )
        with pytest.raises(Conflict):
            meeting_decisions.decide(
                by=by, meeting_id=meeting.pk, children=[both["Amir"].pk], answers=PLAN, at=AFTER
            )
        with pytest.raises(Refused):
            meeting_decisions.decide(
                by=by,
                meeting_id=meeting.pk,
                children=[both["Zain"].pk],
                answers={"threshold_met": "yes"},
                at=AFTER,
            )
    assert bare.one("select state from gt_meeting")["state"] == "held"
    dissent = bare.one("select scope, words from gt_dissent")
    assert dissent["scope"] == both["Amir"].pk and "not enough" in dissent["words"]
    assert bare.one("select count(*) as n from gt_meeting_decision")["n"] == 1


def test_short_of_its_quorum_it_is_incomplete_with_why_and_when_and_decides_all_the_same(
    case, bare
):
    meeting, asked = conference(case, bare)
    came = {each.pk: ABSENT for each in asked.values()} | {asked["social worker"].pk: CAME}

    with pytest.raises(Refused) as refused:
        hold(case, meeting, came)
    assert [each.field for each in refused.value.problems] == ["why", "taken_up_on"]
    assert "2 more agencies" in refused.value.problems[0].message
    with pytest.raises(Refused):
        hold(case, meeting, came, why="Snow", taken_up_on=HELD.date() - timedelta(days=1))

    hold(case, meeting, came, why="Snow", taken_up_on=HELD.date() + timedelta(days=2))
    row = bare.one("select state, why, taken_up_on from gt_meeting")
    assert (row["state"], row["why"]) == ("incomplete", "Snow")
    amir = children_of(case, meeting)["Amir"].pk
    with casework.working(case.people["chair"], at=AFTER) as by:
        meeting_decisions.decide(
            by=by, meeting_id=meeting.pk, children=[amir], answers=PLAN, at=AFTER
        )


def test_a_deputy_is_there_and_a_report_alone_is_not(case, bare):
    meeting, asked = conference(case, bare)
    came = {
        asked["social worker"].pk: CAME,
        asked["health visitor"].pk: Came(how=Attendance.DEPUTY, who="A. Colleague"),
        asked["protection officer"].pk: Came(how=Attendance.REPORT_ONLY),
        asked["lead"].pk: Came(how=Attendance.APOLOGY),
    }
    with pytest.raises(Refused) as refused:
        hold(case, meeting, came)
    assert "1 more agency" in refused.value.problems[0].message
    hold(case, meeting, came | {asked["lead"].pk: Came(how=Attendance.DEPUTY, who="B. Head")})
    assert bare.one("select state from gt_meeting")["state"] == "held"


def test_late_recording_is_not_refused_and_the_future_is(case, bare):
    meeting = call(case, bare, planned_at=NOW - timedelta(days=40))
    asked = [ask(case, meeting, who) for who in ("social worker", "health visitor", "lead")]
    came = {each.pk: CAME for each in asked}
    with pytest.raises(Refused):
        hold(case, meeting, came, held_at=AFTER + timedelta(minutes=1))
    hold(case, meeting, came, held_at=NOW - timedelta(days=40))
    assert bare.one("select state from gt_meeting")["state"] == "held"


def test_everybody_asked_must_be_accounted_for(case, bare):
    meeting, asked = conference(case, bare)
    some = {asked["social worker"].pk: CAME}
    with pytest.raises(Refused) as refused:
        hold(case, meeting, some, why="X", taken_up_on=HELD.date())
    assert len(refused.value.problems) == 3
    with pytest.raises(Refused):
        hold(case, meeting, {each.pk: CAME for each in asked.values()} | {uuid4(): CAME})


def test_only_who_leads_it_records_it(case, bare):
    meeting, asked = conference(case, bare)
    came = {each.pk: CAME for each in asked.values()}
    with pytest.raises(Denied) as denied:
        hold(case, meeting, came, who="health visitor")
    assert denied.value.reason == "does-not-lead-it"
    with pytest.raises(Denied) as denied:
        hold(case, meeting, came, who="named nurse")
    assert denied.value.hidden


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"about": []}, "about"),
        ({"chair": "health visitor"}, "chair"),
        ({"planned_at": NOW + timedelta(days=4)}, "planned"),
    ],
)
def test_what_is_impossible_is_refused_beside_its_field(case, bare, more, field):
    with pytest.raises(Refused) as refused:
        call(case, bare, **more)
    assert [each.field for each in refused.value.problems] == [field]
    assert bare.one("select count(*) as n from gt_meeting")["n"] == 0
    given = bare.one("select count(*) as n from gt_grant where starts_with(source, 'meeting:')")
    assert given["n"] == 0


def test_who_may_not_call_it_or_does_not_see_the_child_is_denied(case, bare):
    for who in ("chair", "health visitor", "front desk"):
        if who in case.people:
            with pytest.raises(Denied):
                call(case, bare, who=who)
    with pytest.raises(Denied) as denied:
        call(case, bare, who="team manager")
    assert denied.value.hidden


def test_sent_twice_it_is_called_once(case, bare):
    same = uuid4()
    first = call(case, bare, meeting_id=same)
    assert call(case, bare, meeting_id=same).pk == first.pk
    assert bare.one("select count(*) as n from gt_meeting_child")["n"] == 1


def test_the_minutes_close_it_14_days_later_and_who_was_not_asked_about_a_child_reads_no_word(
    case, bare
):
    meeting, asked = conference(case, bare, about=(case.amir, case.zain))
    both = children_of(case, meeting)
    gp = ask(case, meeting, "practice lead", children=[both["Zain"].pk])
    hold(case, meeting, {each.pk: CAME for each in (*asked.values(), gp)})
    with casework.working(case.people["chair"], at=AFTER) as by:
        with pytest.raises(Refused):
            held_meetings.circulate(by=by, meeting_id=meeting.pk, at=AFTER)
        held_meetings.minute(by=by, meeting_id=meeting.pk, words="Canary: of both", at=AFTER)
        amir = both["Amir"].pk
        held_meetings.minute(
            by=by, meeting_id=meeting.pk, words="Canary: of Amir", child=amir, at=AFTER
        )
        held_meetings.circulate(by=by, meeting_id=meeting.pk, at=AFTER)
        with pytest.raises(Conflict):
            held_meetings.minute(by=by, meeting_id=meeting.pk, words="More", at=AFTER)

    assert seen(case, "health visitor", Minutes) == 2
    assert seen(case, "practice lead", Minutes) == 1
    last = AFTER + timedelta(days=14)
    assert seen(case, "health visitor", Meeting, at=last) == 1
    for who in ("health visitor", "chair", "practice lead"):
        assert seen(case, who, Meeting, at=last + timedelta(days=1)) == 0, who
        assert seen(case, who, Minutes, at=last + timedelta(days=1)) == 0, who


def test_called_off_it_is_closed_at_once_and_says_why(case, bare):
    meeting, _ = conference(case, bare)
    with casework.working(case.people["social worker"]) as by:
        with pytest.raises(Refused):
            meetings.cancel(by=by, meeting_id=meeting.pk, why=" ", at=NOW)
        meetings.cancel(by=by, meeting_id=meeting.pk, why="The family moved", at=NOW)

    assert seen(case, "health visitor", Meeting) == 0
    assert bare.one("select state, why from gt_meeting")["why"] == "The family moved"


def test_adjourned_it_is_still_to_be_held(case, bare):
    meeting, asked = conference(case, bare)
    with casework.working(case.people["chair"]) as by:
        with pytest.raises(Refused):
            meetings.adjourn(
                by=by, meeting_id=meeting.pk, why="No interpreter", taken_up_on=None, at=NOW
            )
        meetings.adjourn(
            by=by, meeting_id=meeting.pk, why="No interpreter", taken_up_on=HELD.date(), at=NOW
        )
    assert seen(case, "health visitor", Meeting) == 1
    hold(case, meeting, {each.pk: CAME for each in asked.values()})
    assert bare.one("select state from gt_meeting")["state"] == "held"


def test_not_to_come_needs_a_reason_and_may_be_thought_better_of(case, bare):
    _, asked = conference(case, bare)
    nurse = asked["health visitor"].pk
    with casework.working(case.people["health visitor"]) as by:
        with pytest.raises(Refused):
            invitations.answer(by=by, invitation_id=nurse, accepted=False, at=NOW)
        invitations.answer(by=by, invitation_id=nurse, accepted=False, why="On leave", at=NOW)
        invitations.answer(by=by, invitation_id=nurse, accepted=True, at=NOW)
    row = bare.one("select response, response_why from gt_invitation where id = %s", nurse)
    assert (row["response"], row["response_why"]) == ("accepted", "")
    with casework.working(case.people["lead"]) as by, pytest.raises(Denied):
        invitations.answer(by=by, invitation_id=nurse, accepted=True, at=NOW)


def test_an_agency_without_an_account_and_the_family_are_asked_by_name(case, bare):
    meeting = call(case, bare)
    housing = bare.one("select id from gt_agency where key = 'housing'")["id"]
    with casework.working(case.people["social worker"]) as by:
        invitations.invite(by=by, meeting_id=meeting.pk, agency=housing, who="Duty officer", at=NOW)
        invitations.invite(by=by, meeting_id=meeting.pk, who="Amir's mother", at=NOW)
        with pytest.raises(Refused):
            invitations.invite(by=by, meeting_id=meeting.pk, at=NOW)
        with pytest.raises(Refused):
            invitations.invite(by=by, meeting_id=meeting.pk, account=case.people["analyst"], at=NOW)
    kinds = bare.rows("select agency_kind, report_due_on from gt_invitation order by agency_kind")
    assert [each["agency_kind"] for each in kinds] == ["", "housing"]
    assert kinds[0]["report_due_on"] is None and kinds[1]["report_due_on"] == date(2020, 3, 6)


def test_asked_too_late_it_is_kept_that_they_were(case, bare):
    meeting = call(case, bare)
    early = ask(case, meeting, "health visitor")
    late = ask(case, meeting, "lead", at=HELD - timedelta(days=1))
    assert (early.in_time, late.in_time) == (True, False)


def test_each_act_is_on_the_trail_with_its_child(case, bare):
    meeting, asked = conference(case, bare)
    hold(case, meeting, {each.pk: CAME for each in asked.values()})
    found = bare.rows(
        "select verb, reason, cardinality(person_ids) as people from gt_trail"
        " where %s = any(object_ids) order by at, id",
        meeting.pk,
    )
    acts = [(row["verb"], row["reason"], row["people"]) for row in found]
    assert ("meeting.call", "", 1) in acts
    assert acts.count(("meeting.hold", "invited", 1)) == 4
    assert acts[-1] == ("meeting.hold", "held", 0)


DECIDING = catalogue.step("referral-decided")
RECORDING = replace(
    core_group,
    key="made-for-a-test",
    title="Planning panel",
    called_by=("front-door-manager",),
    chaired_by=("front-door-manager",),
    invites=(Invites(kinds=("council",), brings="X"), Invites(kinds=("health",), brings="Y")),
    quorum=present("council") & present("health"),
    decides=DECIDING.asks,
    fills=Fills(),
    records=(Records(pathway="referral", step=DECIDING.key),),
)
BOARD = replace(
    core_group,
    key="made-board",
    title="Board",
    subject="partnership",
    records=(),
    called_by=("business-unit-administrator",),
    chaired_by=("independent-scrutineer", "business-unit-administrator"),
    invites=(
        Invites(kinds=("council",), brings="A partner"),
        Invites(kinds=("police",), brings="A partner"),
        Invites(kinds=("health",), brings="A partner"),
    ),
    quorum=present("council") & present("police") & present("health"),
)


@pytest.fixture
def declared(monkeypatch):
    """Two kinds nobody wrote code for: one that records a step of a pathway, one about no child."""
    kinds = catalogue.declared(MeetingKind)
    monkeypatch.setitem(kinds, RECORDING.key, RECORDING)
    monkeypatch.setitem(kinds, BOARD.key, BOARD)


@pytest.fixture
def referred(sent):
    """Amir's referral, still at the front door."""
    casework.claim(sent.people["screener"], sent.amir)
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    return sent


def panel(sent, bare, *, outcome: str) -> MeetingChild:
    """Hold the panel about Amir and decide; return what it holds of him."""
    meeting = call(sent, bare, kind=RECORDING.key, who="manager", chair="manager")
    with casework.working(sent.people["manager"]) as by:
        asked = [
            invitations.invite(by=by, meeting_id=meeting.pk, account=sent.people[who], at=NOW)
            for who in ("second manager", "named nurse")
        ]
    hold(sent, meeting, {each.pk: CAME for each in asked}, who="manager")
    amir = children_of(sent, meeting, "manager")["Amir"].pk
    with casework.working(sent.people["manager"], at=AFTER) as by:
        meeting_decisions.decide(
            by=by,
            meeting_id=meeting.pk,
            children=[amir],
            answers={"referral_outcome": outcome, "referral_reason": "Canary: it is needed"},
            at=AFTER,
        )
        return MeetingChild.objects.select_related("entry").get(pk=amir)


def test_a_kind_declared_here_alone_records_its_step_on_the_childs_own_episode(
    referred, bare, declared
):
    (outcome, *_) = (option.key for option in DECIDING.questions[0].options)
    child = panel(referred, bare, outcome=outcome)

    assert child.entry.step == "referral-decided"
    assert child.entry.answers["referral_outcome"] == outcome
    # It happened when the meeting was held, whenever it was recorded.
    assert (child.entry.happened_at, child.entry.recorded_at) == (HELD, AFTER)
    assert seen(referred, "named nurse", MeetingDecision) == 1
    assert seen(referred, "named nurse", Entry) == 0


def test_a_step_that_cannot_come_now_stands_in_nobodys_way(referred, bare, declared):
    (outcome, *_) = (option.key for option in DECIDING.questions[0].options)
    casework.close_referral(referred.people, referred.amir)
    child = panel(referred, bare, outcome=outcome)

    assert child.entry is None
    assert seen(referred, "manager", MeetingDecision) == 1


def test_a_board_is_about_no_child_and_needs_no_code(case, bare, declared):
    with casework.working(case.people["business unit"]) as by:
        meeting = meetings.call(
            by=by, kind=BOARD.key, chair=by.account_id, planned_at=HELD, at=NOW, title="March"
        )
        asked = [
            invitations.invite(by=by, meeting_id=meeting.pk, account=case.people[who], at=NOW)
            for who in ("social worker", "health visitor", "protection officer")
        ]
    came = {each.pk: CAME for each in asked}
    with pytest.raises(Refused) as refused:
        hold(case, meeting, came | {asked[2].pk: ABSENT}, who="business unit")
    assert "police" in refused.value.problems[0].message
    hold(case, meeting, came, who="business unit")
    with casework.working(case.people["business unit"], at=AFTER) as by:
        meeting_decisions.decide(by=by, meeting_id=meeting.pk, answers=AGREED, at=AFTER)
        with pytest.raises(Conflict):
            meeting_decisions.decide(by=by, meeting_id=meeting.pk, answers=AGREED, at=AFTER)
    assert seen(case, "health visitor", MeetingDecision) == 1


def test_postgresql_alone_keeps_a_meeting_from_who_was_not_asked(case, bare):
    meeting, _ = conference(case, bare)
    tables = ("gt_meeting", "gt_meeting_child", "gt_invitation")
    with casework.working(case.people["named nurse"]), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"select count(*) from {table}")
            assert cursor.fetchone() == (0,), table
        cursor.execute("update gt_meeting set state = 'held' where id = %s", [meeting.pk])
        assert cursor.rowcount == 0


def restricted(sent, bare, *, named: str) -> None:
    """Restrict Amir's record to one other than whoever restricts it."""
    with casework.working(sent.people["manager"]) as by:
        restricting.restrict(
            by=by,
            person_id=child_of(bare, sent.amir),
            custodian=by.account_id,
            telephone="01274 000000",
            why="Canary: why it is restricted",
            named=[sent.people[named]],
            at=NOW,
        )


def test_restricted_a_child_is_gone_from_the_meetings_of_whoever_is_not_named(referred, bare):
    meeting = call(
        referred, bare, kind="strategy-discussion", who="manager", chair="second manager"
    )
    with casework.working(referred.people["manager"]) as by:
        for who in ("health partner", "protection officer"):
            account = referred.people[who]
            invitations.invite(by=by, meeting_id=meeting.pk, account=account, at=NOW)
    assert set(children_of(referred, meeting, "health partner")) == {"Amir"}

    restricted(referred, bare, named="second manager")

    # The meeting itself says nothing of a child; what it holds of this one is sealed.
    assert seen(referred, "health partner", Meeting) == 1
    assert children_of(referred, meeting, "health partner") == {}
    assert set(children_of(referred, meeting, "second manager")) == {"Amir"}
    assert set(children_of(referred, meeting, "manager")) == {"Amir"}


def test_about_a_restricted_child_only_those_named_are_asked(referred, bare):
    restricted(referred, bare, named="second manager")
    meeting = call(
        referred, bare, kind="strategy-discussion", who="manager", chair="second manager"
    )
    with casework.working(referred.people["manager"]) as by:
        account = referred.people["protection officer"]
        with pytest.raises(Refused) as refused:
            invitations.invite(by=by, meeting_id=meeting.pk, account=account, at=NOW)
        assert "restricted" in refused.value.problems[0].message
        invitations.invite(
            by=by, meeting_id=meeting.pk, account=referred.people["second manager"], at=NOW
        )
    assert seen(referred, "protection officer", Meeting) == 0
    assert set(children_of(referred, meeting, "second manager")) == {"Amir"}
