"""Sealed records: gone for all but those on the record's own access list, wherever one looks.

SECURITY 2.1 and P4: sealed answers exactly as missing. The custodian lets in and takes off, and to
lift a seal takes two people (P17).
"""

import re
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from goldenthread.access import grants, rows
from goldenthread.access.decision import Denied
from goldenthread.actions import register, sealing, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.content.front_door.police_intelligence import police_intelligence
from goldenthread.queries import known, queue, sealed, shared_copies, thread
from goldenthread.queries import register as looking
from goldenthread.queries.register import Sought
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from tests.made import casework, layers, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

WHY = "She is a colleague of the whole front door"
KNOWS = {"intelligence": "zzintelligence of him", "handling_code": "no-onward-disclosure"}
MOTHER = {
    "kind": "mother", "given_name": "Nadia", "family_name": "Akhtar",
    "parental_responsibility": "yes", "lives_with": "yes",
}  # fmt: skip
LAYERS = ["both", "row security alone", "application alone"]


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A colleague sealed with the son they have on the register, and intelligence on another."""

    people: casework.People
    mother: UUID
    son: UUID
    contact: UUID
    record: UUID
    other: UUID
    other_contact: UUID
    intelligence: UUID


@pytest.fixture
def kept(people, home) -> Sealed:
    occasion = casework.send(people["lead"], "Amir", "Zain")
    amir, zain = casework.contacts_of(occasion, people=people)
    casework.screen(people, zain)
    casework.record(people["manager"], "mash-opened", zain, casework.ENQUIRE)
    with casework.working(people["manager"]) as by:
        son = Episode.objects.get(pk=amir).subject_person_id
        other = Episode.objects.get(pk=zain).subject_person_id
        register.add(by=by, person_id=son, what="tie", answers=MOTHER, at=NOW)
        mother = Person.objects.get(given_name="Nadia").pk
        record = sealing.seal(
            by=by, person_id=mother, store="staff", custodian=people["second manager"],
            colleague=people["second screener"], why=WHY, named=[people["screener"]], at=NOW,
        )  # fmt: skip
    return Sealed(
        people=people, mother=mother, son=son, contact=amir, record=record, other=other,
        other_contact=zain, intelligence=written(people, other),
    )  # fmt: skip


def written(people: casework.People, child: UUID, who: str = "police partner") -> UUID:
    with casework.working(people[who]) as by:
        return sealing.begin(
            by=by, verb="intelligence.record", pathway="police-intelligence", person_id=child,
            answers=KNOWS, at=NOW,
        ).pk  # fmt: skip


def let_in(kept: Sealed, who: str, *, by: str, record: UUID, until=None) -> None:
    with casework.working(kept.people[by]) as viewer:
        sealing.name(
            by=viewer, sealed_id=record, account_id=kept.people[who], until=until,
            why="They decide on it", at=NOW,
        )  # fmt: skip


def _under(owner: psycopg.Connection, table: str, seal: str) -> set[UUID]:
    found = owner.execute(f"select id from {table} where seal = %s", [seal])  # our own names
    return {row_id for (row_id,) in found}


@pytest.fixture
def off(request, database):
    return {
        "both": nullcontext,
        "row security alone": layers.without_the_application,
        "application alone": lambda: layers.without_row_security(database.owner),
    }[request.param]


@pytest.mark.parametrize("off", LAYERS, indirect=True)
@pytest.mark.parametrize(
    ("which", "named"),
    [
        ("record", ("manager", "second manager", "screener")),
        ("intelligence", ("police partner",)),
    ],
)
def test_only_those_on_the_access_list_see_a_row_of_it(kept, database, off, which, named):
    with psycopg.connect(database.owner) as owner:
        ((seal,),) = owner.execute(
            "select seal from gt_sealed_record where id = %s", [getattr(kept, which)]
        ).fetchall()
        under = {table: _under(owner, table, seal) for table in layers.TABLES}
        under = {table: ids for table, ids in under.items() if ids}
    expected = {"gt_sealed_record", "gt_access_name", "gt_episode", "gt_entry", "gt_clock_run"}
    assert expected - {"gt_clock_run"} <= under.keys()
    if which == "record":
        assert {"gt_person", "gt_relationship"} <= under.keys()
        assert under["gt_person"] == {kept.mother, kept.son}
    everything = set().union(*under.values())
    others = (*named, "second screener", "emergency duty", "health partner", "officer", "lead",
              "intelligence officer", "privacy officer", "analyst", "administrator")  # fmt: skip
    with off():
        for who in others:
            with casework.working(kept.people[who]) as viewer:
                seen = {
                    row.pk
                    for model in layers.MODELS
                    for row in rows.visible(viewer=viewer, rows=model.objects.all())
                }
            assert everything & seen == (everything if who in named else set()), who


def test_sealed_answers_as_missing_in_status_headers_and_body(kept):
    for who, addresses in {
        "emergency duty": (
            ("thread", kept.son), ("who-and-where", kept.mother), ("who-and-where", kept.son),
            ("contact", kept.contact), ("sealed-record", kept.record),
            ("sealed-name", kept.record), ("sealed-lift", kept.record),
            ("sealed-record", kept.intelligence), ("shares", kept.son),
        ),
        "second screener": (("thread", kept.son), ("sealed-record", kept.record)),
        "intelligence officer": (("sealed-record", kept.intelligence),),
        "health partner": (
            ("sealed-record", kept.intelligence), ("sealed-name", kept.intelligence),
        ),
    }.items():  # fmt: skip
        browser = visit.signed_in(kept.people[who])
        for name, about in addresses:
            hidden = browser.get(reverse(name, args=[about]))
            missing = browser.get(reverse(name, args=[uuid4()]))
            assert hidden.status_code == missing.status_code == 404, (who, name)
            assert visit.words(hidden) == visit.words(missing), (who, name)
            assert set(hidden.headers) == set(missing.headers)


def test_no_list_search_stub_or_count_says_anything_of_it(kept):
    """Lists, the search, ties, who came with whom, a stub by its id, and the number of entries."""
    with casework.working(kept.people["emergency duty"]) as viewer:
        assert "Amir" not in repr(queue.waiting(viewer=viewer, now=NOW))
        for sought in (Sought(given_name="Amir"), Sought(given_name="Nadia"), Sought(
            given_name="Amir", family_name="Akhtar", born=NOW.date().replace(2012, 3, 27)
        )):  # fmt: skip
            found = looking.search(viewer=viewer, sought=sought).matches
            assert {each.person_id for each in found} & {kept.mother, kept.son} == set()
        for person in (kept.mother, kept.son):
            with pytest.raises(Denied) as denied:
                looking.stub(viewer=viewer, person_id=person)
            assert denied.value.hidden
        beside = thread.of(viewer=viewer, person_id=kept.other, now=NOW)
        assert "Amir" not in repr(beside) and "zzintelligence" not in repr(beside)
        assert {each.title for each in beside.episodes} == {"Contact"}
    contact = visit.signed_in(kept.people["emergency duty"]).get(
        reverse("contact", args=[kept.other_contact])
    )
    said = visit.words(contact)
    assert "Amir" not in said and "Nadia" not in said and "ntelligence" not in said


def test_intelligence_changes_nothing_that_others_see_of_the_child(kept, database):
    """Neither the head of the contact nor what stands with the child, nor what is extracted."""
    with psycopg.connect(database.owner) as owner:
        (last, desk), = owner.execute(
            "select last_step, desk from gt_episode where id = %s", [kept.other_contact]
        ).fetchall()  # fmt: skip
        (person_desk, seal), = owner.execute(
            "select desk, seal from gt_person where id = %s", [kept.other]
        ).fetchall()  # fmt: skip
        owner.execute("set role gt_extract")
        counted = owner.execute(
            "select count(*) from gt_episode where pathway = 'police-intelligence'"
        ).fetchone()
    assert (last, desk, person_desk, seal) == ("mash-opened", "mash", "mash", "")
    assert counted == (0,)
    with casework.working(kept.people["manager"]), connection.cursor() as cursor:
        cursor.execute(known.FLAGS, [[kept.other], "contact", "police-intelligence"])
        ((_, _, _, open_reference, *_),) = cursor.fetchall()
    assert open_reference == ""


def test_who_is_named_reads_it_and_gives_it_to_nobody(kept):
    let_in(kept, "manager", by="police partner", record=kept.intelligence)
    browser = visit.signed_in(kept.people["manager"])
    page = visit.words(browser.get(reverse("sealed-record", args=[kept.intelligence])))
    assert "zzintelligence of him" in page and "No onward disclosure" in page
    assert "Police Partner keeps it" in page and "They decide on it" in page
    with casework.working(kept.people["manager"]) as viewer:
        told = thread.of(viewer=viewer, person_id=kept.other, now=NOW)
        assert "zzintelligence" in repr(told.entries)
        given = shared_copies.may_be_given(viewer=viewer, person_id=kept.other, now=NOW)
        assert given and "zzintelligence" not in repr(given)
        # Let into one record, and into nothing else of the child by it.
        scopes = rows._held(viewer=viewer).scopes
        assert kept.other not in scopes


def test_who_is_taken_off_or_over_sees_it_no_more_on_the_very_next_request(kept):
    until = (NOW + timedelta(days=2)).date()
    let_in(kept, "manager", by="police partner", record=kept.intelligence, until=until)
    let_in(kept, "officer", by="police partner", record=kept.intelligence)
    for who in ("manager", "officer"):
        with casework.working(kept.people[who]) as viewer:
            assert sealed.one(viewer=viewer, sealed_id=kept.intelligence, now=NOW).entries
    with casework.working(kept.people["police partner"]) as by:
        sealing.take_off(
            by=by, sealed_id=kept.intelligence, account_id=kept.people["officer"], at=NOW
        )
    later = NOW + timedelta(days=3)
    for who, at in (("officer", NOW + timedelta(seconds=1)), ("manager", later)):
        with casework.working(kept.people[who], at=at) as viewer, pytest.raises(Denied) as denied:
            sealed.one(viewer=viewer, sealed_id=kept.intelligence, now=at)
        assert denied.value.hidden
    with casework.working(kept.people["police partner"], at=later) as viewer:
        names = sealed.one(viewer=viewer, sealed_id=kept.intelligence, now=later).names
    assert {each.name: each.over for each in names} == {
        "Police Partner": False, "Manager": True, "Officer": True,
    }  # fmt: skip


@pytest.mark.parametrize("who", ["manager", "screener", "emergency duty", "second screener"])
def test_the_custodian_alone_lets_in(kept, who):
    for act in (
        lambda by: sealing.name(
            by=by, sealed_id=kept.record, account_id=kept.people["emergency duty"], until=None,
            why="They asked", at=NOW,
        ),
        lambda by: sealing.take_off(
            by=by, sealed_id=kept.record, account_id=kept.people["screener"], at=NOW
        ),
    ):  # fmt: skip
        with casework.working(kept.people[who]) as by, pytest.raises(Denied):
            act(by)
    for statement in ("gt_add_name(%s, %s, null, 'x', now())", "gt_end_name(%s, %s, now())"):
        with (
            pytest.raises(DatabaseError),
            casework.working(kept.people[who]),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"select {statement}", [kept.record, kept.people["emergency duty"]])


def test_whose_own_record_it_is_is_never_let_in(kept):
    with casework.working(kept.people["second manager"]) as by:
        record = sealed.kept(viewer=by, sealed_id=kept.record)
        people, _ = sealed.could_be_named(sealed=record, words="screener")
        assert kept.people["second screener"] not in {each.account_id for each in people}
        with pytest.raises(Refused):
            sealing.name(
                by=by, sealed_id=kept.record, account_id=kept.people["second screener"],
                until=None, why="Mine", at=NOW,
            )  # fmt: skip
    with (
        pytest.raises(DatabaseError, match="whose record"),
        casework.working(kept.people["second manager"]),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "select gt_add_name(%s, %s, null, 'x', now())",
            [kept.record, kept.people["second screener"]],
        )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"store": "suspect"}, "store"),
        ({"store": ""}, "store"),
        ({"colleague": None}, "colleague"),
        ({"colleague": "second manager"}, "colleague"),
        ({"custodian": None}, "custodian"),
        ({"named": [UUID(int=1)]}, "named"),
        ({"why": "short"}, "why"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_is_sealed(kept, wrong, field):
    people = kept.people
    wrong = {key: people.get(value, value) if isinstance(value, str) and key == "colleague"
             else value for key, value in wrong.items()}  # fmt: skip
    asked = {
        "store": "staff", "custodian": people["second manager"], "named": [], "why": WHY,
        "colleague": people["second screener"], **wrong,
    }  # fmt: skip
    with casework.working(people["manager"]) as by:
        with pytest.raises(Refused) as refused:
            sealing.seal(by=by, person_id=kept.other, at=NOW, **asked)
        assert field in [each.field for each in refused.value.problems]
        assert Person.objects.get(pk=kept.other).seal == ""


def test_a_record_that_is_joined_to_another_is_not_sealed_as_adopted(kept, loader_cursor):
    """After an adoption nobody else may see that the two were ever one: the join goes first."""
    ((again,),) = [
        casework.contacts_of(casework.send(kept.people["lead"], "Zayn"), people=kept.people)
    ]
    loader_cursor.execute(
        "update gt_person set same_as_id = %s where id ="
        " (select subject_person_id from gt_episode where id = %s)",
        [kept.other, again],
    )
    with casework.working(kept.people["manager"]) as by, pytest.raises(Conflict, match="joined"):
        sealing.seal(
            by=by, person_id=kept.other, store="adopted", custodian=kept.people["manager"],
            colleague=None, why="The order was made on Monday", named=[], at=NOW,
        )  # fmt: skip


def test_a_look_at_a_sealed_record_names_the_child_on_the_trail(kept, database):
    trail = visit.Trail(database.owner)
    try:
        police = visit.signed_in(kept.people["police partner"])
        for address in ("", f"{kept.intelligence}/", f"{kept.intelligence}/let-in/"):
            trail.new()
            assert police.get(f"/sealed/{address}").status_code == 200
            (row,) = trail.new()
            assert row["person_ids"] == [kept.other] and kept.intelligence in row["object_ids"]
        trail.new()
        hidden = visit.signed_in(kept.people["health partner"])
        assert hidden.get(f"/sealed/{kept.intelligence}/").status_code == 404
        (row,) = trail.new()
        assert (row["decision"], row["person_ids"]) == ("denied", [])
    finally:
        trail.close()


def test_an_adopted_childs_earlier_identity_is_sealed(kept, bare):
    with casework.working(kept.people["manager"]) as by:
        record = sealing.seal(
            by=by, person_id=kept.other, store="adopted", custodian=kept.people["manager"],
            colleague=None, why="The order was made on Monday", named=[], at=NOW,
        )  # fmt: skip
    assert bare.one("select seal from gt_person where id = %s", kept.other)["seal"] == (
        f"adopted:{record}"
    )
    with casework.working(kept.people["screener"]) as viewer:
        found = looking.search(viewer=viewer, sought=Sought(given_name="Zain")).matches
        assert kept.other not in {each.person_id for each in found}
    # Its intelligence stays under its own seal: who keeps the one does not keep the other.
    with casework.working(kept.people["manager"]) as viewer, pytest.raises(Denied):
        sealed.one(viewer=viewer, sealed_id=kept.intelligence, now=NOW)


def test_it_takes_two_to_lift_it_and_then_it_is_as_before(kept):
    def standing(by):
        record = sealed.record(viewer=by, sealed_id=kept.record)
        return second_person.fingerprint(sealed.standing(viewer=by, sealed=record))

    def settle(who):
        with casework.working(kept.people[who]) as by:
            return sealing.settle(
                by=by, sealed_id=kept.record, agreed="agreed", why="", shown=standing(by), at=NOW
            )

    with casework.working(kept.people["manager"]) as by:
        sealing.ask_to_lift(by=by, sealed_id=kept.record, why="She has left the council", at=NOW)
    with pytest.raises(Conflict, match="yourself"):
        settle("manager")
    with (
        pytest.raises(DatabaseError),
        casework.working(kept.people["second manager"]),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select gt_lift_seal(%s, %s)", [kept.record, NOW])
    assert settle("second manager") is True
    with casework.working(kept.people["emergency duty"]) as viewer:
        assert thread.of(viewer=viewer, person_id=kept.son, now=NOW).entries
        assert Person.objects.get(pk=kept.mother).seal == ""


def test_what_was_born_sealed_is_never_lifted(kept):
    with casework.working(kept.people["police partner"]) as by, pytest.raises(Conflict):
        sealing.ask_to_lift(by=by, sealed_id=kept.intelligence, why=WHY, at=NOW)


ALLEGATION = replace(
    police_intelligence, key="allegation-made-for-a-test", title="Allegation", sealed="allegation",
    record_state="allegation", reference_prefix="A",
)  # fmt: skip


def test_a_pathway_that_declares_a_sealed_class_is_born_under_it(kept, monkeypatch, bare):
    """The designated officer opens an allegation: nobody else sees that there is one."""
    declared = catalogue.pathways() | {ALLEGATION.key: ALLEGATION}
    monkeypatch.setattr(catalogue, "pathways", lambda: declared)
    monkeypatch.setattr(catalogue, "pathway", lambda key: declared[key])
    officer = kept.people["designated officer"]
    with casework.working(kept.people["manager"]):
        grants.give(account_id=officer, kind="referrer", scope=kept.other, source="test", at=NOW)
    with casework.working(officer) as by:
        record = sealing.begin(
            by=by, verb="referral.follow", pathway=ALLEGATION.key, person_id=kept.other,
            answers=KNOWS, at=NOW,
        )  # fmt: skip
        assert sealed.one(viewer=by, sealed_id=record.pk, now=NOW).store == "Allegation"
    rows_of_it = bare.rows("select seal, scope, desk from gt_entry where episode_id = %s",
                           record.episode_id)  # fmt: skip
    assert [tuple(each.values()) for each in rows_of_it] == [
        (f"allegation:{record.pk}", record.episode_id, "")
    ]
    for who in ("manager", "screener", "police partner", "privacy officer"):
        with casework.working(kept.people[who]) as viewer:
            seen = rows.visible(viewer=viewer, rows=Entry.objects.all())
            assert not seen.filter(episode=record.episode_id).exists()


def test_the_pages_seal_let_in_take_off_and_lift_and_keep_what_was_typed(kept):
    manager = visit.signed_in(kept.people["manager"])
    address = reverse("seal", args=[kept.other])
    typed = {"store": "adopted", "custodian": "", "why": WHY}
    refused = manager.post(address, typed)
    assert refused.status_code == 422
    assert "Choose who keeps it" in visit.words(refused)
    assert WHY in visit.words(refused)
    done = manager.post(address, {**typed, "custodian": str(kept.people["manager"])})
    assert done.status_code == 302
    here = done.headers["Location"]
    (sealed_id,) = re.findall(r"/sealed/([^/]+)/", here)
    assert "You keep it" in visit.words(manager.get(reverse("sealed")))
    found = visit.words(manager.get(f"{here}let-in/?words=second manager"))
    assert "Second Manager" in found
    wrong = manager.post(f"{here}let-in/", {"words": "second manager", "why": ""})
    assert wrong.status_code == 422 and "Second Manager" in visit.words(wrong)
    sent = {"account": str(kept.people["second manager"]), "why": "She reviews the order"}
    assert manager.post(f"{here}let-in/", sent).status_code == 302
    assert manager.post(f"{here}let-in/", sent).status_code == 409
    second = visit.signed_in(kept.people["second manager"])
    assert "She reviews the order" in visit.words(second.get(here))
    assert second.get(f"{here}let-in/").status_code == 403
    asked = manager.post(f"{here}lift/", {"do": "ask", "why": "The order was set aside"})
    assert asked.status_code == 302
    page = visit.words(second.get(f"{here}lift/"))
    (shown,) = re.findall(r'name="shown" value="([^"]+)"', page)
    lifted = second.post(
        f"{here}lift/", {"do": "settle", "decision": "agreed", "shown": shown, "why": ""}
    )
    assert lifted.status_code == 302
    assert second.get(here).status_code == manager.get(here).status_code == 404
    assert sealed_id not in visit.words(second.get(reverse("sealed")))


def test_the_page_of_intelligence_keeps_it_sealed_and_is_for_police(kept):
    address = reverse("intelligence", args=[kept.other])
    police = visit.signed_in(kept.people["police partner"])
    wrong = police.post(address, {"intelligence": "zzmore"})
    assert wrong.status_code == 422 and "zzmore" in visit.words(wrong)
    done = police.post(address, {**KNOWS, "intelligence": "zzmore"})
    assert done.status_code == 302
    assert "zzmore" in visit.words(police.get(done.headers["Location"]))
    taken = police.post(
        f"{done.headers['Location']}let-in/",
        {"do": "take-off", "account": str(kept.people["police partner"])},
    )
    assert taken.status_code == 409, "somebody must keep it"
    for who in ("health partner", "manager", "lead"):
        assert visit.signed_in(kept.people[who]).get(address).status_code == 403
