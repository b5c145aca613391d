"""Recorded about the wrong child: gone from there for all but the privacy officer, anew here.

DESIGN section 4: withdrawn there, quarantined to the privacy officer and entered anew.
"""

from datetime import timedelta
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.access.decision import Denied
from goldenthread.actions import settlements, withdrawals
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue, quarantine
from goldenthread.kernel import words
from goldenthread.language.step import Step
from goldenthread.project import present
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from tests.made import casework, layers, rebuilt, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

LATER = NOW + timedelta(hours=3)
EVERYBODY = ("manager", "second manager", "screener", "police partner", "lead", "social worker")


@pytest.fixture
def screened(sent):
    """Amir's contact, claimed and screened before anybody saw that it was about another child."""
    casework.acknowledge(sent.occasion_id)
    casework.claim(sent.people["screener"], sent.amir)
    casework.screen(sent.people, sent.amir)
    return sent


def quarantined(bare) -> UUID:
    return bare.one("select id from gt_quarantine")["id"]


def settle(sent, held: UUID, decided: str, why: str = "Looked at") -> None:
    with casework.working(sent.people["privacy officer"], at=LATER) as by:
        settlements.settle(by=by, quarantine_id=held, decided=decided, why=why, at=LATER)


def child_of(bare, contact: UUID) -> UUID:
    return bare.one("select subject_person_id from gt_episode where id = %s", contact)[
        "subject_person_id"
    ]


def test_it_is_gone_at_once_for_everybody_by_each_layer_alone(screened, bare, database):
    amir = child_of(bare, screened.amir)
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    gone = {row["id"] for row in bare.rows("select id from gt_entry where seal = 'quarantine'")}
    assert len(gone) == 3
    for who in EVERYBODY:
        with casework.working(screened.people[who], at=LATER), connection.cursor() as cursor:
            cursor.execute("select id from gt_entry union select id from gt_episode")
            seen = {row_id for (row_id,) in cursor.fetchall()}
            assert not seen & {*gone, screened.amir}, who
    page = f"/contacts/{screened.amir}/"
    for who in ("manager", "screener", "police partner"):
        assert visit.signed_in(screened.people[who]).get(page).status_code == 404
    with layers.without_row_security(database.owner):
        for who in ("manager", "screener", "police partner"):
            assert visit.signed_in(screened.people[who]).get(page).status_code == 404
        story = visit.signed_in(screened.people["privacy officer"]).get(f"/children/{amir}/")
        assert story.status_code == 403, "a privacy officer reads no thread"


def test_a_line_stays_on_the_wrong_childs_thread_without_a_word_or_a_name(
    screened, bare, loader_cursor, owner_cursor
):
    amir = child_of(bare, screened.amir)
    # Another contact of the same child, which did not come with the brother.
    other = casework.second_contact(loader_cursor, screened.amir)
    owner_cursor.execute("update gt_episode set occasion_id = null where id = %s", [other])
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    story = visit.signed_in(screened.people["manager"]).get(f"/children/{amir}/")
    words = story.content.decode()
    assert "An entry of 3 March 2020 was withdrawn: recorded about another child." in words
    for told in ("Rightly", "Whitfield", "Canary: why it was another"):
        assert told not in words
    for row in bare.rows("select id from gt_entry where seal = 'quarantine'"):
        assert str(row["id"]) not in words
    assert bare.one("select desk from gt_episode where id = %s", other)["desk"] == "front-door"


def test_it_is_entered_anew_as_it_was_received_and_says_so(screened, bare):
    anew = casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    old = bare.one("select * from gt_episode where id = %s", screened.amir)
    new = bare.one("select * from gt_episode where id = %s", anew)
    assert (new["opened_at"], new["state"]) == (old["opened_at"], "Waiting to be screened")
    received = {
        row["step"]: row for row in bare.rows("select * from gt_entry where episode_id = %s", anew)
    }
    assert set(received) == {"contact-received", "contact-acknowledged"}
    first = received["contact-received"]
    assert first["by_id"] == screened.people["lead"]
    assert first["entered_by_id"] == screened.people["manager"]
    assert (first["happened_at"], first["recorded_at"]) == (NOW, LATER)
    assert first["answers"]["given_name"] == "Rightly"
    assert first["answers"]["child_words"] == "Canary: the words of Amir"
    page = visit.signed_in(screened.people["manager"]).get(f"/contacts/{anew}/").content.decode()
    assert "Entered anew by Manager" in page and "Amir" not in page.replace("words of Amir", "")


def test_limits_go_on_from_when_it_was_first_received_and_projections_are_whole(screened, bare):
    due = bare.one("select due_at from gt_clock_run where clock = 'contact-decision' limit 1")
    anew = casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    runs = "select due_at from gt_clock_run where clock = 'contact-decision' and episode_id = %s"
    assert bare.one(runs, anew) == due
    rebuilt.assert_equals_kept(bare)


def test_what_was_given_because_of_it_is_given_no_longer(screened, bare):
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    open_still = "select source from gt_grant where ends_at is null and source like 'claim:%%'"
    assert bare.rows(open_still) == []
    with casework.working(screened.people["screener"], at=LATER):
        assert Episode.objects.filter(pk=screened.zain).exists(), "the brother's is theirs still"


def test_the_referrer_follows_the_right_child_and_not_the_wrong_one(screened):
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    lead = visit.signed_in(screened.people["lead"])
    page = lead.get(f"/referrals/{screened.occasion_id}/").content.decode()
    assert "Rightly Whitfield" in page and "Zain Akhtar" in page and "Amir Akhtar" not in page


def test_what_it_opened_goes_with_it_unless_somebody_has_worked_on_that(screened, bare):
    casework.decide(screened.people, screened.amir, casework.REFER)
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    rows = bare.rows("select pathway, desk, seal from gt_episode where seal <> ''")
    assert {(row["pathway"], row["desk"], row["seal"]) for row in rows} == {
        ("contact", "privacy", "quarantine"), ("referral", "privacy", "quarantine"),
    }  # fmt: skip
    rebuilt.assert_equals_kept(bare)
    casework.screen(screened.people, screened.zain)
    casework.decide(screened.people, screened.zain, casework.REFER)
    casework.close_referral(screened.people, screened.zain)
    before = bare.rows("select count(*) from gt_episode")
    with pytest.raises(Conflict, match="worked on"):
        casework.withdraw(screened.people["manager"], screened.zain, at=LATER)
    assert bare.rows("select count(*) from gt_episode") == before


def test_a_disagreement_is_not_swept_away(screened):
    from goldenthread.actions import disagreements
    from goldenthread.language.question import Kind

    first = next(s for s in catalogue.pathway("disagreement").steps if s.first)
    said = {
        q.key: {Kind.CHOICE: q.options and q.options[0].key, Kind.YES_NO: "yes"}.get(
            q.kind, "Canary: why I disagree"
        )
        for q in first.questions
        if q.only_if is None
    }
    with casework.working(screened.people["lead"]) as by:
        disagreements.begin(by=by, contact_id=screened.amir, answers=said, at=NOW)
    with pytest.raises(Conflict, match="worked on"):
        casework.withdraw(screened.people["manager"], screened.amir, at=LATER)


def test_what_is_withdrawn_is_not_counted(screened, database):
    from goldenthread.insight import extract

    url = database.url("gt_extract")
    before = extract.tables(url=url, la_code="380")["contacts"].num_rows
    anew = casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    found = extract.tables(url=url, la_code="380")["contacts"]
    assert found.num_rows == before
    ids = set(found["cont_contact_id"].to_pylist())
    assert str(anew) in ids and str(screened.amir) not in ids


def test_it_may_be_said_which_child_of_the_register_it_is(screened, bare):
    zain = child_of(bare, screened.zain)
    anew = casework.withdraw(
        screened.people["manager"], screened.amir, at=LATER, given_name="Zain", child_id=zain
    )
    with casework.working(screened.people["manager"], at=LATER):
        assert Person.objects.get(pk=child_of(bare, anew)).same_as_id == zain


def test_a_manager_or_who_wrote_it_down_that_day_and_then_a_manager_hears(screened, owner_cursor):
    for who in ("screener", "emergency duty", "lead", "police partner"):
        with pytest.raises(Denied):
            casework.withdraw(screened.people[who], screened.amir)
    owner_cursor.execute("set session_replication_role = replica")
    owner_cursor.execute("update gt_occasion set by_id = %s", [screened.people["screener"]])
    owner_cursor.execute("set session_replication_role = origin")
    with pytest.raises(Denied):
        casework.withdraw(screened.people["screener"], screened.amir, at=NOW + timedelta(days=1))
    casework.withdraw(screened.people["screener"], screened.amir)
    owner_cursor.execute(
        "select task_name, args from procrastinate_jobs where task_name like 'tell%%'"
    )
    told = owner_cursor.fetchall()
    assert {name for name, _ in told} == {"tell_privacy_officer", "tell_manager_withdrawn"}
    assert all(set(args) == {"account_id"} for _, args in told), "no word of what it is"


@pytest.mark.parametrize("wanting", ["why", "given_name", "family_name"])
def test_without_a_reason_or_a_name_nothing_is_done(screened, bare, wanting):
    said = {"given_name": "A", "family_name": "B", "why": "C", wanting: " "}
    with casework.working(screened.people["manager"]) as by, pytest.raises(Refused) as refused:
        withdrawals.withdraw(
            by=by,
            episode_id=screened.amir,
            right=withdrawals.Right(given_name=said["given_name"], family_name=said["family_name"]),
            why=said["why"],
            version=Episode.objects.get(pk=screened.amir).version,
            at=NOW,
        )
    assert [problem.field for problem in refused.value.problems] == [wanting]
    assert bare.rows("select id from gt_quarantine") == []


def places(bare) -> list:
    found = []
    for table in ("gt_episode", "gt_entry", "gt_clock_run", "gt_sample"):
        found += [
            (table, *row.values())
            for row in bare.rows(f"select id, scope, desk, seal from {table} order by id")
        ]
    return found


def test_released_everything_is_exactly_where_it_was(screened, bare):
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    held = bare.one("select held from gt_quarantine")["held"]
    settle(screened, quarantined(bare), "released")
    back = {(of, str(i), str(s), d, seal) for of, i, s, d, seal in places(bare)}
    assert {(h["of"], h["id"], h["scope"], h["desk"], h["seal"]) for h in held} <= back
    with casework.working(screened.people["manager"], at=LATER):
        assert Entry.objects.filter(episode_id=screened.amir).count() == 3
    amir = child_of(bare, screened.amir)
    story = visit.signed_in(screened.people["manager"]).get(f"/children/{amir}/").content.decode()
    assert "withdrawn" not in story and "Canary: screened" in story
    rebuilt.assert_equals_kept(bare)
    with pytest.raises(Conflict, match="settled already"):
        settle(screened, quarantined(bare), "upheld")


def test_upheld_it_stays_with_why(screened, bare):
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    with pytest.raises(Refused):
        settle(screened, quarantined(bare), "upheld", why=" ")
    settle(screened, quarantined(bare), "upheld")
    row = bare.one("select * from gt_quarantine")
    assert (row["decision"], row["decided_why"]) == ("upheld", "Looked at")
    with casework.working(screened.people["manager"], at=LATER):
        assert not Entry.objects.filter(episode_id=screened.amir).exists()


def test_nobody_else_settles_it_or_asks_who_had_seen_it(screened, bare):
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    held = quarantined(bare)
    for who in EVERYBODY:
        for ask in (
            "gt_settle_quarantine(%s, 'released', 'x', now(), gt_account())",
            "gt_who_had_seen(%s)",
        ):
            with casework.working(screened.people[who], at=LATER), connection.cursor() as cursor:
                with pytest.raises(DatabaseError, match="no such quarantine"), transaction.atomic():
                    cursor.execute(f"select * from {ask}", [held])


def test_the_privacy_officer_reads_it_and_who_had_seen_it_and_leaves_a_row(
    screened, bare, database
):
    visit.signed_in(screened.people["screener"]).get(f"/contacts/{screened.amir}/")
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    officer, trail = (
        visit.signed_in(screened.people["privacy officer"]),
        visit.Trail(database.owner),
    )
    assert officer.get("/quarantine/").status_code == 200
    trail.new()
    page = officer.get(f"/quarantine/{quarantined(bare)}/").content.decode()
    assert "Canary: screened" in page and "Canary: why it was another" in page
    assert "front door screener, Council children" in page.replace("&#39;", "'")
    # The days are the trail's own, and the page says which of them is today.
    today = words.plain_date(present.really())
    assert f"{today}: 1 person" in page and f"by it, today is {today}." in page
    resources = [row["resource"] for row in trail.new()]
    assert sorted(resources) == ["gt_who_had_seen", "quarantine-one"]
    trail.close()


def test_an_entry_moves_only_into_a_quarantine_that_wrote_down_where_it_was(
    screened, owner_cursor, bare
):
    casework.withdraw(screened.people["manager"], screened.amir, at=LATER)
    held = quarantined(bare)
    for change in (
        "scope = gen_random_uuid()",
        "seal = 'lado'",
        f"scope = '{held}', seal = 'quarantine', desk = 'privacy'",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="never edited"):
            owner_cursor.execute(
                f"update gt_entry set {change} where episode_id = %s", [screened.zain]
            )


def test_on_the_page_the_child_is_looked_for_before_anything_is_done(screened, bare):
    manager = visit.signed_in(screened.people["manager"])
    address = f"/contacts/{screened.amir}/another-child/"
    with casework.working(screened.people["manager"]):
        version = Episode.objects.get(pk=screened.amir).version
    said = {
        "given_name": "Zain", "family_name": "Akhtar", "sex": "M", "why": "My own words",
        "version": str(version),
    }  # fmt: skip
    assert manager.get(address).status_code == 200
    looked = manager.post(address, said)
    assert looked.status_code == 200 and "Which child of the register" in looked.content.decode()
    assert str(child_of(bare, screened.zain)) in looked.content.decode()
    unsaid = manager.post(address, {**said, "go": "enter"})
    assert unsaid.status_code == 422 and 'href="#child"' in unsaid.content.decode()
    stale = manager.post(address, {**said, "child": "new", "version": "1"})
    assert stale.status_code == 409 and "My own words" in stale.content.decode()
    assert bare.rows("select id from gt_quarantine") == []
    done = manager.post(address, {**said, "child": "new"})
    assert done.status_code == 302
    assert len(bare.rows("select id from gt_quarantine")) == 1


def test_what_is_nobodys_work_is_a_step_there_is():
    assert set(quarantine.UNWORKED) <= set(catalogue.declared(Step))


def test_what_the_form_put_on_the_register_goes_with_it_and_is_found_by_nobody(
    people, owner_cursor, bare
):
    told = {
        "children-0-nhs_number": "943 476 5919",
        "children-0-home_address": "1 Elm Row, BD1 1AA",
    }
    occasion_id = casework.send(people["lead"], "Amir", **told)
    (amir,) = casework.contacts_of(occasion_id, people=people)

    def found(number: str) -> list:
        with casework.working(people["second manager"], at=LATER), connection.cursor() as cursor:
            cursor.execute(
                "select person_id from gt_search_register('', '', null, %s, '', 20)", [number]
            )
            return cursor.fetchall()

    assert len(found("9434765919")) == 1
    casework.withdraw(people["manager"], amir, at=LATER)
    assert found("9434765919") == []
    for table in ("gt_identifier", "gt_address"):
        (row,) = bare.rows(f"select scope, seal from {table}")
        assert (row["scope"], row["seal"]) == (quarantined(bare), "quarantine")
    with casework.working(people["privacy officer"], at=LATER) as by:
        settlements.settle(
            by=by, quarantine_id=quarantined(bare), decided="released", why="Right", at=LATER
        )
    assert len(found("9434765919")) == 1
