"""One entry about the wrong child: gone alone, for all but the privacy officer, and entered anew.

DESIGN section 4. The contact it was on is about the right child and goes on.
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.access.decision import Denied
from goldenthread.actions import corrections, disagreements, settlements
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.insight import extract
from goldenthread.kernel.calendar import london_date
from goldenthread.language.question import Kind
from goldenthread.queries import thread
from goldenthread.queries.chronology import Only
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, layers, rebuilt, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

LATER = NOW + timedelta(hours=3)
NEXT_DAY = NOW + timedelta(days=1)
EVERYBODY = ("manager", "second manager", "screener", "police partner", "lead", "social worker")


@pytest.fixture
def screened(sent):
    """Amir's contact, claimed, and screened in words that were about his brother."""
    casework.acknowledge(sent.occasion_id)
    casework.claim(sent.people["screener"], sent.amir)
    return sent, casework.screen(sent.people, sent.amir)


def withdraw(screened, who: str = "screener", **how) -> UUID | None:
    sent, entry_id = screened
    return casework.withdraw_entry(sent.people[who], entry_id, at=LATER, **how)


def story(who: UUID, person_id: UUID, *, now=NEXT_DAY, **how) -> thread.Thread:
    with casework.working(who, at=now) as viewer:
        return thread.of(viewer=viewer, person_id=person_id, now=now, **how)


def child_of(bare, contact: UUID) -> UUID:
    return bare.one("select * from gt_episode where id = %s", contact)["subject_person_id"]


def settle(sent, bare, decided: str) -> None:
    held = bare.one("select id from gt_quarantine")["id"]
    with casework.working(sent.people["privacy officer"], at=NEXT_DAY) as by:
        settlements.settle(by=by, quarantine_id=held, decided=decided, why="Looked at", at=NEXT_DAY)


def test_it_is_gone_for_everybody_by_each_layer_alone_and_the_contact_goes_on(
    screened, bare, database
):
    sent, entry_id = screened
    withdraw(screened)
    for who in EVERYBODY:
        with casework.working(sent.people[who], at=LATER):
            assert not Entry.objects.filter(pk=entry_id).exists(), who
    with layers.without_row_security(database.owner):
        for who in ("manager", "screener"):
            page = visit.signed_in(sent.people[who]).get(f"/contacts/{sent.amir}/")
            assert page.status_code == 200 and "Canary: screened" not in page.content.decode()
    with layers.without_the_application():
        page = visit.signed_in(sent.people["manager"]).get(f"/contacts/{sent.amir}/")
        assert page.status_code == 200 and "Canary: screened" not in page.content.decode()
    row = bare.one("select * from gt_episode where id = %s", sent.amir)
    assert (row["state"], row["seal"]) == ("Waiting to be screened", "")
    assert row["claimed_by_id"] == sent.people["screener"], "who holds the child holds them still"


def test_neither_as_known_before_nor_by_its_words_nor_in_any_count(screened, bare):
    sent, _ = screened
    amir = child_of(bare, sent.amir)
    withdraw(screened)
    manager = sent.people["manager"]
    before = story(manager, amir, known_on=london_date(NOW))
    assert [entry.step for entry in before.entries] == ["contact-received", "contact-acknowledged"]
    found = story(manager, amir, only=Only(words="Canary: screened"))
    assert found.entries == () and found.choices.total == 2
    assert "contact-screened" not in {step.key for step in found.choices.steps}
    assert story(manager, amir).withdrawn == (NOW,)


def test_what_it_stopped_runs_again_and_the_projection_is_whole(sent, bare):
    casework.screen(sent.people, sent.amir)
    running = bare.one(
        "select * from gt_clock_run where clock = 'contact-decision' and episode_id = %s", sent.amir
    )
    decided = casework.decide(sent.people, sent.amir, casework.ADVISE)
    casework.withdraw_entry(sent.people["manager"], decided, at=LATER)
    again = bare.one(
        "select * from gt_clock_run where clock = 'contact-decision' and episode_id = %s", sent.amir
    )
    same = ("due_at", "stopped_at", "status")
    assert [again[each] for each in same] == [running[each] for each in same]
    rebuilt.assert_equals_kept(bare)
    casework.decide(sent.people, sent.amir, casework.REFER, at=LATER)
    rebuilt.assert_equals_kept(bare)


def test_a_version_is_never_used_twice(screened, bare):
    sent, _ = screened
    version = "select version from gt_episode where id = %s"
    seen = [bare.one(version, sent.amir)["version"]]
    withdraw(screened)
    seen.append(bare.one(version, sent.amir)["version"])
    casework.screen(sent.people, sent.amir, at=LATER)
    seen.append(bare.one(version, sent.amir)["version"])
    assert seen == sorted(set(seen))


def test_it_is_entered_anew_on_the_brothers_contact_as_it_was_said(screened, bare):
    sent, entry_id = screened
    new = withdraw(screened, "manager", to=sent.zain)
    row = bare.one("select * from gt_entry where id = %s", new)
    old = bare.one("select * from gt_entry where id = %s", entry_id)
    assert (row["episode_id"], row["answers"]) == (sent.zain, old["answers"])
    assert (row["by_id"], row["entered_by_id"]) == (
        sent.people["screener"], sent.people["manager"],
    )  # fmt: skip
    assert (row["happened_at"], row["recorded_at"]) == (NOW, LATER)
    assert bare.one("select entry_anew_id from gt_quarantine")["entry_anew_id"] == new
    rebuilt.assert_equals_kept(bare)
    zain = story(sent.people["manager"], child_of(bare, sent.zain))
    (entered,) = [entry for entry in zain.entries if entry.step == "contact-screened"]
    assert (entered.by, entered.entered_by) == ("Screener", "Manager")


def test_words_changed_on_the_way_are_those_of_who_changed_them(screened, bare):
    sent, _ = screened
    said = {**casework.SCREENED, "screening_summary": "Said of the brother"}
    new = withdraw(screened, "manager", to=sent.zain, answers=said)
    row = bare.one("select * from gt_entry where id = %s", new)
    assert row["by_id"] == row["entered_by_id"] == sent.people["manager"]


def test_all_it_said_before_it_was_corrected_goes_with_it(screened, bare):
    sent, entry_id = screened
    with casework.working(sent.people["screener"]) as by:
        newest = corrections.correct(
            by=by, entry_id=entry_id, answers=casework.ADVICE, why="Wrong", at=NOW
        ).pk
    with pytest.raises(Conflict, match="corrected or withdrawn already"):
        withdraw(screened)
    casework.withdraw_entry(sent.people["screener"], newest, at=LATER)
    gone = bare.rows("select id from gt_entry where seal = 'quarantine'")
    assert {row["id"] for row in gone} == {entry_id, newest}
    rebuilt.assert_equals_kept(bare)


def test_who_recorded_it_or_a_manager_of_its_agency_and_nobody_else(screened, bare):
    sent, _ = screened
    for who in ("second screener", "emergency duty", "lead", "police partner", "social worker"):
        with pytest.raises(Denied):
            withdraw(screened, who)
    casework.record(sent.people["screener"], "mash-opened", sent.amir, casework.ENQUIRE)
    given = casework.record(
        sent.people["health partner"], "mash-information-given", sent.amir, casework.KNOWN
    )
    with pytest.raises(Denied):
        casework.withdraw_entry(sent.people["manager"], given, at=LATER)
    casework.withdraw_entry(sent.people["health partner"], given, at=LATER)
    told = "select task_name, args from procrastinate_jobs where task_name like 'tell%%'"
    rows = [row for row in bare.rows(told) if "withdrawn" in row["task_name"]]
    assert {row["task_name"] for row in rows} == {"tell_holder_withdrawn"}
    assert {row["args"]["account_id"] for row in rows} == {str(sent.people["screener"])}


def test_a_manager_hears_that_somebody_else_withdrew_and_the_privacy_officer_always(screened, bare):
    withdraw(screened)
    told = "select task_name, args from procrastinate_jobs where task_name like 'tell%%'"
    rows = bare.rows(told)
    assert {row["task_name"] for row in rows} == {"tell_privacy_officer", "tell_manager_withdrawn"}
    assert all(set(row["args"]) == {"account_id"} for row in rows), "no word of what it is"


@pytest.mark.parametrize(
    ("answers", "says"),
    [(casework.REFER, "opened by it"), (casework.ADVISE, "rests on it")],
)
def test_what_began_or_opened_something_is_refused_with_what_to_do_instead(
    screened, bare, answers, says
):
    sent, entry_id = screened
    decided = casework.decide(sent.people, sent.amir, answers)
    asked = decided if answers is casework.REFER else entry_id
    with pytest.raises(Refused) as refused:
        casework.withdraw_entry(sent.people["manager"], asked, at=LATER)
    assert says in refused.value.problems[0].message
    assert "withdraw all of it instead" in refused.value.problems[0].message
    first = bare.one(
        "select id from gt_entry where step = 'contact-received' and episode_id = %s", sent.amir
    )
    with pytest.raises(Denied):
        casework.withdraw_entry(sent.people["manager"], first["id"], at=LATER)
    assert bare.rows("select id from gt_quarantine") == []


def test_a_decision_somebody_disagrees_with_is_not_swept_away(screened, bare):
    from goldenthread.content import catalogue

    sent, _ = screened
    decided = casework.decide(sent.people, sent.amir, casework.ADVISE)
    first = next(s for s in catalogue.pathway("disagreement").steps if s.first)
    said = {
        q.key: {Kind.CHOICE: q.options and q.options[0].key, Kind.YES_NO: "yes"}.get(
            q.kind, "Canary: why I disagree"
        )
        for q in first.questions
        if q.only_if is None
    }
    with casework.working(sent.people["lead"]) as by:
        disagreements.begin(by=by, contact_id=sent.amir, answers=said, at=NOW)
    with pytest.raises(Conflict, match="disagrees with this decision"):
        casework.withdraw_entry(sent.people["manager"], decided, at=LATER)
    assert bare.rows("select id from gt_quarantine") == []


def test_it_is_not_counted(screened, database):
    url = database.url("gt_extract")
    sent, _ = screened

    def level() -> set:
        found = extract.tables(url=url, la_code="380")["contacts"].to_pylist()
        return {str(row) for row in found if row["cont_contact_id"] == str(sent.amir)}

    before = level()
    withdraw(screened)
    assert level() != before
    casework.screen(sent.people, sent.amir)
    assert level() == before


def test_what_was_drawn_of_it_to_be_read_goes_with_it(sent, bare, owner_cursor):
    casework.screen(sent.people, sent.amir)
    decided = casework.decide(sent.people, sent.amir, casework.ADVISE)
    owner_cursor.execute(
        "insert into gt_sample (id, duty, entry_id, episode_id, reference, person_scope,"
        " decided_by_id, drawn_at, view, words, scope, desk, seal) select gen_random_uuid(),"
        " 'contact-decision', id, episode_id, 'C', scope, by_id, recorded_at, '', '',"
        " gen_random_uuid(), 'front-door', '' from gt_entry where id = %s", [decided],
    )  # fmt: skip
    casework.withdraw_entry(sent.people["manager"], decided, at=LATER)
    assert bare.one("select seal from gt_sample")["seal"] == "quarantine"


def test_released_it_is_back_where_it_was_and_the_contact_says_so(screened, bare):
    sent, entry_id = screened
    place = "select scope, desk, seal from gt_entry where id = %s"
    before, head = bare.one(place, entry_id), "select state, lane from gt_episode where id = %s"
    was = bare.one(head, sent.amir)
    withdraw(screened)
    settle(sent, bare, "released")
    assert bare.one(place, entry_id) == before and bare.one(head, sent.amir) == was
    rebuilt.assert_equals_kept(bare)
    assert story(sent.people["manager"], child_of(bare, sent.amir)).withdrawn == ()
    lent = "select 1 from gt_grant where source like 'release:%%' and ends_at is null"
    assert bare.rows(lent) == [], "the keeper has it no longer"
    casework.decide(sent.people, sent.amir, casework.ADVISE, at=NEXT_DAY)


def test_upheld_it_stays_with_why(screened, bare):
    sent, entry_id = screened
    withdraw(screened)
    settle(sent, bare, "upheld")
    assert bare.one("select seal from gt_entry where id = %s", entry_id)["seal"] == "quarantine"


def test_it_cannot_go_back_beside_what_took_its_place(screened, bare):
    sent, entry_id = screened
    withdraw(screened)
    casework.screen(sent.people, sent.amir, at=LATER)
    with pytest.raises(Conflict, match="has been recorded again since"):
        settle(sent, bare, "released")
    row = bare.one("select decision from gt_quarantine")
    assert row["decision"] == "", "nothing half done"
    assert bare.one("select seal from gt_entry where id = %s", entry_id)["seal"] == "quarantine"


def test_it_stays_where_it_is_when_its_contact_moves_closes_or_is_withdrawn_whole(screened, bare):
    sent, entry_id = screened
    withdraw(screened)
    kept = "select scope, desk, seal from gt_entry where id = %s"
    held = bare.one(kept, entry_id)
    casework.screen(sent.people, sent.amir, at=LATER, purpose="early-help-request")
    assert bare.one(kept, entry_id) == held, "another desk"
    casework.withdraw(sent.people["manager"], sent.amir, at=LATER)
    assert bare.one(kept, entry_id) == held
    alone = bare.one("select id from gt_quarantine where entry_id is not null")["id"]
    whole = bare.one("select id from gt_quarantine where entry_id is null")["id"]
    with casework.working(sent.people["privacy officer"], at=NEXT_DAY) as by:
        said = {"decided": "released", "why": "Right", "at": NEXT_DAY}
        with pytest.raises(Conflict, match="the contact it was on has been withdrawn"):
            settlements.settle(by=by, quarantine_id=alone, **said)
        settlements.settle(by=by, quarantine_id=whole, **said)
    assert bare.one(kept, entry_id) == held
    with casework.working(sent.people["early help"], at=NEXT_DAY):
        assert Episode.objects.filter(pk=sent.amir).exists()


def test_closed_it_is_off_the_desk_and_what_was_withdrawn_is_with_the_privacy_officer(sent, bare):
    casework.screen(sent.people, sent.amir)
    casework.record(sent.people["screener"], "mash-opened", sent.amir, casework.ENQUIRE)
    given = casework.record(
        sent.people["health partner"], "mash-information-given", sent.amir, casework.KNOWN
    )
    casework.record(sent.people["screener"], "mash-analysed", sent.amir, casework.ANALYSED)
    casework.withdraw_entry(sent.people["health partner"], given, at=LATER)
    casework.decide(sent.people, sent.amir, casework.ADVISE, at=LATER)
    casework.tell(sent.people, sent.amir, at=LATER)
    place = bare.one("select desk, seal from gt_entry where id = %s", given)
    assert (place["desk"], place["seal"]) == ("privacy", "quarantine")
    settle(sent, bare, "released")
    place = bare.one("select desk, seal from gt_entry where id = %s", given)
    assert (place["desk"], place["seal"]) == ("", ""), "back where its contact is now"


def test_words_kept_apart_go_with_it_and_come_back(sent, bare):
    casework.screen(sent.people, sent.amir)
    casework.record(sent.people["screener"], "mash-opened", sent.amir, casework.ENQUIRE)
    said = {
        **casework.KNOWN, "share_restriction": ["agencies"], "restricted_agencies": ["police"],
        "restriction_why": "Canary: why not the police",
    }  # fmt: skip
    given = casework.record(
        sent.people["health partner"], "mash-information-given", sent.amir, said
    )
    places = "select scope, desk, seal from gt_kept_apart order by id"
    before = bare.rows(places)
    casework.withdraw_entry(sent.people["health partner"], given, at=LATER)
    assert {row["seal"] for row in bare.rows(places)} == {"quarantine"}
    settle(sent, bare, "released")
    assert bare.rows(places) == before


def test_the_function_is_for_who_sees_the_entry(screened):
    sent, entry_id = screened
    ask = "select * from gt_withdraw_entry(%s, null, 'x', false, now())"
    for who in ("lead", "police partner", "social worker"):
        with casework.working(sent.people[who], at=LATER), connection.cursor() as cursor:
            with pytest.raises(DatabaseError, match="no such entry"), transaction.atomic():
                cursor.execute(ask, [entry_id])
    withdraw(screened)
    with casework.working(sent.people["manager"], at=LATER), connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="no such entry"), transaction.atomic():
            cursor.execute(ask, [entry_id])


def test_it_leaves_a_row_that_names_who_what_and_whom(screened, bare, database):
    sent, entry_id = screened
    trail = visit.Trail(database.owner)
    withdraw(screened)
    (row,) = trail.new()
    trail.close()
    held = bare.one("select id from gt_quarantine")["id"]
    assert (row["account_id"], row["verb"]) == (sent.people["screener"], "entry.withdraw")
    assert set(row["object_ids"]) == {entry_id, sent.amir, held}
    assert row["person_ids"] == [child_of(bare, sent.amir)]


def test_on_the_page_the_words_are_carried_over_to_be_checked(screened, bare):
    sent, entry_id = screened
    screener, address = (
        visit.signed_in(sent.people["screener"]),
        f"/entries/{entry_id}/another-child/",
    )
    assert address in screener.get(f"/contacts/{sent.amir}/").content.decode()
    asked = screener.get(address).content.decode()
    assert "Zain Akhtar" in asked and "Canary: screened" in asked
    with casework.working(sent.people["screener"]):
        version = Episode.objects.get(pk=sent.amir).version
    said = {"why": "My own words", "belongs": str(sent.zain), "version": str(version)}
    for wrong in ({"why": " "}, {"belongs": ""}, {"belongs": "find"}):
        answer = screener.post(address, {**said, **wrong})
        assert answer.status_code == 422
    checking = screener.post(address, said)
    words = checking.content.decode()
    assert checking.status_code == 200 and words.count("Canary: screened") == 2
    assert "My own words" in words and 'value="4" checked' in words
    assert bare.rows("select id from gt_quarantine") == []
    final = {**said, **casework.SCREENED, "checked": "yes", "there": "1"}
    stale = screener.post(address, {**final, "version": "1"})
    assert stale.status_code == 409 and "My own words" in stale.content.decode()
    unsaid = screener.post(address, {**final, "screening_summary": ""})
    assert unsaid.status_code == 422 and "My own words" in unsaid.content.decode()
    with casework.working(sent.people["screener"]):
        there = Episode.objects.get(pk=sent.zain).version
    done = screener.post(address, {**final, "there": str(there)})
    assert done.status_code == 302 and str(sent.zain) in done["Location"]
    assert screener.get(address).status_code == 404
    officer = visit.signed_in(sent.people["privacy officer"])
    held = bare.one("select id from gt_quarantine")["id"]
    assert "One entry" in officer.get("/quarantine/").content.decode()
    page = officer.get(f"/quarantine/{held}/").content.decode()
    assert "Canary: screened" in page and "My own words" in page and "entered anew" in page


def test_another_childs_contact_is_found_by_name_or_reference_and_nobody_is_named_twice(
    screened, people
):
    sent, entry_id = screened
    occasion = casework.send(people["other lead"], "Isla")
    (isla,) = casework.contacts_of(occasion, people=people)
    screener, address = (
        visit.signed_in(sent.people["screener"]),
        f"/entries/{entry_id}/another-child/",
    )
    with casework.working(sent.people["screener"]):
        reference = Episode.objects.get(pk=isla).reference
    for sought in ("isla", "Isla Akhtar", reference.lower()):
        answer = screener.post(address, {"why": "W", "belongs": "find", "sought": sought})
        assert answer.status_code == 200 and str(isla) in answer.content.decode(), sought
    nobody = screener.post(address, {"why": "W", "belongs": "find", "sought": "<b>O'Nobody"})
    assert nobody.status_code == 422 and "&lt;b&gt;O&#39;Nobody" in nobody.content.decode()


def test_only_withdrawn_it_says_so_on_the_contact(screened):
    sent, entry_id = screened
    manager = visit.signed_in(sent.people["manager"])
    with casework.working(sent.people["manager"]):
        version = Episode.objects.get(pk=sent.amir).version
    said = {"why": "W", "belongs": "nowhere", "version": str(version)}
    address = f"/entries/{entry_id}/another-child/"
    assert "Canary: screened" in manager.post(address, said).content.decode()
    done = manager.post(address, {**said, "checked": "yes"}, follow=True)
    words = done.content.decode()
    assert "Withdrawn." in words and "Waiting to be screened" in words
    assert "Canary: screened" not in words


def test_the_page_says_what_hinders_and_what_to_do_instead(screened):
    sent, entry_id = screened
    casework.decide(sent.people, sent.amir, casework.ADVISE)
    manager = visit.signed_in(sent.people["manager"])
    page = manager.get(f"/entries/{entry_id}/another-child/").content.decode()
    assert "rests on it" in page and f"/contacts/{sent.amir}/another-child/" in page
