"""The trail: one row for each action, each served page and each denial, or nothing served.

SECURITY P5 and 2.6: in the same transaction as what it tells of; a denial survives the rollback.
"""

from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError

from goldenthread.access import trail
from goldenthread.actions import contacts, corrections, entries, referrals
from goldenthread.records.draft import Draft
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql


@pytest.fixture
def written(database, transactional_db):
    found = visit.Trail(database.owner)
    yield found
    found.close()


def person_of(sent, episode_id: UUID) -> UUID:
    with casework.working(sent.people["manager"]):
        return Episode.objects.get(pk=episode_id).subject_person_id


def hand_back(sent) -> None:
    with casework.working(sent.people["screener"]) as by:
        contacts.hand_back(by=by, episode_id=sent.amir, at=NOW)


def correct(sent, entry_id: UUID) -> UUID:
    with casework.working(sent.people["manager"]) as by:
        return corrections.correct(
            by=by, entry_id=entry_id, answers=casework.ADVICE, why="Wrong", at=NOW
        ).pk


def test_each_action_leaves_one_row_that_names_who_what_and_whom(sent, written):
    p, amir = sent.people, person_of(sent, sent.amir)
    written.new()

    def left(who: str, verb: str, objects: set[UUID], persons: set[UUID]) -> None:
        (row,) = written.new()
        assert (row["account_id"], row["verb"], row["decision"]) == (p[who], verb, "done")
        assert set(row["object_ids"]) == objects
        assert set(row["person_ids"]) == persons
        assert row["purpose"] and row["role"]

    casework.claim(p["screener"], sent.amir)
    left("screener", "contact.claim", {sent.amir}, {amir})
    hand_back(sent)
    left("screener", "contact.hand-back", {sent.amir}, {amir})
    entry_id = casework.screen(p, sent.amir)
    left("screener", "entry.record", {entry_id, sent.amir}, {amir})
    corrected = correct(sent, entry_id)
    left("manager", "entry.correct", {corrected, entry_id}, {amir})
    casework.acknowledge(sent.occasion_id)
    first, second = written.new()
    assert {first["account_id"], second["account_id"]} == {p["correspondence"]}
    assert set(first["person_ids"] + second["person_ids"]) == {amir, person_of(sent, sent.zain)}


def test_sending_leaves_one_row_about_all_the_children(people, written):
    occasion_id = casework.send(people["lead"], "Amir", "Zain", "Noor")
    (row,) = written.new()
    assert (row["account_id"], row["verb"]) == (people["lead"], "referral.send")
    assert len(row["person_ids"]) == 3
    contacts_made = set(casework.contacts_of(occasion_id, people=people))
    assert set(row["object_ids"]) == {occasion_id} | contacts_made


def test_closing_with_a_referral_is_one_row_for_each_thing_recorded(sent, written):
    written.new()
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.tell(sent.people, sent.amir, at=NOW + timedelta(hours=1))
    rows = written.new()
    assert [row["resource"] for row in rows] == [
        "contact-screened", "contact-decided", "contact-outcome-told",
    ]  # fmt: skip


def test_a_row_holds_ids_and_never_a_word_of_the_record(sent, written):
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    everything = repr(
        visit.Trail(written.owner_url).new()
        + written._connection.execute("select * from gt_trail").fetchall()
    )
    for word in ("Canary", "Amir", "Akhtar", "Beck Lane", "front_door_level"):
        assert word not in everything


class Undone(Exception):
    """What undoes a transaction from outside."""


def _each_action(sent) -> dict[str, object]:
    entry_id = casework.screen(sent.people, sent.zain)
    draft_id = casework.drafted(sent.people["lead"], "Late")
    return {
        "screener": [
            lambda by: contacts.claim(by=by, episode_id=sent.amir, version=2, at=NOW),
            lambda by: entries.record(
                by=by, step="contact-screened", on=sent.amir, answers=casework.SCREENED, at=NOW
            ),
            lambda by: corrections.correct(
                by=by, entry_id=entry_id, answers=casework.ADVICE, why="Wrong", at=NOW
            ),
        ],
        "lead": [lambda by: referrals.send(by=by, draft_id=draft_id, at=NOW)],
    }


def _undo(by, action) -> None:
    action(by)
    raise Undone


def test_what_is_undone_leaves_no_row(sent, written):
    actions = _each_action(sent)
    written.new()
    for who, each in actions.items():
        for action in each:
            with pytest.raises(Undone), casework.working(sent.people[who]) as by:
                _undo(by, action)
    assert written.new() == []


@contextmanager
def no_trail(owner_cursor):
    """Take the right to write the trail away, in this process's own copy of the database."""
    owner_cursor.execute("revoke insert on gt_trail from gt_web")
    try:
        yield
    finally:
        owner_cursor.execute("grant insert on gt_trail to gt_web")


def state(owner_cursor) -> list:
    tables = ("gt_occasion", "gt_episode", "gt_entry", "gt_grant", "gt_draft", "gt_clock_run")
    found = []
    for table in tables:
        owner_cursor.execute(f"select to_jsonb(t) from {table} t order by id")
        found.append(owner_cursor.fetchall())
    owner_cursor.execute("select count(*) from procrastinate_jobs")
    return [*found, owner_cursor.fetchall()]


def test_what_cannot_be_put_on_the_trail_is_not_done(sent, owner_cursor):
    actions = _each_action(sent)
    before = state(owner_cursor)
    with no_trail(owner_cursor):
        for who, each in actions.items():
            for action in each:
                with pytest.raises(trail.NotKept), casework.working(sent.people[who]) as by:
                    action(by)
    assert state(owner_cursor) == before


def test_a_served_page_leaves_the_ids_it_returned(sent, written):
    manager = visit.signed_in(sent.people["manager"])
    amir, zain = person_of(sent, sent.amir), person_of(sent, sent.zain)
    written.new()
    assert manager.get("/queue/").status_code == 200
    (row,) = written.new()
    assert (row["verb"], row["decision"], row["reason"]) == ("queue.read", "served", "200")
    assert set(row["object_ids"]) == {sent.amir, sent.zain}
    assert set(row["person_ids"]) == {amir, zain}
    assert row["account_id"] == sent.people["manager"] and row["resource"] == "queue"
    assert row["request_id"] and row["session_hash"] and row["address"] == "127.0.0.1"
    manager.get(f"/children/{amir}/")
    (row,) = written.new()
    # The brother who came in the same referral is named among those who matter.
    assert (row["verb"], set(row["person_ids"])) == ("thread.read", {amir, zain})


def test_a_page_that_conflicts_is_on_the_trail_and_what_it_tried_is_undone(sent, written):
    """DESIGN section 7: the action is a savepoint, the only thing a 409 undoes."""
    casework.claim(sent.people["screener"], sent.amir)
    manager = visit.signed_in(sent.people["manager"])
    written.new()
    answer = manager.post(f"/contacts/{sent.amir}/take/", {"version": "3"})
    assert answer.status_code == 409 and "took this before you" in answer.content.decode()
    assert [tuple(visit.decisions([row])) for row in written.new()] == [
        (("contact.claim", "served"),)
    ]


def test_a_stale_form_keeps_the_words_that_were_typed(sent, written):
    manager = visit.signed_in(sent.people["manager"])
    casework.screen(sent.people, sent.amir)
    written.new()
    answer = manager.post(
        f"/contacts/{sent.amir}/contact-decided/",
        {"version": "2", "outcome": "advice-to-professional", "rationale": "My own words"},
    )
    assert answer.status_code == 409 and "My own words" in answer.content.decode()
    assert list(visit.decisions(written.new())) == [("entry.record", "served")]
    with casework.working(sent.people["manager"]):
        assert not Entry.objects.filter(step="contact-decided").exists()


def test_a_denied_request_leaves_a_row_though_everything_else_is_undone(sent, written):
    lead = visit.signed_in(sent.people["lead"])
    written.new()
    for address, verb, reason in (
        ("/queue/", "queue.read", "role-may-not"),
        (f"/contacts/{sent.amir}/", "contact.read", "role-may-not"),
        (f"/referrals/{uuid4()}/", "referral.follow", "no-relationship"),
    ):
        status = lead.get(address).status_code
        assert status == (404 if reason == "no-relationship" else 403)
        (row,) = written.new()
        assert (row["verb"], row["decision"], row["reason"]) == (verb, "denied", reason)
        assert row["account_id"] == sent.people["lead"] and row["person_ids"] == []


def test_a_denied_page_keeps_nothing_that_was_done_before_it_was_denied(sent, written, monkeypatch):
    """A page that writes and is then refused has written nothing but its denial."""
    from goldenthread.access.decision import Denied
    from goldenthread.web.pages import my_referrals

    def write_and_refuse(**asked: object) -> None:
        casework.drafted(sent.people["lead"], "Half kept")
        raise Denied(verb="referral.follow", reason="no-relationship", hidden=True)

    monkeypatch.setattr(my_referrals.referrals, "mine", write_and_refuse)
    lead = visit.signed_in(sent.people["lead"])
    written.new()
    assert lead.get("/referrals/").status_code == 404
    assert list(visit.decisions(written.new())) == [("referral.follow", "denied")]
    with casework.working(sent.people["lead"]):
        assert Draft.objects.count() == 1, "the one that was sent"


@pytest.mark.parametrize(
    ("who", "address"), [("manager", "/queue/"), ("lead", "/referrals/"), ("analyst", "/queue/")]
)
def test_a_page_that_cannot_be_logged_is_not_served(sent, owner_cursor, who, address):
    """Nor is a refusal that cannot: 503, and not a name."""
    client = visit.signed_in(sent.people[who])
    client.raise_request_exception = False
    with no_trail(owner_cursor):
        answer = client.get(address)
    assert answer.status_code == 503
    for word in ("Amir", "Zain", "Akhtar", "Canary"):
        assert word not in answer.content.decode()


def test_an_action_that_cannot_be_logged_is_not_done_and_says_so(sent, owner_cursor):
    manager = visit.signed_in(sent.people["manager"])
    before = state(owner_cursor)
    with no_trail(owner_cursor):
        answer = manager.post(f"/contacts/{sent.amir}/take/", {"version": "2"})
    assert answer.status_code == 503
    assert state(owner_cursor) == before


def test_the_web_role_writes_only_what_the_trail_knows_how_to_decide(sent):
    with casework.working(sent.people["lead"]) as viewer, pytest.raises(trail.NotKept) as kept:
        trail.write(viewer=viewer, verb="queue.read", decision="perhaps")
    assert isinstance(kept.value.__cause__, DatabaseError)
