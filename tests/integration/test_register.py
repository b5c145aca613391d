"""The register: found before recorded again, never taken for somebody else, and undone exactly.

SECURITY I9: two people of one name and birth date were linked, again and again. Here the search
only ranks and says why; a person decides, and what they decided can be taken back whole.
"""

from datetime import date, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.access.decision import Denied
from goldenthread.actions import identification, register
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.queries import known, who_and_where
from goldenthread.queries import register as looked
from goldenthread.queries.register import Sought
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from goldenthread.records.person import Person
from tests.made import casework
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

BORN = date(2012, 3, 27)


def person_of(people, contact: UUID) -> UUID:
    with casework.working(people["manager"]):
        return Episode.objects.get(pk=contact).subject_person_id


def somebody(cursor, given: str, family: str, born: date, **more) -> UUID:
    row = {"desk": "front-door", "seal": "", "kind": "child", **more}
    person_id = uuid4()
    cursor.execute(
        "insert into gt_person (id, kind, given_name, family_name, date_of_birth, sex, ethnicity,"
        " scope, desk, seal) values (%s, %s, %s, %s, %s, 'U', '', %s, %s, %s)",
        [person_id, row["kind"], given, family, born, person_id, row["desk"], row["seal"]],
    )
    return person_id


def found(people, who: str = "screener", **sought):
    with casework.working(people[who]) as viewer:
        return looked.search(viewer=viewer, sought=Sought(**sought)).matches


@pytest.fixture
def child(people, loader_cursor) -> UUID:
    return somebody(loader_cursor, "Siân", "O'Brien-Kowalski", date(2011, 5, 4))


@pytest.mark.parametrize(
    ("sought", "reason"),
    [
        ({"given_name": "Siân", "family_name": "O'Brien-Kowalski"}, "Same name"),
        ({"given_name": "Sian", "family_name": "OBrien Kowalski"}, "Same name"),
        ({"given_name": "Shan", "family_name": "Obrien Kovalski"}, "Name sounds alike"),
        ({"given_name": "Sien", "family_name": "Obrian Kowalsky"}, "Name sounds alike"),
        ({"given_name": "OBrien Kowalski", "family_name": "Sian"}, "other way round"),
        ({"family_name": "Obri"}, "Part of the name"),
        ({"given_name": "Sian", "family_name": "Obrien", "born": date(2011, 4, 5)}, "Day and mon"),
        ({"born": date(2011, 5, 14)}, "one digit different"),
        ({"born": date(2011, 5, 4)}, "Same date of birth"),
    ],
)
def test_a_child_is_found_however_they_were_written_and_the_reason_is_said(
    people, child, sought, reason
):
    matches = found(people, **sought)
    assert matches[0].person_id == child
    assert any(reason in each for each in matches[0].reasons), matches[0].reasons


def test_two_letters_wrong_in_one_word_and_what_only_sounds_the_same_are_found(
    people, loader_cursor
):
    florence = somebody(loader_cursor, "Florence", "Haigh", BORN)
    reece = somebody(loader_cursor, "Reece", "Benalwick", BORN)
    assert found(people, given_name="Fornce", family_name="Haigh")[0].person_id == florence
    assert found(people, given_name="Rhys", family_name="Benalwick")[0].person_id == reece


def test_who_has_every_word_typed_comes_before_who_has_half_of_them(people, loader_cursor):
    for year in range(2003, 2010):
        somebody(loader_cursor, "Ayesha", "Singh", date(year, 3, 27))
    meant = somebody(loader_cursor, "Aisha", "Shaikh-Singh", BORN)
    matches = found(people, given_name="Ayesha", family_name="Shaikh-Singh")
    assert matches[0].person_id == meant


def test_a_family_name_alone_brings_the_families_before_the_given_names(people, loader_cursor):
    given = somebody(loader_cursor, "Harris", "Earnshaw", BORN)
    family = somebody(loader_cursor, "Willow", "Harris", BORN)
    matches = found(people, family_name="Harr")
    assert [match.person_id for match in matches] == [family, given]


def test_names_the_other_way_round_do_not_count_one_word_twice(people, loader_cursor):
    for year in range(2003, 2010):
        somebody(loader_cursor, "Fatima", "Iqbal", date(year, 3, 27))
    meant = somebody(loader_cursor, "Fatihra Fatima", "Iqbal", BORN)
    matches = found(people, given_name="Iqbal", family_name="Fatihra Fatima")
    assert matches[0].person_id == meant


def test_where_more_are_like_it_than_are_shown_it_says_so(people, loader_cursor):
    for year in range(2003, 2008):
        somebody(loader_cursor, "Hana", "Nowak", date(year, 3, 27))
    asked = Sought(given_name="Hana", family_name="Nowak")
    with casework.working(people["screener"]) as viewer:
        few = looked.search(viewer=viewer, sought=asked, most=4)
        every = looked.search(viewer=viewer, sought=asked, most=5)
    assert (len(few.matches), few.more) == (4, True)
    assert (len(every.matches), every.more) == (5, False)
    assert few.matches == every.matches[:4]


def test_a_twin_and_a_child_of_the_same_name_are_each_a_row_of_their_own(people, loader_cursor):
    one = somebody(loader_cursor, "Hana", "Nowak", BORN)
    twin = somebody(loader_cursor, "Lena", "Nowak", BORN)
    namesake = somebody(loader_cursor, "Hana", "Nowak", BORN)
    matches = found(people, given_name="Hana", family_name="Nowak", born=BORN)
    assert [match.person_id for match in matches] == [*sorted([one, namesake]), twin]
    assert matches[2].may_be_twin and not any(match.may_be_twin for match in matches[:2])
    for match in matches[:2]:
        assert match.warnings == tuple(looked.WARNINGS.values())
    assert matches[2].warnings == (looked.WARNINGS["has-twin"],)


def test_another_child_born_that_day_does_not_come_before_the_one_named(people, loader_cursor):
    others = [somebody(loader_cursor, name, "Zielinski", BORN) for name in ("Bo", "Ivo", "Ola")]
    named = somebody(loader_cursor, "Hana", "Nowak", BORN)
    matches = found(people, given_name="Hana", family_name="Novak", born=BORN)
    assert matches[0].person_id == named
    assert not {match.person_id for match in matches} & set(others)


@pytest.mark.parametrize(("given", "family"), [("Hana", "Nowak"), ("Hanna", "Novak")])
@pytest.mark.parametrize("born", [BORN, BORN.replace(year=2013), BORN.replace(day=29)])
def test_of_hundreds_of_one_name_the_one_born_about_then_is_found(
    people, loader_cursor, given, family, born
):
    for number in range(401):
        somebody(loader_cursor, "Hana", "Nowak", date(1995, 1, 1) + timedelta(days=number))
    meant = somebody(loader_cursor, "Hana", "Nowak", born)
    matches = found(people, given_name=given, family_name=family, born=BORN)
    assert matches[0].person_id == meant
    assert len(matches) == looked.MOST


def test_what_one_may_not_open_is_a_stub_and_what_is_sealed_is_not_there(people, loader_cursor):
    closed = somebody(loader_cursor, "Closia", "Marsh", BORN, desk="")
    somebody(loader_cursor, "Closia", "Marsh", BORN, seal="lado")
    (match,) = found(people, given_name="Closia", family_name="Marsh", born=BORN)
    assert (match.person_id, match.may_open, match.born) == (closed, False, None)
    assert match.birth_year == 2012


def test_what_was_found_is_on_the_trail_before_it_is_given(people, child, owner_cursor):
    found(people, given_name="Sian", family_name="Obrien")
    owner_cursor.execute(
        "select account_id, person_ids from gt_trail where resource = 'gt_search_register'"
    )
    assert owner_cursor.fetchall() == [(people["screener"], [child])]


@pytest.mark.parametrize("who", ["lead", "analyst", "administrator"])
def test_who_holds_no_desk_and_no_child_searches_nothing(people, child, who):
    with pytest.raises(Denied):
        found(people, who, family_name="Obrien")
    with pytest.raises(DatabaseError), casework.working(people[who]), transaction.atomic():
        connection.cursor().execute(looked.SEARCH, ["", "obrien", None, "", "", 20])


def test_the_index_is_no_serving_roles_to_read(people, child):
    for table in ("gt_register_name", "gt_register_number", "gt_register_word"):
        with (
            pytest.raises(DatabaseError),
            casework.working(people["manager"]),
            transaction.atomic(),
        ):
            connection.cursor().execute(f"select * from {table}")


def add(people, person_id: UUID, what: str, **answers: str) -> UUID:
    with casework.working(people["screener"]) as by:
        return register.add(by=by, person_id=person_id, what=what, answers=answers, at=NOW)


def end(by, person_id: UUID, what: str, row_id: UUID, *, at=NOW, on: str = "2020-03-03") -> None:
    answers = {"ended_on": on, "why_ended": "Moved out, the school says"}
    register.end(by=by, person_id=person_id, what=what, row_id=row_id, answers=answers, at=at)


def test_a_number_a_name_and_a_postcode_find_the_child(people, child):
    add(people, child, "number", kind="nhs", value="943 476 5919")
    add(people, child, "name", kind="former-name", given_name="Cerys", family_name="Hughes")
    home = {"kind": "home", "lines": "1 High Street", "is_safe": "no", "postcode": "bd11hx"}
    add(people, child, "address", **home)
    assert found(people, number="9434765919")[0].reasons == ("Same number",)
    (match,) = found(people, given_name="Cerys", family_name="Hughes")
    assert match.person_id == child and match.matched_as == "Cerys Hughes"
    assert found(people, postcode="BD1 1HX")[0].reasons == ("Same postcode",)


def test_a_safe_address_finds_nobody_whoever_asks(people, child):
    refuge = {"kind": "staying", "lines": "A refuge", "is_safe": "yes", "postcode": "BD2 2AA"}
    add(people, child, "address", **refuge)
    assert found(people, postcode="BD2 2AA") == ()


@pytest.mark.parametrize(
    ("what", "answers", "field"),
    [
        ("number", {"kind": "nhs", "value": "943 476 5918"}, "value"),
        ("number", {"kind": "upn", "value": "A801200001001"}, "value"),
        ("address", {"kind": "home", "lines": "x", "is_safe": "no", "postcode": "ZZZ"}, "postcode"),
        (
            "name",
            {"kind": "birth-name", "given_name": "A", "family_name": "B",
             "valid_from": "2031-01-01"},
            "valid_from",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_so_is_refused_where_it_was_typed(people, child, what, answers, field):
    with pytest.raises(Refused) as refused:
        add(people, child, what, **answers)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_tie_is_told_from_both_ends_and_ended_at_both(people, child):
    made = add(
        people, child, "tie", kind="mother", given_name="Ewa", family_name="Kowalska",
        parental_responsibility="yes", lives_with="yes",
    )  # fmt: skip
    with casework.working(people["screener"]) as viewer:
        (tie,) = who_and_where.ties(viewer=viewer, person_id=child, now=NOW)
        (back,) = who_and_where.ties(viewer=viewer, person_id=tie.other_id, now=NOW)
        assert (tie.kind, tie.parental_responsibility, back.kind) == ("mother", True, "child")
        near = known.about(viewer=viewer, person_id=child, now=NOW).people
        assert [(each.name, each.tie) for each in near] == [("Ewa Kowalska", "mother")]
        later = NOW + timedelta(days=1)
    with casework.working(people["screener"], at=later) as by:
        end(by, child, "tie", made, at=later)
        assert who_and_where.ties(viewer=by, person_id=child, now=NOW)[0].valid_to is None
        (ended,) = who_and_where.ties(viewer=by, person_id=tie.other_id, now=later)
        assert ended.valid_to == NOW.date()
        assert ended.why_ended == "Moved out, the school says"
        with pytest.raises(Conflict):
            end(by, child, "tie", made, at=later)


def who(people, contact: UUID, child_id: UUID, **changed) -> None:
    with casework.working(people["screener"]) as by:
        identification.identify(
            by=by, person_id=person_of(people, contact), child_id=child_id,
            why=changed.get("why", "Same NHS number"), at=NOW,
        )  # fmt: skip


def take_back(people, contact: UUID) -> None:
    with casework.working(people["screener"]) as by:
        identification.undo(
            by=by, person_id=person_of(people, contact), why="A twin, the school says", at=NOW
        )


def test_one_child_has_one_referral_whoever_asked_first(people, loader_cursor):
    first, second = (
        casework.contacts_of(casework.send(people[lead], "Amir"), people=people)[0]
        for lead in ("lead", "other lead")
    )
    casework.screen(people, first)
    casework.decide(people, first, casework.REFER)
    who(people, second, person_of(people, first))
    casework.screen(people, second)
    with pytest.raises(Refused, match="already open for this child"):
        casework.decide(people, second, casework.REFER)
    with casework.working(people["manager"]) as viewer:
        flags = known.flags(viewer=viewer, person_ids=[person_of(people, second)], now=NOW)
    (said,) = flags.values()
    assert said.open_reference.startswith("R-") and said.same_child and said.earlier == 1


def test_identifying_opens_the_whole_child_to_who_holds_it_and_undoing_takes_it_back(
    people, loader_cursor
):
    first, second = (
        casework.contacts_of(casework.send(people["lead"], "Amir"), people=people)[0]
        for _ in range(2)
    )
    casework.claim(people["screener"], second)

    def held():
        with casework.working(people["manager"]):
            return set(
                Grant.objects.filter(account_id=people["screener"], ends_at=None)
                .values_list("scope", flat=True)
            )  # fmt: skip

    before, child_id = held(), person_of(people, first)
    who(people, second, child_id)
    assert child_id in held() - before
    with casework.working(people["manager"]):
        assert Person.objects.get(pk=person_of(people, second)).same_as_id == child_id
        assert identification.rebuilt(person_of(people, second)) == child_id
    take_back(people, second)
    assert held() == before
    with casework.working(people["manager"]):
        assert Person.objects.get(pk=person_of(people, second)).same_as_id is None
        assert identification.rebuilt(person_of(people, second)) is None
    who(people, second, child_id)


def test_nobody_is_linked_without_a_reason_in_a_chain_or_to_what_is_sealed(people, loader_cursor):
    one, two, three = (
        casework.contacts_of(casework.send(people["lead"], name), people=people)[0]
        for name in ("Amir", "Amir", "Amir")
    )
    with pytest.raises(Refused):
        who(people, one, person_of(people, two), why=" ")
    who(people, one, person_of(people, two))
    for pair in ((three, person_of(people, one)), (two, person_of(people, three))):
        with pytest.raises(Conflict):
            who(people, *pair)
    with pytest.raises(Conflict, match="Undo that first"):
        who(people, one, person_of(people, three))
    with pytest.raises(Conflict):
        who(people, three, person_of(people, three))
    sealed = somebody(loader_cursor, "Amir", "Akhtar", BORN, seal="lado")
    for nobody in (sealed, uuid4()):
        with pytest.raises(Denied):
            who(people, three, nobody)


def test_an_undo_that_would_leave_a_referral_behind_is_refused(people):
    first, second = (
        casework.contacts_of(casework.send(people["lead"], "Amir"), people=people)[0]
        for _ in range(2)
    )
    who(people, second, person_of(people, first))
    casework.screen(people, second)
    casework.decide(people, second, casework.REFER)
    with pytest.raises(Conflict, match="referral has been opened"):
        take_back(people, second)


def test_what_is_known_is_told_to_nobody_who_does_not_see_the_person(sent, database):
    """A definer function checks for itself; the application is not asked here."""
    person_id = person_of(sent.people, sent.amir)
    with casework.working(sent.people["analyst"]), connection.cursor() as cursor:
        for question, told in (
            ("select * from gt_known_people(%s)", [person_id]),
            ("select * from gt_cluster(%s)", [person_id]),
            (known.FLAGS, [[person_id], "contact", "referral"]),
        ):
            cursor.execute(question, told)
            assert cursor.fetchall() == []
    with psycopg.connect(database.owner) as owner:
        (count,) = owner.execute("select count(*) from gt_register_name").fetchone()
    assert count == 2


def words_of(cursor) -> set[str]:
    cursor.execute("select word from gt_register_word")
    return {word for (word,) in cursor.fetchall()}


def test_a_word_goes_with_the_last_name_it_is_a_word_of(loader_cursor, people):
    first = somebody(loader_cursor, "Zebedee", "Quill", date(2011, 5, 4))
    other = somebody(loader_cursor, "Zebedee", "Thorn", date(2012, 5, 4))
    loader_cursor.execute("update gt_person set family_name = 'Nibb' where id = %s", [first])
    assert words_of(loader_cursor) == {"zebedee", "thorn", "nibb"}
    loader_cursor.execute(
        "update gt_person set date_of_birth = '2011-05-05' where id = %s", [first]
    )
    assert words_of(loader_cursor) == {"zebedee", "thorn", "nibb"}
    loader_cursor.execute("delete from gt_person where id = %s", [first])
    assert words_of(loader_cursor) == {"zebedee", "thorn"}, "the other is called so still"
    loader_cursor.execute("delete from gt_person where id = %s", [other])
    assert words_of(loader_cursor) == set()


def test_a_name_said_wrong_leaves_no_word_and_one_that_has_ended_does(people, child, owner_cursor):
    before = words_of(owner_cursor)
    wrong = add(people, child, "name", kind="former-name", given_name="Wrongly", family_name="Said")
    assert {"wrongly", "said"} <= words_of(owner_cursor)
    owner_cursor.execute("delete from gt_person_name where id = %s", [wrong])
    assert words_of(owner_cursor) == before


def test_a_word_somebody_is_recording_in_the_same_moment_stays(people, database):
    """Neither waits for the other, and the child who is being recorded is found by it."""
    with (
        psycopg.connect(database.url("gt_loader")) as leaving,
        psycopg.connect(database.url("gt_loader")) as coming,
    ):
        gone = somebody(leaving.cursor(), "Zebedee", "Quill", date(2011, 5, 4))
        leaving.commit()
        came = somebody(coming.cursor(), "Zebedee", "Thorn", date(2012, 5, 4))
        leaving.execute("set local lock_timeout = '2s'")
        leaving.execute("delete from gt_person where id = %s", [gone])
        leaving.commit()
        coming.commit()
    assert [match.person_id for match in found(people, given_name="Zebedee")] == [came]


def test_a_word_that_is_going_comes_back_for_who_is_recorded_next(people, database):
    with (
        psycopg.connect(database.url("gt_loader")) as leaving,
        psycopg.connect(database.url("gt_loader")) as coming,
    ):
        gone = somebody(leaving.cursor(), "Zebedee", "Quill", date(2011, 5, 4))
        leaving.commit()
        leaving.execute("delete from gt_person where id = %s", [gone])
        came = somebody(coming.cursor(), "Zebedee", "Thorn", date(2012, 5, 4))
        coming.commit()
        leaving.commit()
    assert [match.person_id for match in found(people, given_name="Zebedee")] == [came]
