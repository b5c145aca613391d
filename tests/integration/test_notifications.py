"""Police notifications: each once, updated and never doubled, all of a file or none of it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.access import services
from goldenthread.actions import notifications
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.notifications import Became
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import LONDON
from goldenthread.language import feed
from goldenthread.language.feed import Unfit
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.notification import Notification
from goldenthread.records.person import Person
from tests.made import casework, visit
from tests.made import notifications as made

NOW = casework.NOW
FORM = catalogue.instrument("domestic-abuse-form")


@pytest.fixture
def people(transactional_db, loader_cursor):
    return casework.people(loader_cursor)


def send(people, answers, *, at=NOW, who="officer"):
    with casework.working(people[who], at=at) as by:
        return notifications.receive(by=by, answers=answers, at=at)


def held(people, who="screener", at=NOW):
    with casework.working(people[who], at=at):
        return list(
            Episode.objects.order_by("opened_at", "reference").select_related("subject_person")
        )


def standing(people, episode, step):
    with casework.working(people["screener"]):
        return Entry.objects.get(episode=episode, step=step, superseded_by__isnull=True)


def both_views(people, episode, outcome, *, at=NOW):
    view = {"police_outcome": outcome, "police_reason": "Canary: police"}
    casework.record(people["officer"], "domestic-abuse-police-view", episode, view, at=at)
    view = {"social_work_outcome": outcome, "social_work_reason": "Canary: social work"}
    casework.record(people["screener"], "domestic-abuse-social-work-view", episode, view, at=at)


def decide(people, episode, outcome, *, at=NOW, agree="yes"):
    answers = {
        "triage_outcome": outcome,
        "both_agree": agree,
        "marac": "no",
        "triage_reason": "Canary",
    }
    return casework.record(people["screener"], "domestic-abuse-triaged", episode, answers, at=at)


def test_a_notification_is_a_contact_for_each_child_held_at_the_desk_of_joint_triage(people):
    received = send(people, made.answers(made.child(), made.child(given_name="Sara")))

    assert received.became is Became.NEW
    for who in ("officer", "screener", "manager"):
        found = held(people, who)
        assert [str(each.subject_person) for each in found] == ["Amir Akhtar", "Sara Akhtar"]
        assert {(each.lane, each.desk) for each in found} == {("domestic-abuse",) * 2}
    assert held(people, "early help") == []


def test_the_incident_stands_in_the_chronology_when_it_happened(people):
    send(people, made.answers())
    (episode,) = held(people)

    incident = standing(people, episode, "domestic-abuse-incident")

    assert incident.happened_at == datetime(2020, 3, 1, 21, 40, tzinfo=LONDON)
    with casework.working(people["screener"]):
        due = dict(ClockRun.objects.filter(episode=episode).values_list("clock", "due_on"))
    assert str(due["domestic-abuse-triage"]) == "2020-03-04"
    assert str(due["school-told-of-abuse"]) == "2020-03-02"


def test_no_clock_for_a_school_runs_where_there_is_none(people):
    send(people, made.answers(made.child(school_name=None)))
    (episode,) = held(people)

    with casework.working(people["screener"]):
        clocks = set(ClockRun.objects.filter(episode=episode).values_list("clock", flat=True))
    assert "school-told-of-abuse" not in clocks


def test_the_same_again_changes_nothing(people):
    first = send(people, made.answers())
    again = send(people, made.answers(), at=NOW + timedelta(hours=1))

    assert again == replace(first, became=Became.SAME)
    assert len(held(people)) == 1
    with casework.working(people["officer"]):
        assert Notification.objects.get().version == 1


def test_changed_content_supersedes_what_was_sent_and_makes_no_second_contact(people):
    send(people, made.answers())
    changed = made.answers(dash_risk="high")

    assert send(people, changed, at=NOW + timedelta(hours=1)).became is Became.CHANGED

    (episode,) = held(people)
    received = standing(people, episode, "contact-received")
    assert received.answers["dash_risk"] == received.counted["dash_risk"] == "high"
    assert received.why_corrected == notifications.WHY_CHANGED
    with casework.working(people["officer"]):
        assert Entry.objects.filter(episode=episode, step="contact-received").count() == 2
    assert send(people, changed, at=NOW + timedelta(hours=2)).became is Became.SAME


def test_a_change_about_other_children_is_refused_whole(people):
    send(people, made.answers())

    with pytest.raises(Refused, match="another number of children"):
        send(people, made.answers(made.child(), made.child(given_name="Sara")))

    assert len(held(people)) == 1


def test_one_reference_of_two_forces_is_two_notifications(people):
    send(people, made.answers())
    assert send(people, made.answers(), who="other officer").became is Became.NEW


def test_one_bad_row_and_nothing_of_the_file_is_kept(people):
    rows = (made.row(), made.row(police_reference="B/2", incident_time="25:10"))
    pieces = feed.of_csv(FORM, made.as_csv(*rows), together_by="police_reference", on=NOW.date())

    with casework.working(people["officer"]) as by, pytest.raises(Unfit) as refused:
        notifications.receive_all(by=by, pieces=pieces, at=NOW)

    assert [(f.place, f.field) for f in refused.value.faults] == [("Row 3", "incident_time")]
    assert held(people) == []
    with casework.working(people["officer"]):
        assert not Notification.objects.exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"incident_on": "2020-03-04"}, "incident_on"),
        ({"incident_on": "2020-03-03", "incident_time": "10:01"}, "incident_time"),
        ({"incident_on": "2019-03-31", "incident_time": "01:30"}, "incident_time"),
        ({"incident_time": "9:40"}, "incident_time"),
    ],
)
def test_an_incident_that_cannot_have_been_is_refused(people, changed, field):
    answers = made.answers(**({"incident_time": None} | changed))

    with pytest.raises(Refused) as refused:
        send(people, answers)

    assert [problem.field for problem in refused.value.problems] == [field]


def test_an_unborn_child_has_an_expected_date_and_no_birth_date(people):
    unborn = made.child(
        unborn="yes",
        date_of_birth=None,
        expected_on="2020-06-01",
        sex="U",
        child_there=None,
        child_hurt=None,
        school_name=None,
    )
    send(people, made.answers(unborn))

    with casework.working(people["screener"]):
        person = Person.objects.get()
    assert (person.date_of_birth, str(person.expected_date_of_birth)) == (None, "2020-06-01")


def test_what_is_counted_across_twelve_months_is_counted_after_it_closed(people):
    for number in range(1, 4):
        send(people, made.answers(police_reference=f"A/{number}"), at=NOW + timedelta(days=number))
    found = [standing(people, each, "domestic-abuse-matched").answers for each in held(people)]

    assert [each["notified_before"] for each in found] == ["1", "2", "3-or-more"]


def test_a_twin_is_another_child(people):
    send(people, made.answers(made.child(), made.child(given_name="Amira")))

    found = [standing(people, each, "domestic-abuse-matched").answers for each in held(people)]

    assert [each["notified_before"] for each in found] == ["1", "1"]


def test_the_joint_decision_needs_both_views(people):
    send(people, made.answers())
    (episode,) = held(people)
    view = {"social_work_outcome": "no-role-record", "social_work_reason": "Canary"}
    casework.record(people["screener"], "domestic-abuse-social-work-view", episode.pk, view)

    with pytest.raises(Conflict):
        decide(people, episode.pk, "no-role-record")


def test_one_person_under_two_roles_is_not_two_people(people, loader_cursor):
    send(people, made.answers())
    (episode,) = held(people)
    change = "update gt_account set role = %s where id = %s"
    loader_cursor.execute(change, ["domestic-abuse-officer", people["screener"]])
    loader_cursor.connection.commit()
    view = {"police_outcome": "no-role-record", "police_reason": "Canary"}
    casework.record(people["screener"], "domestic-abuse-police-view", episode.pk, view)
    loader_cursor.execute(change, ["front-door-screener", people["screener"]])
    loader_cursor.connection.commit()
    view = {"social_work_outcome": "no-role-record", "social_work_reason": "Canary"}
    casework.record(people["screener"], "domestic-abuse-social-work-view", episode.pk, view)

    with pytest.raises(Conflict, match="takes two people"):
        decide(people, episode.pk, "no-role-record")


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        (made.answers(dash_risk="high"), "no-role-record"),
        (made.answers(made.child(child_hurt="yes")), "school-notified"),
        (made.answers(safe_contact="unsafe"), "advice-letter"),
        (made.answers(safe_contact="not-known"), "advice-letter"),
    ],
)
def test_what_must_go_on_and_what_must_not_be_written_is_refused(people, answers, outcome):
    send(people, answers)
    (episode,) = held(people)
    both_views(people, episode.pk, outcome)

    with pytest.raises(Refused) as refused:
        decide(people, episode.pk, outcome)

    assert [problem.field for problem in refused.value.problems] == ["triage_outcome"]


def test_what_goes_on_leaves_the_officers_desk_for_the_front_door(people):
    send(people, made.answers(dash_risk="high"))
    (episode,) = held(people)
    both_views(people, episode.pk, "mash-enquiry")
    decide(people, episode.pk, "mash-enquiry")

    (moved,) = held(people)
    assert (moved.desk, moved.lane) == ("front-door", "concern")
    assert held(people, "officer") == []


def test_a_notification_is_not_decided_by_one(people):
    send(people, made.answers())
    (episode,) = held(people)
    casework.screen(people, episode.pk, purpose="notification")

    with pytest.raises(Refused, match="look at this together first"):
        casework.decide(people, episode.pk, {"outcome": "notification-recorded", "rationale": "x"})


def test_a_system_is_acknowledged_without_a_letter_and_follows_nothing(
    people, loader_cursor, mailoutbox
):
    loader_cursor.execute("select id from gt_agency where key = 'police'")
    (agency_id,) = loader_cursor.fetchone()
    with casework.working(services.account_id("police-feed")) as service:
        by = replace(service, agency_id=agency_id, agency_kind="police")
        notifications.receive(by=by, answers=made.answers(), at=NOW)

    (episode,) = held(people)
    assert casework.acknowledge(episode.occasion_id) and mailoutbox == []
    assert standing(people, episode, "contact-acknowledged")
    assert standing(people, episode, "contact-received").counted["source_code"] == "6"
    loader_cursor.execute("select count(*) from gt_grant where account_id = %s", [by.account_id])
    assert loader_cursor.fetchone() == (0,)


def test_a_file_sent_on_the_page_is_taken_whole_or_refused_with_its_rows(people, home):
    officer = visit.signed_in(people["officer"])
    good = SimpleUploadedFile("day.csv", made.as_csv(made.row()).encode())
    bad = SimpleUploadedFile("day.csv", made.as_csv(made.row(), made.row(sex="X")).encode())

    refused = officer.post("/joint-triage/send/", {"file": bad})
    assert refused.status_code == 422 and "Row 3, sex" in visit.words(refused)
    assert held(people) == []
    assert "1 notification received" in visit.words(
        officer.post("/joint-triage/send/", {"file": good})
    )
    assert len(held(people)) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b"a,b\n1,2\n", b"\x00"])
def test_a_file_that_is_none_is_refused_in_words(people, home, content):
    for name in ("day.csv", "day.json"):
        sent = SimpleUploadedFile(name, content)
        answer = visit.signed_in(people["officer"]).post("/joint-triage/send/", {"file": sent})
        assert answer.status_code == 422 and "Nothing of the file was kept" in visit.words(answer)
