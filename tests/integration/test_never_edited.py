"""Entries and the trail are added to and never edited, by the service or by the owner.

DESIGN sections 4, 6 and 7; SECURITY P6. What was known at a moment stays what was known then.
"""

from datetime import date, timedelta
from uuid import uuid4

import psycopg
import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from goldenthread.access.decision import Denied
from goldenthread.actions import corrections
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.queries import thread
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from tests.made import casework
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

KEPT = ("gt_entry", "gt_trail")
CHANGES_NOTHING = "update gt_entry set by_id = by_id"
CHANGES = {
    "gt_entry": (
        "update gt_entry set answers = '{}'",
        "update gt_entry set recorded_at = now()",
        CHANGES_NOTHING,
        "update gt_entry set seal = 'lado'",
        "delete from gt_entry",
        "truncate gt_entry cascade",
    ),
    "gt_trail": (
        "update gt_trail set verb = 'nothing'",
        "delete from gt_trail",
        "truncate gt_trail",
    ),
}


def everything_in(cursor, table: str) -> list[tuple]:
    cursor.execute(f"select to_jsonb(t) from {table} t order by t.id")
    return cursor.fetchall()


@pytest.mark.parametrize("role", ["gt_web", "gt_worker", "gt_extract"])
def test_no_serving_role_has_the_right_to_change_them(database, sent, owner_cursor, role):
    for table in KEPT:
        before = everything_in(owner_cursor, table)
        for change in CHANGES[table]:
            with psycopg.connect(database.url(role), autocommit=True) as served:
                served.execute("set default_transaction_read_only = off")
                acting = [str(sent.people["manager"])]
                served.execute("select set_config('app.account', %s, false)", acting)
                with pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied"):
                    served.execute(change)
        assert everything_in(owner_cursor, table) == before != []


@pytest.mark.parametrize("role", ["superuser", "gt_owner", "gt_loader"])
def test_the_owner_the_loader_and_a_superuser_are_stopped_by_the_trigger(sent, owner_cursor, role):
    """The owner is freed of its policies first: the trigger must hold alone.

    The loader has no right to change the trail either, and is told of that before.
    """
    stopped = "never edited|permission denied for table gt_trail"
    owner_cursor.execute("alter table gt_entry no force row level security")
    if role != "superuser":
        owner_cursor.execute(f"set role {role}")
    try:
        for table in KEPT:
            for change in CHANGES[table]:
                if change != CHANGES_NOTHING:
                    with pytest.raises(psycopg.errors.InsufficientPrivilege, match=stopped):
                        owner_cursor.execute(change)
    finally:
        owner_cursor.execute("reset role")
        owner_cursor.execute("alter table gt_entry force row level security")
    for table in KEPT:
        assert everything_in(owner_cursor, table) != []


def test_the_desk_of_an_entry_may_change_and_nothing_beside_it(sent, loader_cursor):
    loader_cursor.execute("update gt_entry set desk = 'another'")
    assert loader_cursor.rowcount == 2
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="never edited"):
        loader_cursor.execute("update gt_entry set desk = 'front-door', step = 'contact-decided'")


def test_the_web_role_changes_no_desk_by_itself(sent):
    with casework.working(sent.people["manager"]), connection.cursor() as cursor:
        for table in ("gt_entry", "gt_episode", "gt_person", "gt_occasion"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                cursor.execute(f"update {table} set desk = ''")


def test_who_does_not_see_an_episode_cannot_take_it_off_its_desk(sent, owner_cursor):
    owner_cursor.execute("update gt_episode set closed_at = opened_at")
    for who in ("lead", "administrator", "analyst"):
        with casework.working(sent.people[who]), connection.cursor() as cursor:
            for episode_id in (sent.amir, uuid4()):
                with pytest.raises(ProgrammingError, match="no such episode"), transaction.atomic():
                    cursor.execute("select gt_leave_desk(%s)", [episode_id])
    owner_cursor.execute("select distinct desk from gt_episode")
    assert owner_cursor.fetchall() == [("front-door",)]


def test_an_open_episode_does_not_leave_its_desk(sent, owner_cursor):
    with casework.working(sent.people["manager"]), connection.cursor() as cursor:
        cursor.execute("select gt_leave_desk(%s)", [sent.amir])
    owner_cursor.execute("select distinct desk from gt_episode")
    assert owner_cursor.fetchall() == [("front-door",)]


def test_the_web_role_writes_the_trail_and_cannot_read_it(database, sent):
    for role in ("gt_web", "gt_worker", "gt_extract"):
        with psycopg.connect(database.url(role)) as served:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied"):
                served.execute("select count(*) from gt_trail")


def test_what_counts_reads_no_words_no_names_and_nothing_sealed(database, sent, owner_cursor):
    readable = "select id, counted from gt_entry"
    with psycopg.connect(database.url("gt_extract")) as extract:
        seen = extract.execute(readable).fetchall()
        assert len(seen) == 2 and "Canary" not in repr(seen)
        for table, column in (
            ("gt_entry", "answers"), ("gt_entry", "by_id"), ("gt_person", "given_name"),
            ("gt_person", "family_name"), ("gt_occasion", "id"), ("gt_draft", "id"),
            ("gt_identifier", "value"), ("gt_account", "id"), ("gt_grant", "id"),
            ("gt_episode", "claimed_by_id"),
        ):  # fmt: skip
            with pytest.raises(psycopg.errors.InsufficientPrivilege), extract.transaction():
                extract.execute(f"select {column} from {table}")
        for call in (
            "gt_leave_desk(gen_random_uuid())", "gt_my_scopes()", "gt_my_desks()", "gt_my_seals()",
        ):  # fmt: skip
            refused = pytest.raises(psycopg.errors.InsufficientPrivilege, match="permission denied")
            with refused, extract.transaction():
                extract.execute(f"select {call}")
    owner_cursor.execute("set session_replication_role = replica")
    owner_cursor.execute("update gt_entry set seal = 'lado'")
    owner_cursor.execute("set session_replication_role = origin")
    with psycopg.connect(database.url("gt_extract")) as extract:
        assert extract.execute(readable).fetchall() == []


def corrected(sent, *, at) -> tuple[Entry, Entry]:
    """Screen Amir as a concern, then put it right; return both entries."""
    old_id = casework.screen(sent.people, sent.amir)
    with casework.working(sent.people["manager"], at=at) as by:
        new = corrections.correct(
            by=by, entry_id=old_id, answers=casework.ADVICE, why="It was a question", at=at
        )
        return Entry.objects.get(pk=old_id), new


def test_a_correction_stands_beside_what_it_corrects_in_the_same_place(sent):
    old, new = corrected(sent, at=NOW + timedelta(days=2))
    assert (new.episode_id, new.scope, new.seal, new.step) == (
        old.episode_id, old.scope, old.seal, old.step,
    )  # fmt: skip
    assert (new.happened_at, new.happened_precision) == (old.happened_at, old.happened_precision)
    assert new.supersedes_id == old.pk and new.why_corrected == "It was a question"
    assert old.answers["purpose"] == "concern" and new.answers["purpose"] == "advice-request"


def test_an_entry_is_corrected_once_and_its_correction_may_be_corrected(sent):
    old, new = corrected(sent, at=NOW)
    with casework.working(sent.people["manager"]) as by:
        with pytest.raises(Conflict, match="corrected already"):
            corrections.correct(
                by=by, entry_id=old.pk, answers=casework.ADVICE, why="Again", at=NOW
            )
        corrections.correct(by=by, entry_id=new.pk, answers=casework.SCREENED, why="Again", at=NOW)
        with pytest.raises(IntegrityError, match="gt_entry_superseded_once"), transaction.atomic():
            _insert(by, old, supersedes_id=old.pk)


def _insert(by, like: Entry, **changed: object) -> Entry:
    """Insert an entry past the action, as a careless piece of code would."""
    values = {
        "step": like.step, "episode_id": like.episode_id, "scope": like.scope, "seal": like.seal,
        "desk": like.desk, "happened_at": NOW, "recorded_at": NOW, "by_id": by.account_id,
        "agency_id": by.agency_id, "why_corrected": "Careless",
    }  # fmt: skip
    return Entry.objects.create(**values | changed)


def test_nothing_supersedes_an_entry_of_another_episode_scope_or_seal(sent, owner_cursor):
    entry_id = casework.screen(sent.people, sent.amir)
    with casework.working(sent.people["manager"]) as by:
        zain = Episode.objects.get(pk=sent.zain)
        old = Entry.objects.get(pk=entry_id)
    owner_cursor.execute(
        "insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at)"
        " values (gen_random_uuid(), %s, 'access-list', 5, gen_random_uuid(), 'lado',"
        " 'made for a test', %s)",
        [sent.people["manager"], NOW - timedelta(days=1)],
    )
    for elsewhere in (
        {"episode_id": zain.pk},
        {"scope": zain.scope},
        {"scope": sent.occasion_id},
        {"seal": "lado"},
    ):
        stopped = pytest.raises(IntegrityError, match="gt_entry_supersedes_same_place")
        with stopped, casework.working(sent.people["manager"]) as by:
            _insert(by, old, supersedes_id=old.pk, **elsewhere)


@pytest.mark.parametrize("why", ["", "   "])
def test_a_correction_says_why(sent, why):
    entry_id = casework.screen(sent.people, sent.amir)
    with casework.working(sent.people["manager"]) as by:
        with pytest.raises(Refused) as refused:
            corrections.correct(by=by, entry_id=entry_id, answers=casework.ADVICE, why=why, at=NOW)
        assert [problem.field for problem in refused.value.problems] == ["why_corrected"]
        with pytest.raises(IntegrityError, match="gt_entry_correction_has_reason"):
            with transaction.atomic():
                _insert(
                    by, Entry.objects.get(pk=entry_id), supersedes_id=entry_id, why_corrected=""
                )


def test_who_may_not_record_a_step_may_not_correct_it(sent):
    casework.screen(sent.people, sent.amir)
    entry_id = casework.decide(sent.people, sent.amir, casework.ADVISE)
    for who, reason in (
        ("screener", "role-may-not-record-this-step"),
        ("correspondence", "role-may-not"),
        ("lead", "role-may-not"),
    ):
        with casework.working(sent.people[who]) as by, pytest.raises(Denied) as denied:
            corrections.correct(by=by, entry_id=entry_id, answers=casework.ADVISE, why="I", at=NOW)
        assert denied.value.reason == reason


def test_what_was_known_before_and_after_a_correction(sent):
    corrected(sent, at=NOW + timedelta(days=2))
    later = NOW + timedelta(days=5)

    def purposes(known_on: date | None) -> list[str]:
        with casework.working(sent.people["manager"], at=later) as viewer:
            person_id = Episode.objects.get(pk=sent.amir).subject_person_id
            story = thread.of(viewer=viewer, person_id=person_id, now=later, known_on=known_on)
        screened = [entry for entry in story.entries if entry.step == "contact-screened"]
        return [entry.said[0].answer for entry in screened]

    day = NOW.date()
    assert purposes(day - timedelta(days=1)) == []
    assert purposes(day) == ["A concern about a child"]
    assert purposes(day + timedelta(days=1)) == ["A concern about a child"]
    assert purposes(day + timedelta(days=2)) == ["A request for advice"]
    assert purposes(None) == ["A request for advice"]


def test_looking_back_uses_todays_access(sent, owner_cursor):
    """Who left the desk since does not see what they could have seen then."""
    with casework.working(sent.people["screener"]):
        person_id = Episode.objects.get(pk=sent.amir).subject_person_id
    owner_cursor.execute("update gt_desk_seat set ends_at = %s", [NOW + timedelta(days=1)])
    later = NOW + timedelta(days=5)
    with casework.working(sent.people["screener"], at=later) as viewer, pytest.raises(Denied):
        thread.of(viewer=viewer, person_id=person_id, now=later, known_on=NOW.date())
