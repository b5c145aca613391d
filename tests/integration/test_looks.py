"""Who looked at a child, and what somebody looked at: for the privacy officers' desk alone.

SECURITY P5 and P7; UK GDPR Article 15. Reading the trail is itself on the trail.
"""

from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.access.decision import Denied
from goldenthread.queries import look_reports, looks
from goldenthread.records.episode import Episode
from goldenthread.records.look_report import LookReport
from tests.made import casework, visit

pytestmark = pytest.mark.postgresql


def child_of(sent, episode_id):
    with casework.working(sent.people["manager"]):
        return Episode.objects.get(pk=episode_id).subject_person_id


@pytest.fixture
def amir(sent):
    """One of the children, whose contact the screener and the manager have opened."""
    child = child_of(sent, sent.amir)
    visit.signed_in(sent.people["screener"]).get(f"/contacts/{sent.amir}/")
    visit.signed_in(sent.people["manager"]).get(f"/children/{child}/")
    visit.signed_in(sent.people["manager"]).get("/queue/")
    visit.signed_in(sent.people["analyst"]).get(f"/children/{child}/")
    return child


@pytest.fixture
def officer(sent, amir):
    """A privacy officer who has said why they look at him."""
    client = visit.signed_in(sent.people["privacy officer"])
    said = client.post(f"/looks/at/{amir}/why/", {"purpose": "subject-request"})
    assert said.headers["Location"] == f"/looks/at/{amir}/"
    return client


@pytest.fixture
def written(database, transactional_db):
    found = visit.Trail(database.owner)
    yield found
    found.close()


def test_a_privacy_officer_finds_a_child_and_sees_who_looked(sent, amir, officer):
    found = officer.post("/looks/", {"given_name": "Amir", "family_name": "Akhtar"})
    assert f"/looks/at/{amir}/" in found.content.decode()
    told = officer.get(f"/looks/at/{amir}/").content.decode()
    for said in (
        "Amir Akhtar", "Screener", "Front door screener", "Council children&#39;s services",
        "Opened a contact", "Read the story so far", "Saw the queue",
        "Deciding on a contact", "Refused", "Performance analyst", "Lead",
        "Sent a referral",
    ):  # fmt: skip
        assert said in told, said
    for never in ("Canary", "Beck Lane Primary School Canary", "sub-school"):
        assert never not in told


def test_a_list_and_a_record_are_told_apart_and_a_refusal_shows_nobody(sent, amir):
    with casework.working(sent.people["privacy officer"]) as viewer:
        rows = looks.at_child(viewer=viewer, child_id=amir).rows
    kinds = {(row.did, row.opened, row.refused) for row in rows}
    assert ("Opened a contact", True, False) in kinds
    assert ("Saw the queue", False, False) in kinds
    assert ("Read the story so far", True, True) in kinds
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)


def test_a_privacy_officer_sees_what_a_colleague_looked_at(sent, amir, officer):
    found = officer.post("/looks/", {"colleague": "screener"}).content.decode()
    assert f"/looks/by/{sent.people['screener']}/" in found
    told = officer.get(f"/looks/by/{sent.people['screener']}/").content.decode()
    assert "Opened a contact" in told and "Amir Akhtar" in told
    assert "Read the story so far" not in told


def test_the_days_are_chosen_and_a_bad_day_is_said_beside_it(sent, amir, officer):
    none = officer.get(f"/looks/at/{amir}/?last-day=1&last-month=1&last-year=2019")
    assert "no look on these days" in none.content.decode()
    wrong = officer.get(f"/looks/at/{amir}/?last-day=31&last-month=2&last-year=2019")
    assert wrong.status_code == 422 and "31" in wrong.content.decode()


def test_why_is_asked_once_for_each_child_in_a_session_and_stands_on_the_trail(
    sent, amir, officer, written
):
    """SECURITY 2.1: nothing a privacy officer holds says why they look."""
    other = child_of(sent, sent.zain)
    asked = officer.get(f"/looks/at/{other}/")
    assert asked.status_code == 302 and asked.headers["Location"] == f"/looks/at/{other}/why/"
    page = visit.words(officer.get(asked.headers["Location"]))
    assert "Why do you look" in page and "Zain" not in page and "Screener" not in page
    for said in ({}, {"purpose": "curiosity"}, {"purpose": "front-door"}):
        refused = officer.post(f"/looks/at/{other}/why/", said)
        assert refused.status_code == 422 and "Say why you look" in visit.words(refused)
    written.new()
    for _ in range(2):
        assert officer.get(f"/looks/at/{amir}/").status_code == 200
    rows = [row for row in written.new() if row["resource"] == "looks-at"]
    assert [row["purpose"] for row in rows] == ["subject-request"] * 2
    # A session of its own asks anew, and a child who is not there is not there first.
    again = visit.signed_in(sent.people["privacy officer"])
    assert again.get(f"/looks/at/{amir}/").status_code == 302
    for missing in ("", "why/"):
        assert again.get(f"/looks/at/{uuid4()}/{missing}").status_code == 404


def test_reading_the_trail_is_on_the_trail(sent, amir, officer, written):
    written.new()
    officer.get(f"/looks/at/{amir}/")
    rows = {row["resource"]: row for row in written.new()}
    assert set(rows) == {"gt_stubs", "gt_looks_at", "looks-at"}
    for row in rows.values():
        assert row["account_id"] == sent.people["privacy officer"]
        assert row["person_ids"] == [amir]
    officer.get(f"/looks/by/{sent.people['screener']}/")
    told = officer.get(f"/looks/by/{sent.people['privacy officer']}/").content.decode()
    assert told.count("Read who had looked") == 3, "two before and this one, each once"
    read = next(row for row in written.new() if row["resource"] == "gt_looks_by")
    assert read["object_ids"] == [sent.people["screener"]]


@pytest.mark.parametrize("who", ["manager", "analyst", "lead", "administrator", "social worker"])
def test_nobody_else_reads_it_by_a_page_a_query_or_in_the_database(sent, amir, who):
    client = visit.signed_in(sent.people[who])
    for address in ("/looks/", f"/looks/at/{amir}/", f"/looks/by/{sent.people['screener']}/"):
        assert client.get(address).status_code == 403
    with casework.working(sent.people[who]) as viewer:
        for ask in (
            lambda: looks.at_child(viewer=viewer, child_id=amir),
            lambda: looks.by_colleague(viewer=viewer, account_id=sent.people["screener"]),
            lambda: looks.colleagues(viewer=viewer, words="a"),
            lambda: look_reports.made_for(viewer=viewer, child_id=amir),
        ):
            with pytest.raises(Denied):
                ask()
        for function in ("gt_looks_at", "gt_looks_by"):
            with pytest.raises(DatabaseError, match="reads no trail"), transaction.atomic():
                connection.cursor().execute(f"select * from {function}(%s, null, null, 9)", [amir])


def test_the_desk_cannot_read_the_trail_but_by_its_functions(sent, database):
    for role in ("gt_web", "gt_worker"):
        with psycopg.connect(database.url(role)) as served:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                served.execute("select * from gt_trail")
            served.rollback()
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                served.execute("select gt_read_trail('x', '{}', '{}')")


def test_a_child_and_a_colleague_who_are_not_there_are_missing(officer, sent):
    for address in (f"/looks/at/{uuid4()}/", f"/looks/by/{uuid4()}/", f"/looks/told/{uuid4()}/"):
        assert officer.get(address).status_code == 404
    assert officer.get(f"/looks/by/{sent.people['intake']}/").status_code == 404


def told(officer, child, **typed):
    answers = {"asked_by": "His mother", "names": "no", **typed}
    return officer.post(f"/looks/at/{child}/tell/", answers)


def test_a_subject_is_told_by_agency_role_date_and_purpose_without_names(amir, officer, sent):
    made = told(officer, amir)
    assert made.status_code == 302
    page = officer.get(made.headers["Location"]).content.decode()
    paper = visit.text(officer.get(made.headers["Location"] + "pdf/"))
    for said in ("Front door screener", "Deciding on a contact", "Amir"):
        assert said in page and said in " ".join(paper.split()), said
    table = page[page.index("<table") :]
    # The analyst was refused and saw nothing; a machine is nobody.
    for never in (">Screener", "Screener,", "Performance analyst", "Intake service"):
        assert never not in table and never not in paper, never
    assert "His mother" not in paper, "who asked is kept, and not printed"


def test_names_are_told_only_by_a_decision_that_is_kept_with_its_reason(amir, officer, sent):
    refused = told(officer, amir, names="yes")
    assert refused.status_code == 422 and "named" in refused.content.decode()
    made = told(officer, amir, names="yes", why="She must know whom to complain of")
    paper = " ".join(visit.text(officer.get(made.headers["Location"] + "pdf/")).split())
    assert "Screener, Front door screener" in paper
    with casework.working(sent.people["privacy officer"]):
        (kept,) = LookReport.objects.all()
    assert (kept.names, kept.why) == (True, "She must know whom to complain of")
    assert kept.made_by_id == sent.people["privacy officer"]


def test_what_is_told_is_of_the_days_that_were_asked(amir, officer):
    days = {"last_day-day": "1", "last_day-month": "1", "last_day-year": "2019"}
    made = told(officer, amir, **days)
    assert "Nobody looked" in officer.get(made.headers["Location"]).content.decode()
    later = {"first_day-day": "2", "first_day-month": "1", "first_day-year": "2019"}
    turned = told(officer, amir, **days, **later)
    assert turned.status_code == 422
    assert "must not be before the first" in turned.content.decode()


def test_the_answer_is_on_the_trail_and_nobody_else_opens_it(amir, officer, sent, written):
    written.new()
    made = told(officer, amir)
    done = [row for row in written.new() if row["decision"] == "done"]
    assert [(row["verb"], row["person_ids"]) for row in done] == [("trail.tell", [amir])]
    for who in ("manager", "lead", "analyst"):
        assert visit.signed_in(sent.people[who]).get(made.headers["Location"]).status_code == 403
