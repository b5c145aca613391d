"""A conference on its pages: called, people asked, answered, reported, held, decided, minuted."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from goldenthread.queries import participation
from tests.made import casework, visit
from tests.made.casework import NOW
from tests.made.met import AFTER, HELD, child_of, children_of

pytestmark = pytest.mark.postgresql


@pytest.fixture
def now(monkeypatch):
    """Say what time it is to the pages."""
    told = {"at": NOW}
    monkeypatch.setattr("goldenthread.project.present.now", lambda: told["at"])
    return told


def browser(case, who: str):
    return visit.signed_in(case.people[who])


def called(case, bare, **changed):
    """Call a conference about Amir and Zain on the page; return where it leads."""
    address = f"/children/{child_of(bare, case.amir)}/meetings/call/initial-conference/"
    about = [str(child_of(bare, each)) for each in (case.amir, case.zain)]
    sent = {
        "about": about,
        "planned-day": "10",
        "planned-month": "3",
        "planned-year": "2020",
        "planned_time": "10:00",
        "place": "The town hall",
        "chair": str(case.people["chair"]),
        **changed,
    }
    return browser(case, "social worker").post(address, sent)


def meeting_of(bare):
    return bare.one("select id from gt_meeting")["id"]


def ask(case, bare, *who: str):
    children = [str(each.pk) for each in children_of(case, meeting_row(bare)).values()]
    for each in who:
        answer = browser(case, "social worker").post(
            f"/meetings/{meeting_of(bare)}/ask/",
            {"account": str(case.people[each]), "children": children},
        )
        assert answer.status_code == 302, visit.text(answer)


def meeting_row(bare):
    from goldenthread.records.meeting import Meeting

    return Meeting(pk=meeting_of(bare))


def attendance(case, bare, came: dict[str, str], **more: str) -> dict[str, str]:
    rows = bare.rows("select id, account_id from gt_invitation")
    who = {account: name for name, account in case.people.items()}
    sent = {f"came-{row['id']}": came[who[row["account_id"]]] for row in rows}
    held = {"held-day": "10", "held-month": "3", "held-year": "2020", "held_time": "10:05"}
    return {**held, **sent, **more}


WROTE = {
    "involved_how": "Canary: in school since 2018",
    "child_tells_us-not_known": "yes",
    "worrying": "Canary: hungry on Mondays",
    "going_well": "Likes football",
    "needs_plan": "yes",
    "needs_plan_why": "It goes on",
    "family_read_it": "yes",
}
PLAN = {
    "conference_participation": "PN4",
    "conference_parents": "yes",
    "conference_heard": "Canary: what was heard",
    "threshold_met": "yes",
    "plan_category": "NEG",
    "previous_plans": "0",
    "plan_outline": "Canary: why a plan",
}


def test_a_conference_from_its_calling_to_its_minutes(case, bare, now):
    assert called(case, bare).status_code == 302
    meeting = meeting_of(bare)
    ask(case, bare, "social worker", "health visitor", "protection officer", "lead")
    nurse = browser(case, "health visitor")

    listed = visit.text(nurse.get("/meetings/"))
    assert "Initial child protection conference" in listed and "Write your report" in listed
    assert "Amir Akhtar" in listed and "Canary" not in listed

    refused = nurse.post(f"/meetings/{meeting}/answer/", {"response": "declined"})
    assert refused.status_code == 422 and "Say why you cannot come" in visit.text(refused)
    assert nurse.post(f"/meetings/{meeting}/answer/", {"response": "accepted"}).status_code == 302

    for child in children_of(case, meeting_row(bare)).values():
        address = f"/meetings/{meeting}/report/{child.pk}/"
        empty = nurse.post(address, {"worrying": "Canary: kept as typed"})
        assert empty.status_code == 422 and "Canary: kept as typed" in visit.text(empty)
        assert nurse.post(address, WROTE).status_code == 302

    now["at"] = AFTER
    chair = browser(case, "chair")
    assert "Canary: hungry on Mondays" in visit.text(chair.get(f"/meetings/{meeting}/"))
    came = {"social worker": "Y", "health visitor": "Y", "protection officer": "R", "lead": "D"}
    held = chair.post(f"/meetings/{meeting}/held/", attendance(case, bare, came))
    assert held.status_code == 302, visit.text(held)

    amir = children_of(case, meeting_row(bare))["Amir"].pk
    asked = bare.rows("select id, account_id from gt_invitation")
    lead = next(each["id"] for each in asked if each["account_id"] == case.people["lead"])
    decide = f"/meetings/{meeting}/decide/"
    nobody = chair.post(decide, PLAN)
    assert nobody.status_code == 422 and "Choose which child" in visit.text(nobody)
    sent = {**PLAN, "children": [str(amir)], f"dissent-{lead}": "Canary: not agreed"}
    assert chair.post(decide, sent).status_code == 302
    shown = visit.text(nurse.get(f"/meetings/{meeting}/"))
    assert "Canary: why a plan" in shown and "Canary: not agreed" in shown

    minutes = f"/meetings/{meeting}/minutes/"
    unwritten = chair.post(minutes, {"go": "send"})
    assert unwritten.status_code == 422 and "Write the minutes" in visit.text(unwritten)
    assert chair.post(minutes, {"words": "Canary: minuted", "go": "send"}).status_code == 302
    assert "Canary: minuted" in visit.text(nurse.get(f"/meetings/{meeting}/"))
    now["at"] = AFTER + timedelta(days=16)
    assert nurse.get(f"/meetings/{meeting}/").status_code == 404
    assert "Initial child protection" not in visit.text(nurse.get("/meetings/"))


def test_too_few_came_and_it_is_recorded_with_why(case, bare, now):
    called(case, bare)
    ask(case, bare, "social worker", "health visitor", "lead")
    now["at"] = AFTER
    chair, address = browser(case, "chair"), f"/meetings/{meeting_of(bare)}/held/"
    came = {"social worker": "Y", "health visitor": "N", "lead": "A"}

    refused = chair.post(address, attendance(case, bare, came))
    assert refused.status_code == 422
    assert "Say why it was held without 2 more agencies" in visit.text(refused)
    again = {"taken_up_on-day": "12", "taken_up_on-month": "3", "taken_up_on-year": "2020"}
    sent = attendance(case, bare, came, why="Canary: snow", **again)
    assert chair.post(address, sent).status_code == 302
    shown = visit.text(chair.get(f"/meetings/{meeting_of(bare)}/"))
    assert "Incomplete" in shown and "Canary: snow" in shown and "12 March 2020" in shown


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"planned_time": "lunch"}, "Write the time like 14:30"),
        ({"planned-day": "14"}, "is held on a working day"),
        ({"planned-day": "31", "planned-month": "2"}, ""),
        ({"about": []}, ""),
        ({"chair": ""}, ""),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_done(case, bare, now, changed, says):
    answer = called(case, bare, **changed)
    assert answer.status_code == 422
    shown = visit.text(answer)
    assert says in shown and "There is a problem" in shown and "The town hall" in shown
    assert bare.one("select count(*) as n from gt_meeting")["n"] == 0


def test_the_calendar_file_says_what_when_and_where_and_no_word_of_a_child(case, bare, now):
    called(case, bare)
    ask(case, bare, "health visitor")
    given = browser(case, "health visitor").get(f"/meetings/{meeting_of(bare)}/calendar/")
    text = given.content.decode()
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert event.decoded("dtstart") == HELD and str(event["location"]) == "The town hall"
    assert str(event["summary"]) == "Initial child protection conference"
    assert not any(name in text for name in ("Amir", "Zain", "Akhtar"))
    assert given.headers["Content-Disposition"].endswith('"meeting.ics"')


def test_who_was_not_asked_finds_no_meeting(case, bare, now):
    called(case, bare)
    ask(case, bare, "health visitor")
    for who in ("named nurse", "other lead", "second screener"):
        for page in ("", "calendar/", "held/", "minutes/"):
            address = f"/meetings/{meeting_of(bare)}/{page}"
            assert browser(case, who).get(address).status_code == 404, (who, page)
    # Asked, and not who leads it.
    for page in ("held/", "decide/", "ask/", "call-off/"):
        address = f"/meetings/{meeting_of(bare)}/{page}"
        assert browser(case, "health visitor").get(address).status_code == 403, page


def test_how_agencies_take_part_counts_what_they_were_asked_in_time(case, bare, now):
    called(case, bare)
    ask(case, bare, "social worker", "health visitor", "protection officer")
    now["at"] = HELD - timedelta(days=1)
    ask(case, bare, "lead")
    now["at"] = AFTER
    came = {"social worker": "Y", "health visitor": "Y", "protection officer": "N", "lead": "N"}
    again = {"taken_up_on-day": "12", "taken_up_on-month": "3", "taken_up_on-year": "2020"}
    sent = attendance(case, bare, came, why="X", **again)
    held = browser(case, "chair").post(f"/meetings/{meeting_of(bare)}/held/", sent)
    assert held.status_code == 302

    with casework.working(case.people["chair"], at=AFTER) as viewer:
        found = participation.taking_part(viewer=viewer, now=AFTER)
        other = participation.taking_part(viewer=viewer, now=AFTER, kind="core-group")
    by_kind = {each.kind: each for each in found.agencies}
    assert other.agencies == ()
    police, school = by_kind["police"], by_kind["school"]
    assert (police.invited, police.missed, police.took_part) == (1, 1, 0)
    # Asked a day before: it did not come, and missed nothing.
    assert (school.invited, school.in_time, school.missed, school.expected) == (1, 0, 0, 0)
    assert by_kind["health service"].weekly[-1] == 1
    page = visit.text(browser(case, "chair").get("/taking-part/"))
    assert "District police" in page and "Amir" not in page
    assert browser(case, "lead").get("/taking-part/").status_code == 403


def test_the_room_for_conferences_says_who_carries_how_much(case, bare, now):
    called(case, bare)
    ask(case, bare, "health visitor")
    with casework.working(case.people["chair"]) as viewer:
        found = participation.plan(viewer=viewer, now=NOW)
    assert len(found.days) == 15 and found.days[0].day == NOW.date()
    assert [each.day for each in found.days if each.conferences] == [HELD.date()]
    assert found.chairs == (("Chair", 1, 1),) and found.agencies == (("District hospital", 1),)
    assert "Tuesday 10 March 2020" in visit.text(browser(case, "chair").get("/meetings/room/"))


def test_it_is_put_off_or_called_off_with_why(case, bare, now):
    called(case, bare)
    ask(case, bare, "health visitor")
    worker, at = browser(case, "social worker"), f"/meetings/{meeting_of(bare)}/"
    assert worker.post(f"{at}put-off/", {"why": "Canary: no interpreter"}).status_code == 422
    again = {"taken_up_on-day": "12", "taken_up_on-month": "3", "taken_up_on-year": "2020"}
    assert worker.post(f"{at}put-off/", {"why": "X", **again}).status_code == 302
    assert "Put off" in visit.text(browser(case, "health visitor").get(at))
    assert worker.post(f"{at}call-off/", {"why": "Y"}).status_code == 409
