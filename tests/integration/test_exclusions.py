"""The exclusion list: asked before anything else, in both layers, and on the very next request.

SECURITY 2.1: whoever is excluded is told what they would be told of what is not there, and nothing
overrides it but two people together.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection
from django.urls import reverse

from goldenthread.access import decision, exclusions, holders, rows
from goldenthread.access.decision import Denied
from goldenthread.actions import exclusions as excluding
from goldenthread.actions import restricting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.exclusions import Declared
from goldenthread.content import exclusions as content
from goldenthread.queries import exclusions as listing
from goldenthread.queries import known, queue, shared_copies
from goldenthread.queries import register as searching
from goldenthread.queries.register import Sought
from goldenthread.records.episode import Episode
from goldenthread.records.exclusion import Exclusion
from goldenthread.records.person import Person
from tests.made import casework, layers, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

EXCLUSIONS = "/exclusions/"
WHY = "His mother is her sister"
HOME = """
insert into gt_account_home (account_id, lines, postcode)
values (%s, '4 Bec Street, Bradford', 'BD11AA')
"""
ADDRESS = """
insert into gt_address (id, person_id, kind, lines, postcode, is_safe, recorded_at, recorded_by_id,
  why_ended, scope, desk, seal)
select gen_random_uuid(), id, 'home', E'4 BEC street\\nBradford', 'bd1 1aa', false, %s, %s, '',
  scope, desk, seal from gt_person where id = %s
"""
LAYERS = ("both", "row security alone", "application alone")


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Two brothers of one referral, one of whom a screener says she is related to."""

    people: casework.People
    amir: UUID
    zain: UUID
    contact: UUID
    sibling: UUID


@pytest.fixture
def brothers(people) -> Kept:
    occasion = casework.send(people["lead"], "Amir", "Zain")
    contact, sibling = casework.contacts_of(occasion, people=people)
    casework.screen(people, contact)
    with casework.working(people["manager"]):
        amir = Episode.objects.get(pk=contact).subject_person_id
        zain = Episode.objects.get(pk=sibling).subject_person_id
    return Kept(people=people, amir=amir, zain=zain, contact=contact, sibling=sibling)


def said(who: UUID, **changed: object) -> Declared:
    return replace(
        Declared(who=who, kind="relative", why=WHY, others=content.NOBODY_ELSE), **changed
    )


def declare(kept: Kept, who: str = "screener", *, by: str = "", **changed: object) -> int:
    with casework.working(kept.people[by or who]) as viewer:
        return excluding.declare(
            by=viewer, person_id=kept.amir, said=said(kept.people[who], **changed), at=NOW
        )


@contextmanager
def layer(name: str, database) -> Iterator[None]:
    off = {
        "both": nullcontext,
        "row security alone": layers.without_the_application,
        "application alone": lambda: layers.without_row_security(database.owner),
    }[name]
    with off():
        yield


def seen_by(account_id: UUID) -> set[UUID]:
    with casework.working(account_id) as viewer:
        return {
            row.pk
            for model in layers.MODELS
            for row in rows.visible(viewer=viewer, rows=model.objects.all())
        }


def rows_about(database, *people: UUID) -> set[UUID]:
    """Every row under these people's scope or of an occasion they came in with, bare."""
    with psycopg.connect(database.owner) as owner:
        scopes = list(people) + [
            occasion
            for (occasion,) in owner.execute(
                "select occasion_id from gt_episode where subject_person_id = any(%s)",
                [list(people)],
            )
            if occasion
        ]
        return {
            row_id
            for table in layers.TABLES
            for (row_id,) in owner.execute(
                f"select id from {table} where scope = any(%s)",  # our own table names
                [scopes],
            )
        }


@pytest.mark.parametrize("name", LAYERS)
def test_no_row_about_the_child_is_seen_by_who_is_excluded_and_others_see_all(
    brothers, database, name
):
    about = rows_about(database, brothers.amir)
    before = seen_by(brothers.people["screener"])
    assert about & before, "a screener sees them first"
    declare(brothers)
    with layer(name, database):
        assert seen_by(brothers.people["screener"]) & about == set()
        assert about & before <= seen_by(brothers.people["second screener"])


@pytest.mark.parametrize("name", LAYERS)
def test_what_is_recorded_of_the_child_later_is_covered_too(brothers, database, name):
    declare(brothers)
    casework.decide(brothers.people, brothers.contact, casework.REFER)
    later = casework.send(brothers.people["other lead"], "Amir")
    (again,) = casework.contacts_of(later, people=brothers.people)
    with casework.working(brothers.people["manager"]) as by:
        same = Episode.objects.get(pk=again).subject_person_id
    with psycopg.connect(database.owner) as owner:
        owner.execute("set session_replication_role = replica")
        owner.execute("update gt_person set same_as_id = %s where id = %s", [brothers.amir, same])
    about = rows_about(database, brothers.amir, same)
    with layer(name, database):
        assert seen_by(brothers.people["screener"]) & about == set()
        assert about & seen_by(brothers.people["second screener"])
    assert by.may


@pytest.mark.parametrize("name", LAYERS)
def test_a_row_kept_elsewhere_that_names_the_child_is_kept_back(brothers, database, name):
    """The tie on a brother's record, a copy given before, a signal of a look."""
    screener = brothers.people["screener"]
    with psycopg.connect(database.owner) as owner:
        owner.execute(
            "insert into gt_relationship (id, person_id, other_id, pair, kind, why_ended,"
            " parental_responsibility, recorded_at, recorded_by_id, scope, desk, seal)"
            " select gen_random_uuid(), id, %s, gen_random_uuid(), 'sibling', '', false, %s, %s,"
            " scope, desk, seal from gt_person where id = %s",
            [brothers.amir, NOW, screener, brothers.zain],
        )
        (signal,) = owner.execute(
            "insert into gt_signal (id, kind, account_id, person_id, day, seen, usual, raised_at,"
            " outcome, why, scope, desk, seal) values (gen_random_uuid(), 'closed-case', %s, %s,"
            " %s, 1, 0, %s, '', '', %s, '', '') returning id",
            [screener, brothers.amir, NOW.date(), NOW, screener],
        ).fetchone()
        (tied,) = owner.execute(
            "select id from gt_relationship where other_id = %s", [brothers.amir]
        ).fetchone()
    assert {signal, tied} <= seen_by(screener)
    declare(brothers)
    with layer(name, database):
        assert seen_by(screener) & {signal, tied} == set()


def test_it_is_the_second_thing_asked_and_no_grant_or_seal_overrides_it(brothers, database):
    """The layer that filters is off, so that `decide` itself is asked with the record in hand."""
    casework.claim(brothers.people["screener"], brothers.contact)
    declare(brothers)
    with layer("application alone", database):
        with casework.working(brothers.people["screener"]) as viewer:
            record = Person.objects.get(pk=brothers.amir)
            assert not decision.decide(viewer=viewer, verb="thread.read", record=record).allowed
            found = decision.decide(viewer=viewer, verb="thread.read", record=record)
            assert found.reason == "excluded" and found.reason in decision.HIDDEN
    with psycopg.connect(database.owner) as owner:
        owner.execute(
            "insert into gt_grant (id, account_id, kind, level, scope, seal, source, starts_at)"
            " values (gen_random_uuid(), %s, 'contact-holder', 4, %s, '', 'made for a test', %s)",
            [brothers.people["screener"], brothers.amir, NOW],
        )
    for name in LAYERS:
        with layer(name, database):
            assert brothers.amir not in seen_by(brothers.people["screener"])


def test_it_answers_as_one_that_is_not_there_on_the_very_next_request(brothers):
    browser = visit.signed_in(brothers.people["screener"])
    assert browser.get(reverse("thread", args=[brothers.amir])).status_code == 200
    sent = {"kind": "relative", "others": "nobody", "why": WHY}
    done = browser.post(reverse("conflict", args=[brothers.amir]), sent)
    assert (done.status_code, done.headers["Location"]) == (302, reverse("conflict-kept"))
    assert browser.get(done.headers["Location"]).status_code == 200
    for name, about in (
        ("thread", brothers.amir), ("who-and-where", brothers.amir), ("shares", brothers.amir),
        ("contact", brothers.contact), ("conflict", brothers.amir),
    ):  # fmt: skip
        hidden = browser.get(reverse(name, args=[about]))
        missing = browser.get(reverse(name, args=[uuid4()]))
        assert hidden.status_code == missing.status_code == 404, name
        assert visit.words(hidden) == visit.words(missing)
        assert set(hidden.headers) == set(missing.headers)


def test_the_search_the_queue_the_counts_and_the_brother_say_nothing_of_it(brothers):
    declare(brothers)
    with casework.working(brothers.people["screener"]) as viewer:
        assert "Amir" not in repr(queue.waiting(viewer=viewer, now=NOW))
        flags = known.about(viewer=viewer, person_id=brothers.zain, now=NOW)
        assert flags.flags.others == 0 and brothers.amir not in {p.person_id for p in flags.people}
        looked = searching.search(
            viewer=viewer, sought=Sought(given_name="Amir", family_name="Akhtar")
        )
        assert brothers.amir not in {each.person_id for each in looked.matches}
        assert searching.names(viewer=viewer, person_ids=[brothers.amir]) == {}
    browser = visit.signed_in(brothers.people["screener"])
    page = browser.get(reverse("contact", args=[brothers.sibling]))
    assert page.status_code == 200 and "Amir" not in visit.words(page)
    with casework.working(brothers.people["second screener"]) as viewer:
        assert "Amir" in repr(queue.waiting(viewer=viewer, now=NOW))


def test_what_is_partly_kept_back_is_recorded_by_somebody_else(brothers):
    declare(brothers)
    with (
        casework.working(brothers.people["screener"]),
        pytest.raises(Conflict, match="do not see all of"),
    ):
        casework.screen(brothers.people, brothers.sibling)


def test_whoever_held_it_is_taken_off_and_the_manager_hears_that_it_waits_and_not_why(
    brothers, bare
):
    casework.claim(brothers.people["screener"], brothers.contact)
    assert declare(brothers) == 1
    with casework.working(brothers.people["manager"]):
        episode = Episode.objects.get(pk=brothers.contact)
        assert (episode.claimed_by_id, episode.claimed_at) == (None, None)
    with connection.cursor() as cursor:
        cursor.execute("select args::text from procrastinate_jobs where task_name = %s",
                       ["tell_manager_taken_off"])  # fmt: skip
        told = {args for (args,) in cursor.fetchall()}
    expected = {str(brothers.people[who]) for who in ("manager", "second manager", "team manager")}
    assert {who for who in expected for args in told if who in args} == expected
    assert all("relative" not in args and str(brothers.amir) not in args for args in told)
    casework.claim(brothers.people["second screener"], brothers.contact)


def test_nobody_kept_from_a_child_is_given_them_to_hold_or_told_of_them(brothers):
    declare(brothers)
    kept = brothers.people["screener"]
    with casework.working(brothers.people["manager"]) as viewer:
        episode = Episode.objects.get(pk=brothers.contact)
        may_hold = holders.of(episode=episode, agency_id=viewer.agency_id, now=NOW)
        assert kept not in {each.pk for each in may_hold}
        assert brothers.people["second screener"] in {each.pk for each in may_hold}
        found, _ = shared_copies.people(viewer=viewer, words="Screener", about=brothers.amir)
        assert {each.account_id for each in found} == {brothers.people["second screener"]}
        with pytest.raises(Denied, match="nobody-to-tell"):
            shared_copies.to_tell(viewer=viewer, account_id=kept, about=brothers.amir)
        shared_copies.to_tell(viewer=viewer, account_id=kept, about=brothers.zain)
        assert exclusions.accounts(person_id=brothers.zain) == frozenset()


def test_who_is_named_on_a_restricted_record_and_excluded_gets_no_grant_of_it(brothers, bare):
    declare(brothers)
    with casework.working(brothers.people["manager"]) as by:
        restricting.restrict(
            by=by, person_id=brothers.amir, custodian=brothers.people["manager"],
            telephone="01632 960 999", why="An officer's child, threatened at home",
            named=[brothers.people["screener"]], at=NOW,
        )  # fmt: skip
    assert brothers.amir not in seen_by(brothers.people["screener"])
    with casework.working(brothers.people["screener"]) as viewer:
        whole = Sought(given_name="Amir", family_name="Akhtar", number="")
        assert restricting.look_up(by=viewer, sought=whole) == ()


def test_the_others_of_the_family_must_be_asked_about(brothers):
    with pytest.raises(Refused, match="others of the family"):
        declare(brothers, others="")
    with pytest.raises(Refused, match="Tick each"):
        declare(brothers, others=content.SOME)
    with pytest.raises(Refused, match="Tick each"):
        declare(brothers, others=content.SOME, ticked=frozenset({uuid4()}))
    declare(brothers, others=content.SOME, ticked=frozenset({brothers.zain}))
    assert not {brothers.amir, brothers.zain} & seen_by(brothers.people["screener"])
    page = visit.words(
        visit.signed_in(brothers.people["second screener"]).get(
            reverse("conflict", args=[brothers.amir])
        )
    )
    assert "Zain" in page and "And the others of the family?" in page


def test_the_household_is_whoever_lives_there_later_too(brothers, database):
    declare(brothers, others=content.HOUSEHOLD_TOO)
    assert brothers.zain in seen_by(brothers.people["screener"]), "nobody says yet that he does"
    with psycopg.connect(database.owner) as owner:
        owner.execute("insert into gt_household (id, recorded_at) values (%s, %s)", [uuid4(), NOW])
        owner.execute(
            "insert into gt_household_member (id, person_id, household_id, why_ended, recorded_at,"
            " recorded_by_id, scope, desk, seal) select gen_random_uuid(), p.id, h.id, '', %s, %s,"
            " p.scope, p.desk, p.seal from gt_person p, gt_household h where p.id = any(%s)",
            [NOW, brothers.people["manager"], [brothers.amir, brothers.zain]],
        )
    assert brothers.zain not in seen_by(brothers.people["screener"])


@pytest.mark.parametrize("which", ["address first", "home first"])
def test_who_lives_where_somebody_is_recorded_is_kept_from_them_without_anybody_saying_so(
    brothers, database, which
):
    screener = brothers.people["screener"]
    home = (HOME, [screener])
    address = (ADDRESS, [NOW, screener, brothers.amir])
    order = (address, home) if which == "address first" else (home, address)
    with psycopg.connect(database.owner) as owner:
        owner.execute("set role gt_loader")
        for statement, told in order:
            owner.execute(statement, told)
    assert brothers.amir not in seen_by(screener)
    with casework.working(brothers.people["privacy officer"]) as viewer:
        (found,) = listing.listed(viewer=viewer)
        assert (found.who, found.by, found.kind) == ("Screener", "", content.KINDS["household"])


def test_a_manager_says_it_of_a_colleague_and_a_colleague_of_nobody_else(brothers):
    declare(brothers, "second screener", by="manager")
    assert brothers.amir not in seen_by(brothers.people["second screener"])
    with pytest.raises(Denied):
        declare(brothers, "manager", by="screener")
    with pytest.raises(Refused, match="Choose who"):
        declare(brothers, "police partner", by="manager")
    with pytest.raises(Denied):
        declare(brothers, "chair")


def test_a_privacy_officer_keeps_anybody_from_anybody_on_the_register(brothers):
    officer = visit.signed_in(brothers.people["privacy officer"])
    address = reverse("exclude", args=[brothers.amir])
    assert "Amir" in visit.words(officer.get(address))
    refused = officer.post(address, {"why": WHY})
    assert refused.status_code == 422
    for says in ("Choose who is to be kept", "Say how they know"):
        assert says in visit.words(refused)
    sent = {"who": str(brothers.people["police partner"]), "kind": "neighbour", "why": WHY}
    assert officer.post(address, sent).status_code == 302
    page = visit.words(officer.get(reverse("exclusions")))
    assert "Police Partner" in page and "Amir" in page
    assert officer.get(reverse("exclude", args=[uuid4()])).status_code == 404


def test_a_privacy_officer_who_is_kept_from_somebody_sees_nothing_of_them_on_the_list(brothers):
    declare(brothers)
    with casework.working(brothers.people["guardian"]) as viewer:
        (listed,) = listing.listed(viewer=viewer)
    with casework.working(brothers.people["manager"]), connection.cursor() as cursor:
        asked = [brothers.people["privacy officer"], [brothers.amir], "neighbour", "", False, NOW]
        cursor.execute(excluding.EXCLUDE, asked)
    officer = visit.signed_in(brothers.people["privacy officer"])
    assert "Screener" not in visit.words(officer.get(reverse("exclusions")))
    assert officer.get(reverse("exclusion", args=[listed.exclusion_id])).status_code == 404
    looks = officer.get(reverse("looks-at", args=[brothers.amir]))
    assert looks.status_code == 404 or "Amir" not in visit.words(looks)


def test_what_was_said_is_read_by_nobody_it_is_about(brothers, database):
    declare(brothers)
    for name in LAYERS:
        with layer(name, database), casework.working(brothers.people["screener"]) as viewer:
            assert not rows.visible(viewer=viewer, rows=Exclusion.objects.all()).exists()
    browser = visit.signed_in(brothers.people["screener"])
    assert browser.get(reverse("exclusions")).status_code == 403


def lift(brothers: Kept, asker: str, decider: str) -> bool:
    with casework.working(brothers.people[asker]) as by:
        (found,) = listing.listed(viewer=by)
        excluding.ask_to_lift(
            by=by, exclusion_id=found.exclusion_id, why="They are no relation after all", at=NOW
        )
    page = visit.signed_in(brothers.people[decider])
    address = reverse("exclusion", args=[found.exclusion_id])
    shown = page.get(address).content.decode().split('name="shown" value="')[1].split('"')[0]
    sent = {"do": "settle", "decision": "agreed", "shown": shown}
    return page.post(address, sent).status_code == 302


@pytest.fixture
def partner(brothers, loader_cursor) -> Kept:
    """The council's own safeguarding partner beside those of the other agencies."""
    loader_cursor.execute(
        "update gt_account set agency_id = (select id from gt_agency where key = 'council')"
        " where id = %s",
        [brothers.people["partner executive"]],
    )
    return brothers


@pytest.mark.parametrize(
    ("asker", "decider"), [("guardian", "partner executive"), ("partner executive", "guardian")]
)
def test_a_guardian_and_the_councils_partner_together_let_them_back(partner, asker, decider):
    declare(partner)
    assert lift(partner, asker, decider)
    browser = visit.signed_in(partner.people["screener"])
    assert browser.get(reverse("thread", args=[partner.amir])).status_code == 200
    assert "let back" in visit.words(visit.signed_in(partner.people[asker]).get(EXCLUSIONS))


def test_nobody_else_lets_them_back_and_no_one_of_them_alone(brothers, database):
    declare(brothers)
    assert not lift(brothers, "guardian", "partner executive"), "a partner, but of the police"
    assert brothers.amir not in seen_by(brothers.people["screener"])
    with casework.working(brothers.people["privacy officer"]) as by:
        (found,) = listing.listed(viewer=by)
        with pytest.raises(Denied):
            excluding.ask_to_lift(by=by, exclusion_id=found.exclusion_id, why=WHY, at=NOW)
    for who in ("guardian", "partner executive", "privacy officer", "screener"):
        with (
            pytest.raises(DatabaseError),
            casework.working(brothers.people[who]),
            connection.cursor() as cursor,
        ):
            cursor.execute("select gt_lift_exclusion(%s, %s)", [found.exclusion_id, NOW])


def test_postgresql_itself_excludes_nobody_from_whom_the_caller_does_not_see(brothers):
    for who, people in (
        ("lead", [brothers.amir]), ("screener", [uuid4()]), ("screener", []),
        ("screener", [brothers.amir, uuid4()]),
    ):  # fmt: skip
        with (
            pytest.raises(DatabaseError),
            casework.working(brothers.people[who]),
            connection.cursor() as cursor,
        ):
            cursor.execute(
                excluding.EXCLUDE,
                [brothers.people["screener"], people, "relative", "", False, NOW],
            )


def test_somebody_on_no_list_is_kept_from_nothing(brothers):
    with casework.working(brothers.people["manager"]) as viewer:
        assert exclusions.scopes(viewer=viewer) == frozenset()
