"""A restricted record: gone for all but those named, and never a silent "no record" to some.

SECURITY P4, P17 and 2.2. One person restricts it; to lift it takes two.
"""

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from goldenthread.access import rows
from goldenthread.access.decision import Denied
from goldenthread.actions import establish, register, restricting, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.queries import queue, restricted
from goldenthread.queries.register import Sought
from goldenthread.records.episode import Episode
from goldenthread.records.restriction import Restriction
from tests.made import casework, layers, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

WHY = "An officer's child, threatened at home"
NHS = "9434765919"
EXACT = Sought(given_name="amir", family_name="AKHTAR", born=date(2012, 3, 27))


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A child restricted, with a brother or sister of the same referral who is not."""

    people: casework.People
    child: UUID
    contact: UUID
    sibling: UUID
    restriction: UUID


@pytest.fixture
def kept(people, home) -> Kept:
    occasion = casework.send(people["lead"], "Amir", "Zain")
    amir, zain = casework.contacts_of(occasion, people=people)
    casework.screen(people, amir)
    with casework.working(people["manager"]) as by:
        child = Episode.objects.get(pk=amir).subject_person_id
        number = {"kind": "nhs", "value": NHS}
        register.add(by=by, person_id=child, what="number", answers=number, at=NOW)
        restriction = restricting.restrict(
            by=by, person_id=child, custodian=people["second manager"],
            telephone="01632 960 999", why=WHY, named=[people["screener"]], at=NOW,
        )  # fmt: skip
    return Kept(people=people, child=child, contact=amir, sibling=zain, restriction=restriction)


NAMED = ("manager", "second manager", "screener")
OTHERS = ("second screener", "emergency duty", "police partner", "lead")


@pytest.mark.parametrize("layer", ["both", "row security alone", "application alone"])
def test_only_those_named_see_a_row_of_it(kept, database, layer):
    off = {
        "both": nullcontext,
        "row security alone": layers.without_the_application,
        "application alone": lambda: layers.without_row_security(database.owner),
    }[layer]
    with psycopg.connect(database.owner) as owner:
        seal = f"restricted:{kept.child}"
        sealed = {
            row_id
            for table in layers.TABLES
            for (row_id,) in owner.execute(f"select id from {table} where seal = %s", [seal])
        }
    assert len(sealed) >= 6
    with off():
        for who in (*NAMED, *OTHERS):
            with casework.working(kept.people[who]) as viewer:
                seen = {
                    row.pk
                    for model in layers.MODELS
                    for row in rows.visible(viewer=viewer, rows=model.objects.all())
                }
            assert bool(seen & sealed) is (who in NAMED), who
            assert who not in NAMED or sealed <= seen


def test_it_answers_as_one_that_is_not_there(kept):
    """Status, headers and body: what is restricted is what was never there."""
    for who in ("second screener", "emergency duty"):
        browser = visit.signed_in(kept.people[who])
        for name, about in (
            ("thread", kept.child), ("who-and-where", kept.child), ("contact", kept.contact),
            ("restrict", kept.child), ("restriction", kept.restriction),
        ):  # fmt: skip
            if name == "restrict":
                browser = visit.signed_in(kept.people["second screener"])
            hidden = browser.get(reverse(name, args=[about]))
            missing = browser.get(reverse(name, args=[uuid4()]))
            assert hidden.status_code == missing.status_code
            assert hidden.status_code == (403 if name == "restrict" else 404), (who, name)
            assert visit.words(hidden) == visit.words(missing)
            assert set(hidden.headers) == set(missing.headers)


def test_the_queue_the_search_and_the_sibling_say_nothing_of_it(kept):
    with casework.working(kept.people["second screener"]) as viewer:
        assert "Amir" not in repr(queue.waiting(viewer=viewer, now=NOW))
    browser = visit.signed_in(kept.people["second screener"])
    assert "Amir" not in visit.words(browser.get(reverse("contact", args=[kept.sibling])))
    looked = browser.post(reverse("register"), {"given_name": "Amir"})
    assert "Amir Akhtar" not in visit.words(looked) and "960 999" not in visit.words(looked)


def test_those_named_go_on_with_it(kept):
    browser = visit.signed_in(kept.people["screener"])
    assert "Amir" in visit.words(browser.get(reverse("thread", args=[kept.child])))
    assert "Amir" in visit.words(browser.get(reverse("contact", args=[kept.contact])))
    assert "Amir" in visit.words(browser.get(reverse("restricted")))
    casework.claim(kept.people["screener"], kept.contact)


@pytest.mark.parametrize("sought", [EXACT, Sought(number="943 476 5919")])
def test_who_must_not_hear_no_record_is_told_whom_to_ring_and_it_is_alerted(kept, sought):
    for who in ("second screener", "emergency duty"):
        with casework.working(kept.people[who]) as viewer:
            (found,) = restricting.look_up(by=viewer, sought=sought)
            assert (found.name, found.telephone) == ("Second Manager", "01632 960 999")
    with casework.working(kept.people["second manager"]) as viewer:
        (mine,) = restricted.listed(viewer=viewer)
        assert {look.name for look in mine.looks} == {"Second Screener", "Emergency Duty"}
    with casework.working(kept.people["manager"]) as viewer:
        (named,) = restricted.listed(viewer=viewer)
        assert named.looks == (), "the custodian alone is told who looked"
        assert restricting.look_up(by=viewer, sought=sought) == ()


@pytest.mark.parametrize(
    "sought",
    [
        Sought(given_name="Amir", family_name="Akhtar"),
        Sought(given_name="Amir", family_name="Akhtar", born=NOW.date()),
        Sought(given_name="Amira", family_name="Akhtar", born=EXACT.born),
        Sought(family_name="Akhtar", born=EXACT.born),
        Sought(number="9434765918"),
        Sought(postcode="BD1 1HX", born=EXACT.born),
    ],
)
def test_nothing_but_the_whole_name_and_birth_date_or_the_number_is_answered(kept, sought):
    with casework.working(kept.people["second screener"]) as viewer:
        assert restricting.look_up(by=viewer, sought=sought) == ()


def test_no_other_role_is_told(kept):
    with casework.working(kept.people["early help"]) as viewer:
        assert restricting.look_up(by=viewer, sought=EXACT) == ()
        asked = [["front-door-screener:council"], "Amir", "Akhtar", EXACT.born, ""]
        with connection.cursor() as cursor:
            cursor.execute(restricted.STUB, asked)
            assert cursor.fetchall() == []
    with casework.working(kept.people["lead"]) as viewer, pytest.raises(Denied):
        restricting.look_up(by=viewer, sought=EXACT)


PARTNERS = ("police partner", "health partner", "officer")


@pytest.mark.parametrize("layer", ["both", "row security alone"])
@pytest.mark.parametrize("who", PARTNERS)
def test_police_and_health_at_the_front_door_are_told_whom_to_ring(kept, who, layer, database):
    """SECURITY 2.2: council, police and health, by the whole name and birth date or the number."""
    with (
        layers.without_the_application() if layer != "both" else nullcontext(),
        casework.working(kept.people[who]) as viewer,
    ):
        (found,) = restricting.look_up(by=viewer, sought=EXACT)
        assert found.telephone == "01632 960 999"
        assert restricting.look_up(by=viewer, sought=Sought(family_name="Akhtar")) == ()
    with casework.working(kept.people["second manager"]) as viewer:
        (mine,) = restricted.listed(viewer=viewer)
        assert [look.name for look in mine.looks] == [who.title()]
    with psycopg.connect(database.owner) as owner:
        rows_of_it = owner.execute(
            "select role, person_ids, reason from gt_trail where resource = 'gt_restricted_stub'"
        ).fetchall()
    assert [(row[1], row[2]) for row in rows_of_it] == [([kept.child], "restricted")]


@pytest.mark.parametrize("who", PARTNERS)
def test_what_else_a_partner_finds_is_a_stub(kept, who):
    """A name, a year and whom to ask: the desk of none of them holds the other boy."""
    page = visit.words(
        visit.signed_in(kept.people[who]).post(reverse("register"), {"given_name": "Zain"})
    )
    assert "Zain Akhtar" in page and "2012" in page and "Ask the front door" in page
    assert "27 March" not in page and str(kept.sibling) not in page
    assert 'href="/children/' not in page


def test_a_partner_of_another_agency_in_the_same_role_is_told_nothing(kept, loader_cursor):
    loader_cursor.execute("select id from gt_agency where kind = 'probation'")
    ((agency,),) = loader_cursor.fetchall()
    other = establish.account(
        loader_cursor, email="mash.probation@example.invalid", full_name="Probation Mash",
        job_title="", role="mash-partner", agency_id=agency, password="!", at=casework.NOW,
    )  # fmt: skip
    assert visit.signed_in(other).get(reverse("register")).status_code == 403
    with casework.working(other) as viewer:
        with pytest.raises(Denied):
            restricting.look_up(by=viewer, sought=EXACT)
        asked = [["mash-partner:police", "mash-partner:health"], "Amir", "Akhtar", EXACT.born, ""]
        with connection.cursor() as cursor:
            cursor.execute(restricted.STUB, asked)
            assert cursor.fetchall() == []


def test_the_page_says_whom_to_ring(kept):
    browser = visit.signed_in(kept.people["second screener"])
    typed = {
        "given_name": "Amir", "family_name": "Akhtar",
        "born-day": "27", "born-month": "3", "born-year": "2012",
    }  # fmt: skip
    page = visit.words(browser.post(reverse("register"), typed))
    assert "01632 960 999" in page and "Second Manager" in page
    assert "They have been told that you asked" in page


def ask(kept: Kept, who: str = "manager") -> None:
    with casework.working(kept.people[who]) as by:
        restricting.ask_to_lift(
            by=by, restriction_id=kept.restriction, why="The threat is over, police say", at=NOW
        )


def settle(kept: Kept, who: str, agreed: str = "agreed", *, shown: str | None = None) -> bool:
    with casework.working(kept.people[who]) as by:
        row = restricted.record(viewer=by, restriction_id=kept.restriction)
        now_is = second_person.fingerprint(restricted.standing(viewer=by, restriction=row))
        return restricting.settle(
            by=by, restriction_id=kept.restriction, agreed=agreed, why="No", shown=shown or now_is,
            at=NOW,
        )  # fmt: skip


def test_it_takes_two_to_lift_it_and_then_everybody_sees_it_as_before(kept):
    ask(kept)
    with pytest.raises(Conflict, match="yourself"):
        settle(kept, "manager")
    with pytest.raises(Conflict, match="already"):
        ask(kept, "second manager")
    assert settle(kept, "second manager") is True
    browser = visit.signed_in(kept.people["second screener"])
    assert browser.get(reverse("thread", args=[kept.child])).status_code == 200
    with casework.working(kept.people["second screener"]) as viewer:
        assert restricting.look_up(by=viewer, sought=EXACT) == ()
    with casework.working(kept.people["manager"]) as by, pytest.raises(Denied):
        restricting.ask_to_lift(by=by, restriction_id=kept.restriction, why=WHY, at=NOW)


def test_one_who_does_not_agree_leaves_it_restricted(kept):
    ask(kept)
    assert settle(kept, "second manager", "refused") is False
    browser = visit.signed_in(kept.people["second screener"])
    assert browser.get(reverse("thread", args=[kept.child])).status_code == 404
    ask(kept, "second manager")


def test_the_second_is_shown_what_changed_and_agrees_to_nothing_they_did_not_see(kept):
    ask(kept)
    with casework.working(kept.people["second manager"]) as by:
        row = restricted.record(viewer=by, restriction_id=kept.restriction)
        before = second_person.fingerprint(restricted.standing(viewer=by, restriction=row))
    casework.decide(kept.people, kept.contact, casework.ADVISE)
    page = visit.words(
        visit.signed_in(kept.people["second manager"]).get(
            reverse("restriction", args=[kept.restriction])
        )
    )
    assert "Changed since they asked" in page and "Entries on the record: " in page
    with pytest.raises(Conflict, match="changed since you opened"):
        settle(kept, "second manager", shown=before)


def test_postgresql_itself_lifts_nothing_that_one_person_asked_and_agreed_to(kept):
    ask(kept)
    for who in ("manager", "second manager", "second screener"):
        with (
            pytest.raises(DatabaseError),
            casework.working(kept.people[who]),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("select gt_lift_restriction(%s, %s)", [kept.restriction, NOW])
    with (
        pytest.raises(DatabaseError, match="is_another"),
        casework.working(kept.people["manager"]),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "update gt_second_person set decision = 'agreed', decided_by_id = asked_by_id,"
            " decided_at = asked_at"
        )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"custodian": uuid4()}, "custodian"),
        ({"telephone": "ring me"}, "telephone"),
        ({"why": "short"}, "why"),
        ({"named": [uuid4()]}, "named"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_is_done(kept, wrong, field):
    with casework.working(kept.people["manager"]) as by:
        child = Episode.objects.get(pk=kept.sibling).subject_person_id
        asked = {
            "custodian": kept.people["manager"], "telephone": "01632 960 999", "why": WHY,
            "named": [], **wrong,
        }  # fmt: skip
        with pytest.raises(Refused) as refused:
            restricting.restrict(by=by, person_id=child, at=NOW, **asked)
        assert [each.field for each in refused.value.problems] == [field]
        assert Restriction.objects.filter(person_id=child).count() == 0


def test_the_pages_restrict_and_ask_and_keep_what_was_typed(kept):
    manager = visit.signed_in(kept.people["manager"])
    with casework.working(kept.people["manager"]):
        child = Episode.objects.get(pk=kept.sibling).subject_person_id
    address = reverse("restrict", args=[child])
    typed = {"custodian": "", "telephone": "01632 960 111", "why": WHY}
    refused = manager.post(address, typed)
    assert refused.status_code == 422
    assert "Choose who is to be rung" in visit.words(refused) and "960 111" in visit.words(refused)
    done = manager.post(address, {**typed, "custodian": str(kept.people["second manager"])})
    assert done.status_code == 302
    page = visit.words(manager.get(done.headers["Location"]))
    assert "Ask a second person" in page
    asked = manager.post(done.headers["Location"], {"do": "ask", "why": WHY})
    assert asked.status_code == 302
    assert "Somebody else named on it must agree" in visit.words(
        manager.get(done.headers["Location"])
    )
    assert manager.post(done.headers["Location"], {"do": "settle"}).status_code == 409
