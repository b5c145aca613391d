"""Breaking the glass: one child, to be looked at, for an hour, by whoever was refused.

SECURITY P8. It opens nothing that is sealed or kept from somebody, and the privacy officers of both
agencies are told at once without a word of whom it is about.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from goldenthread.access import decision, grants, rows
from goldenthread.access.decision import Denied
from goldenthread.actions import break_glass as breaking
from goldenthread.actions import contacts, corrections, entries, register
from goldenthread.actions import exclusions as excluding
from goldenthread.actions.conflict import Conflict
from goldenthread.content import catalogue
from goldenthread.content.partnership import break_glass as content
from goldenthread.language.role import Role
from goldenthread.project import present
from goldenthread.queries import break_glass, thread
from goldenthread.records.address import Address
from goldenthread.records.break_glass import BreakGlass
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from tests.made import casework, layers, visit

pytestmark = pytest.mark.postgresql

WHY = "Found alone at the bus station; her worker does not answer"
LAYERS = ("both", "row security alone", "application alone")
SENT = {"category": "here", "why": WHY}


@dataclass(frozen=True, kw_only=True)
class World:
    """A social worker, and two brothers at the front door she has nothing to do with."""

    people: casework.People
    amir: UUID
    zain: UUID
    contact: UUID
    who: UUID


@pytest.fixture
def world(people, home) -> World:
    occasion = casework.send(people["lead"], "Amir", "Zain")
    contact, sibling = casework.contacts_of(occasion, people=people)
    casework.screen(people, contact)
    with casework.working(people["manager"]):
        amir = Episode.objects.get(pk=contact).subject_person_id
        zain = Episode.objects.get(pk=sibling).subject_person_id
    return World(people=people, amir=amir, zain=zain, contact=contact, who=people["social worker"])


@contextmanager
def layer(name: str, database) -> Iterator[None]:
    off = {
        "both": nullcontext,
        "row security alone": layers.without_the_application,
        "application alone": lambda: layers.without_row_security(database.owner),
    }[name]
    with off():
        yield


def address(world: World, child: UUID | None = None) -> str:
    return reverse("break-glass", args=[child or world.amir])


def refuse(world: World, child: UUID | None = None):
    browser = visit.signed_in(world.who)
    refused = browser.get(reverse("thread", args=[child or world.amir]))
    assert refused.status_code == 404
    return browser


def broken(world: World, child: UUID | None = None):
    """Break the glass through the pages; return the browser."""
    browser, thread_of = refuse(world, child), reverse("thread", args=[child or world.amir])
    done = browser.post(address(world, child), SENT)
    assert (done.status_code, done.headers.get("Location")) == (302, thread_of)
    return browser


def seen_by(account_id: UUID, *, at=None) -> set[UUID]:
    with casework.working(account_id, at=at or present.now()) as viewer:
        return {
            row.pk
            for model in layers.MODELS
            for row in rows.visible(viewer=viewer, rows=model.objects.all())
        }


def only_one(database) -> dict[str, object]:
    with psycopg.connect(database.owner, row_factory=psycopg.rows.dict_row) as owner:
        (row,) = owner.execute("select * from gt_break_glass").fetchall()
        return row


def how_many(database) -> int:
    with psycopg.connect(database.owner) as owner:
        (found,) = owner.execute("select count(*) from gt_break_glass").fetchone()
        return found


def test_it_is_offered_after_a_refusal_alike_for_what_is_there_and_what_is_not(world):
    browser = visit.signed_in(world.who)
    hidden = browser.get(reverse("thread", args=[world.amir]))
    missing = browser.get(reverse("thread", args=[uuid4()]))
    assert hidden.status_code == missing.status_code == 404
    assert "say why you must see the record now" in visit.words(hidden)
    assert visit.words(hidden) == visit.words(missing)
    where = browser.get(reverse("who-and-where", args=[world.amir]))
    assert 'href="../break-glass/"' in where.content.decode()


def test_only_roles_declared_to_have_it_are_offered_it_and_only_after_a_refusal(world):
    may = {key for key, role in catalogue.declared(Role).items() if "break-glass.open" in role.may}
    assert may == {
        "front-door-screener", "front-door-manager", "emergency-duty-worker", "social-worker",
        "social-work-team-manager",
    }  # fmt: skip
    assert set(grants.through("break-glass")) == may
    browser = visit.signed_in(world.people["lead"])
    assert browser.get(address(world)).status_code == 403
    never_refused = visit.signed_in(world.people["team manager"])
    assert never_refused.get(address(world)).status_code == 404
    assert never_refused.post(address(world), SENT).status_code == 404


@pytest.mark.parametrize("name", LAYERS)
def test_it_opens_one_child_and_no_other(world, database, name):
    before = seen_by(world.who)
    assert not {world.amir, world.contact} & before
    broken(world)
    with layer(name, database):
        now = seen_by(world.who)
    assert {world.amir, world.contact} <= now
    assert world.zain not in now
    with casework.working(world.who, at=present.now()) as viewer:
        assert "Amir" in repr(thread.of(viewer=viewer, person_id=world.amir, now=present.now()))


@pytest.mark.parametrize("name", LAYERS)
def test_it_ends_by_itself_after_sixty_minutes(world, database, name):
    broken(world)
    row = only_one(database)
    assert row["ends_at"] - row["opened_at"] == timedelta(minutes=60)
    with layer(name, database):
        just = row["ends_at"] - timedelta(seconds=1)
        assert world.amir in seen_by(world.who, at=just)
        assert world.amir not in seen_by(world.who, at=row["ends_at"])


@pytest.mark.parametrize("name", LAYERS)
def test_a_privacy_officer_ends_it_at_once(world, database, name):
    browser = broken(world)
    officer = visit.signed_in(world.people["privacy officer"])
    one = reverse("broken-glass-one", args=[only_one(database)["id"]])
    assert officer.post(one, {"do": "end"}).status_code == 302
    assert browser.get(reverse("thread", args=[world.amir])).status_code == 404
    with layer(name, database):
        assert world.amir not in seen_by(world.who)
    assert officer.post(one, {"do": "end"}).status_code == 409


WRITES = {
    "entry": lambda by, world: entries.record(
        by=by, step="contact-screened", on=world.contact, answers=casework.SCREENED,
        at=present.now(),
    ),
    "claim": lambda by, world: contacts.claim(
        by=by, episode_id=world.contact, version=2, at=present.now()
    ),
    "address": lambda by, world: register.add(
        by=by, person_id=world.amir, what="address", at=present.now(),
        answers={"lines": "1 High Street", "kind": "home"},
    ),
    "correction": lambda by, world: corrections.correct(
        by=by, entry_id=Entry.objects.filter(episode_id=world.contact).first().pk,
        answers=casework.ADVICE, why="Wrong", at=present.now(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", WRITES)
@pytest.mark.parametrize("name", LAYERS)
def test_nothing_is_written_through_it(world, database, bare, name, what):
    broken(world)
    with (
        layer(name, database),
        pytest.raises((Denied, Conflict, DatabaseError)),
        casework.working(world.who, at=present.now()) as by,
    ):
        WRITES[what](by, world)


def test_postgresql_itself_lets_nothing_be_written_through_it(world, database):
    broken(world)
    with casework.working(world.who, at=present.now()) as by, connection.cursor() as cursor:
        cursor.execute("update gt_person set sex = 'M' where id = %s", [world.amir])
        assert cursor.rowcount == 0
        cursor.execute("delete from gt_clock_run where episode_id = %s", [world.contact])
        assert cursor.rowcount == 0
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Address.objects.create(
                id=uuid4(), person_id=world.amir, kind="home", lines="1", postcode="",
                recorded_at=present.now(), recorded_by_id=by.account_id, scope=world.amir,
            )  # fmt: skip
        with pytest.raises(DatabaseError, match="no such episode"), transaction.atomic():
            cursor.execute("select gt_leave_desk(%s)", [world.contact])


def test_the_refusal_of_a_write_says_why_and_hides_nothing(world):
    broken(world)
    with casework.working(world.who, at=present.now()) as viewer:
        person = Person.objects.get(pk=world.amir)
        found = decision.decide(viewer=viewer, verb="register.write", record=person)
        assert (found.allowed, found.reason) == (False, "read-only")
        assert found.reason not in decision.HIDDEN
        read = decision.decide(viewer=viewer, verb="register.read", record=person)
        assert read.allowed
        assert read.purposes == {"emergency-protection"}
        assert {"safe-address", "source-identity"} <= read.mask


def test_every_page_seen_through_it_says_so_and_each_look_is_on_the_trail_with_its_id(
    world, database
):
    browser = broken(world)
    trail = visit.Trail(database.owner)
    trail.new()
    glass = only_one(database)["id"]
    for name, about in (
        ("thread", world.amir), ("who-and-where", world.amir), ("contact", world.contact)
    ):  # fmt: skip
        page = browser.get(reverse(name, args=[about]))
        assert page.status_code == 200, name
        assert "You see this by break-glass: 60 minutes left" in visit.words(page), name
        (row,) = [each for each in trail.new() if each["decision"] == "served"]
        assert row["reason"] == f"200 break-glass:{glass}"
    trail.close()
    assert "by break-glass" not in visit.words(browser.get(reverse("my-children")))
    manager = visit.signed_in(world.people["manager"])
    page = visit.words(manager.get(reverse("thread", args=[world.amir])))
    assert "by break-glass" not in page


def test_the_privacy_officers_are_told_at_once_and_not_of_whom(world):
    broken(world)
    with connection.cursor() as cursor:
        cursor.execute(
            "select args::text from procrastinate_jobs where task_name = 'tell_of_break_glass'"
        )
        ((told,),) = cursor.fetchall()
    assert str(world.people["privacy officer"]) in told
    assert str(world.amir) not in told
    officer = visit.signed_in(world.people["privacy officer"])
    page = visit.words(officer.get(reverse("broken-glass")))
    for says in ("Social Worker", "Amir", "1 waits for you"):
        assert says in page


def test_it_is_reviewed_by_somebody_else_with_what_was_found_and_done(world, database):
    browser = broken(world)
    browser.get(reverse("thread", args=[world.amir]))
    officer = visit.signed_in(world.people["privacy officer"])
    one = reverse("broken-glass-one", args=[only_one(database)["id"]])
    page = visit.words(officer.get(one))
    assert WHY in page
    assert "Read the story so far" in page
    refused = officer.post(one, {"outcome": "", "done": ""})
    assert refused.status_code == 422
    for says in ("Say whether it was justified", "Say how you know"):
        assert says in visit.words(refused)
    sent = {"outcome": "justified", "done": "Her manager confirms it."}
    assert officer.post(one, sent).status_code == 302
    assert officer.post(one, sent).status_code == 409
    assert "It was justified" in visit.words(officer.get(reverse("broken-glass")))
    with psycopg.connect(database.owner) as owner, pytest.raises(psycopg.errors.CheckViolation):
        owner.execute("update gt_break_glass set reviewed_by_id = account_id")


def test_nothing_sealed_is_opened_and_it_answers_as_what_is_not_there(world, database):
    with psycopg.connect(database.owner) as owner:
        owner.execute("set session_replication_role = replica")
        owner.execute("update gt_person set seal = 'adopted:x' where id = %s", [world.amir])
    browser, nobody = refuse(world), uuid4()
    browser.get(reverse("thread", args=[nobody]))
    sealed = browser.post(address(world), SENT)
    missing = browser.post(address(world, nobody), SENT)
    assert sealed.status_code == missing.status_code == 404
    assert visit.words(sealed) == visit.words(missing)
    assert set(sealed.headers) == set(missing.headers)
    assert how_many(database) == 0


@pytest.mark.parametrize("when", ["before", "while it is open"])
def test_who_is_on_the_exclusion_list_opens_nothing_and_sees_no_more_from_then_on(
    world, database, when
):
    browser = refuse(world) if when == "before" else broken(world)
    now = present.now()
    officer = world.people["privacy officer"]
    with casework.working(officer, at=now), connection.cursor() as cursor:
        cursor.execute(excluding.EXCLUDE, [world.who, [world.amir], "relative", "", False, now])
    assert browser.post(address(world), SENT).status_code == 404
    for name in LAYERS:
        with layer(name, database):
            assert not {world.amir, world.contact} & seen_by(world.who)


def test_a_part_of_the_record_that_is_sealed_stays_sealed(world, database):
    with psycopg.connect(database.owner) as owner:
        owner.execute("set session_replication_role = replica")
        (entry,) = owner.execute(
            "update gt_entry set seal = 'police-intelligence:x' where id = (select id from"
            " gt_entry where episode_id = %s limit 1) returning id",
            [world.contact],
        ).fetchone()
    broken(world)
    for name in LAYERS:
        with layer(name, database):
            seen = seen_by(world.who)
        assert world.contact in seen
        assert entry not in seen


def test_again_while_one_runs_is_noticed(world, database):
    def noticed() -> list[UUID]:
        with psycopg.connect(database.owner) as owner:
            found = owner.execute(
                "select person_id from gt_signal where kind = 'break-glass-again'"
            )
            return [person for (person,) in found]

    broken(world)
    assert noticed() == []
    broken(world, world.zain)
    assert noticed() == [world.zain]


def test_the_third_in_a_week_is_noticed_though_the_others_have_ended(world, database):
    assert content.MANY == 3
    with psycopg.connect(database.owner) as owner:
        for days in (1, 6):
            opened = present.now() - timedelta(days=days)
            glass = uuid4()
            owner.execute(
                "insert into gt_break_glass (id, account_id, person_id, category, why, opened_at,"
                " ends_at, scope, desk, seal) values (%s, %s, %s, 'here', 'made for a test', %s,"
                " %s, %s, 'privacy', '')",
                [glass, world.who, world.zain, opened, opened + content.LASTS, glass],
            )
    broken(world)
    with psycopg.connect(database.owner) as owner:
        found = owner.execute("select kind, seen from gt_signal").fetchall()
    assert found == [("break-glass-again", 3)]


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({**SENT, "category": "x"}, "Say what cannot wait"),
        ({**SENT, "why": "too short"}, "in 20 characters or more"),
        ({**SENT, "why": "x" * 2001}, "2000 characters or fewer"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_is_opened(
    world, database, sent, says
):
    refused = refuse(world).post(address(world), sent)
    assert refused.status_code == 422
    assert says in visit.words(refused)
    assert how_many(database) == 0


def test_it_asks_to_show_again_that_it_is_them(world):
    with casework.working(world.who, at=present.now()) as viewer:
        stale = replace(viewer, proved=False)
        found = decision.decide(viewer=stale, verb="break-glass.open")
        assert (found.allowed, found.reason) == (False, decision.PROVE_AGAIN)


def test_nobody_reads_of_it_but_the_desk(world):
    broken(world)
    for who in ("manager", "social worker", "guardian"):
        with casework.working(world.people[who], at=present.now()) as viewer:
            assert not rows.visible(viewer=viewer, rows=BreakGlass.objects.all()).exists()
            with pytest.raises(Denied):
                break_glass.listed(viewer=viewer, now=present.now())
    officer = world.people["privacy officer"]
    with casework.working(officer, at=present.now()) as by, pytest.raises(Denied):
        breaking.end(by=by, glass_id=uuid4(), at=present.now())
