"""The tracker of actions: from where they come, whose they are, and who verifies them."""

from datetime import timedelta

import psycopg
import pytest

from goldenthread.access.decision import Denied
from goldenthread.actions import tracked as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.tracked import Origin
from goldenthread.queries import tracked
from goldenthread.records.action import Action
from goldenthread.records.child_action import ChildAction
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, visit

NOW = casework.NOW
TODAY = NOW.date()
COUNCIL = "Council children's services"
SAID = {
    "what": "Canary: ring the school each Monday",
    "why": "He is hungry on Mondays",
    "owner_agency": COUNCIL,
    "owner_name": "Screener",
    "due_on": "2020-03-31",
    "measure": "Has he eaten?",
    "measure_before": "Not on four Mondays",
}


@pytest.fixture
def held(sent):
    """Amir's contact in the hands of the screener and the manager: (people, child)."""
    casework.claim(sent.people["screener"], sent.amir)
    casework.claim(sent.people["manager"], sent.zain)
    with casework.working(sent.people["screener"]):
        return sent.people, Episode.objects.get(pk=sent.amir).subject_person_id


def propose(who, *, person=None, origin=Origin(kind="other"), **changed):  # noqa: B008
    with casework.working(who) as by:
        answers = {key: value for key, value in {**SAID, **changed}.items() if value}
        return acting.propose(by=by, origin=origin, answers=answers, person_id=person, at=NOW)


def move(who, action, key, *, version, at=NOW, **answers):
    with casework.working(who, at=at) as by:
        acting.move(by=by, action_id=action, key=key, answers=answers, version=version, at=at)


def read(ask, who, **given):
    with casework.working(who) as viewer:
        return ask(viewer=viewer, on=TODAY, **given)


def wide(who, **changed):
    return propose(who, owner_agency="Beck Lane Primary School", owner_name="Lead", **changed)


def test_an_action_about_a_child_is_seen_by_who_sees_the_child_and_by_nobody_else(held):
    people, child = held
    action = propose(people["screener"], person=child)

    (mine,) = read(tracked.listed, people["screener"], which=tracked.MINE, origin="")
    assert (mine.action_id, mine.child, mine.state) == (action, "Amir Akhtar", "Proposed")
    assert read(tracked.of_child, people["screener"], person_id=child) == (mine,)
    for who in ("social worker", "lead", "business unit", "scrutineer"):
        with pytest.raises(Denied):
            read(tracked.one, people[who], action_id=action)
        assert read(tracked.listed, people[who], which=tracked.EVERY, origin="") == ()
        with casework.working(people[who]):
            assert not ChildAction.objects.exists()


def test_its_owner_must_work_with_the_child(held):
    people, child = held
    with pytest.raises(Refused) as refused:
        propose(people["screener"], person=child, owner_name="Second Screener")
    assert [each.field for each in refused.value.problems] == ["owner_name"]
    with pytest.raises(Denied):
        propose(people["social worker"], person=child, owner_name="")


def test_one_about_no_child_is_seen_by_its_agency_and_those_who_oversee_them(held):
    people, _ = held
    action = wide(people["business unit"], origin=Origin(kind="indicator", key="contacts-received"))

    for who in ("lead", "colleague", "business unit", "scrutineer"):
        assert read(tracked.one, people[who], action_id=action).action.origin == "An indicator"
    for who in ("other lead", "screener"):
        with pytest.raises(Denied):
            read(tracked.one, people[who], action_id=action)
    (one,) = read(tracked.listed, people["colleague"], which=tracked.AGENCY, origin="indicator")
    assert one.action_id == action
    assert read(tracked.listed, people["colleague"], which=tracked.AGENCY, origin="meeting") == ()


def test_from_proposed_to_embedded_with_what_it_changed(held):
    people, _ = held
    action = wide(people["business unit"])
    move(people["lead"], action, "accept", version=1)
    move(people["lead"], action, "start", version=2, words="Rang on Monday")
    move(people["lead"], action, "evidence", version=3, words="The register of the club")
    with pytest.raises(Conflict):
        move(people["lead"], action, "verify", version=4, words="I saw it")
    move(people["colleague"], action, "verify", version=4, words="I read the register")
    move(people["business unit"], action, "embed", version=5, words="Still so in June")
    move(people["business unit"], action, "impact", version=6, words="On every Monday")

    found = read(tracked.one, people["business unit"], action_id=action)
    assert (found.action.state, found.action.rating, found.verified_by) == (
        "Embedded",
        "blue",
        "Colleague",
    )
    assert (found.measure_before, found.measure_after) == ("Not on four Mondays", "On every Monday")
    assert [each.by for each in found.made] == [
        "Lead", "Lead", "Lead", "Colleague", "Business Unit", "Business Unit",
    ]  # fmt: skip


def test_whoever_sent_the_evidence_does_not_verify_it_whoever_owns_it(held):
    people, _ = held
    action = wide(people["business unit"])
    move(people["lead"], action, "accept", version=1)
    move(people["colleague"], action, "evidence", version=2, words="The register")
    with pytest.raises(Conflict):
        move(people["colleague"], action, "verify", version=3, words="I saw it")
    with pytest.raises(Conflict):
        move(people["lead"], action, "verify", version=3, words="I saw it")
    move(people["business unit"], action, "verify", version=3, words="I saw it")


def test_postgresql_itself_lets_no_owner_verify_and_no_move_be_edited(held, owner_cursor):
    people, _ = held
    action = wide(people["business unit"])
    move(people["lead"], action, "accept", version=1)
    for change in (
        "state = 'verified', verified_by_id = owner_id",
        "state = 'verified'",
        "moves = '[]'",
        "first_due_on = '2021-01-01'",
    ):
        with pytest.raises(psycopg.Error):
            owner_cursor.execute(f"update gt_action set {change} where id = %s", [action])


def test_a_day_moves_with_a_reason_and_the_first_is_kept(held):
    people, _ = held
    action = wide(people["business unit"])
    with pytest.raises(Refused):
        move(people["lead"], action, "due", version=1, due_on="2020-04-30")
    with pytest.raises(Refused):
        move(people["lead"], action, "due", version=1, due_on="2020-03-02", words="Yesterday")
    move(people["lead"], action, "due", version=1, due_on="2020-04-30", words="Half-term")

    found = read(tracked.one, people["lead"], action_id=action)
    assert (str(found.action.due_on), str(found.action.first_due_on)) == (
        "2020-04-30",
        "2020-03-31",
    )
    assert found.made[0].words == "Half-term"


def test_what_somebody_else_moved_meanwhile_is_read_first(held):
    people, _ = held
    action = wide(people["business unit"])
    move(people["lead"], action, "accept", version=1)
    with pytest.raises(Conflict, match="moved this action on"):
        move(people["colleague"], action, "due", version=1, due_on="2020-04-30", words="X")


def test_whoever_accepts_it_for_their_agency_owns_it(held):
    people, _ = held
    action = propose(
        people["business unit"], owner_agency="Beck Lane Primary School", owner_name=""
    )
    move(people["colleague"], action, "accept", version=1)
    assert read(tracked.one, people["lead"], action_id=action).action.owner == "Colleague"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"owner_agency": "Nobody's agency"}, "owner_agency"),
        ({"owner_name": "Nobody"}, "owner_name"),
        ({"due_on": "2020-03-02"}, "due_on"),
        ({"what": ""}, "what"),
    ],
)
def test_what_will_not_do_is_refused_and_nothing_is_kept(held, changed, field):
    people, _ = held
    with pytest.raises(Refused) as refused:
        propose(people["business unit"], **{"owner_name": "", **changed})
    assert [each.field for each in refused.value.problems] == [field]
    with casework.working(people["business unit"]):
        assert not Action.objects.exists()


def test_the_pages_add_one_from_an_entry_and_list_it(held):
    people, child = held
    with casework.working(people["screener"]):
        entry = Entry.objects.filter(episode__subject_person_id=child).first().pk
    client = visit.signed_in(people["screener"])
    typed = {**{k: v for k, v in SAID.items() if k != "due_on"}}
    day = {"due_on-day": "30", "due_on-month": "4", "due_on-year": "2020"}

    empty = client.post(f"/entries/{entry}/action/", {"what": "Canary: kept"})
    made = client.post(f"/entries/{entry}/action/", {**typed, **day})
    one = client.get(made.url)
    accepted = client.post(f"{made.url}accept/", {"version": "1"})
    listed = client.get("/actions/?show=mine&from=entry")

    assert empty.status_code == 422
    assert "Canary: kept" in visit.text(empty)
    assert (made.status_code, accepted.status_code) == (302, 302)
    assert "He is hungry on Mondays" in visit.text(one)
    assert "Canary: ring the school" in visit.text(listed)
    assert "Accepted" in visit.text(client.get(f"/children/{child}/actions/"))


def test_overdue_are_those_whose_day_has_gone_by(held):
    people, _ = held
    wide(people["business unit"], due_on="2020-03-10")
    with casework.working(people["lead"]) as viewer:
        late = tracked.listed(
            viewer=viewer, which=tracked.OVERDUE, origin="", on=TODAY + timedelta(days=8)
        )
        not_yet = tracked.listed(
            viewer=viewer, which=tracked.OVERDUE, origin="", on=TODAY + timedelta(days=7)
        )
    assert [each.overdue for each in late] == [True]
    assert not_yet == ()
