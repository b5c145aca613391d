"""Who somebody is, where, and who matters: said once, ended with a reason, known as at a day."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from goldenthread.actions import register
from goldenthread.actions.conflict import Refused
from goldenthread.queries import thread, who_and_where, who_matters
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

LATER = NOW + timedelta(days=1)
MOTHER = {
    "kind": "mother", "given_name": "Ewa", "family_name": "Kowalska", "lives_with": "no",
    "parental_responsibility": "yes",
}  # fmt: skip
REFUGE = {"kind": "staying", "lines": "The hidden house", "is_safe": "yes", "postcode": "BD2 2AA"}


@pytest.fixture
def child(people) -> UUID:
    (contact,) = casework.contacts_of(casework.send(people["lead"], "Amir"), people=people)
    with casework.working(people["manager"]):
        return Episode.objects.get(pk=contact).subject_person_id


def add(people, person_id: UUID, what: str, *, at=NOW, **answers: str) -> UUID:
    with casework.working(people["screener"], at=at) as by:
        return register.add(by=by, person_id=person_id, what=what, answers=answers, at=at)


def told(people, person_id: UUID, *, at=NOW) -> who_and_where.WhoAndWhere:
    with casework.working(people["screener"], at=at) as viewer:
        return who_and_where.of(viewer=viewer, person_id=person_id, now=at)


def matters(people, person_id: UUID) -> who_matters.WhoMatters:
    with casework.working(people["screener"]) as viewer:
        read = thread.of(viewer=viewer, person_id=person_id, now=NOW)
        return who_matters.to(viewer=viewer, thread=read, now=NOW)


def end(people, person_id: UUID, what: str, row_id: UUID, *, on: str = "2020-03-03") -> None:
    answers = {"ended_on": on, "why_ended": "Moved out, the school says"}
    with casework.working(people["screener"], at=LATER) as by:
        register.end(
            by=by, person_id=person_id, what=what, row_id=row_id, answers=answers, at=LATER
        )


def test_a_household_is_joined_ended_and_known_as_it_was(people, child):
    add(people, child, "tie", **MOTHER)
    (tie,) = told(people, child).ties
    (mother,) = tie.others
    add(people, child, "household", other=str(mother), valid_from="2019-09-01")
    (lives,) = told(people, child).household
    assert (lives.words, lives.since) == ("Ewa Kowalska", date(2019, 9, 1))
    (near,) = matters(people, child).people
    assert (near.name, near.title) == ("Ewa Kowalska", "Mother")
    assert near.responsible and near.lives_with and near.may_open
    with pytest.raises(Refused, match="since 1 September 2019"):
        end(people, child, "household", lives.row_id, on="2019-08-31")
    end(people, child, "household", lives.row_id)
    (now_is,) = told(people, child, at=LATER).household
    assert (now_is.until, now_is.why_ended) == (NOW.date(), "Moved out, the school says")
    assert told(people, child).household[0].until is None
    (hers,) = told(people, mother, at=LATER).household
    assert hers.until is None and hers.others == ()


def test_nobody_lives_with_who_does_not_matter_to_them(people, child):
    stranger = str(uuid4())
    with pytest.raises(Refused) as refused:
        add(people, child, "household", other=stranger)
    assert [each.field for each in refused.value.problems] == ["other"]


def test_a_school_of_the_list_is_linked_and_another_is_kept_by_name(people, child, loader_cursor):
    loader_cursor.execute(
        "insert into gt_setting (id, kind, name, code, postcode) values"
        " (%s, 'school', 'Beck Lane Primary', '100001', '')", [uuid4()],
    )  # fmt: skip
    add(people, child, "goes", kind="school", name="BECK LANE PRIMARY", valid_from="2019-09-01")
    add(people, child, "goes", kind="surgery", name="Dr Grey")
    places = matters(people, child).places
    assert [(each.title, each.name) for each in places] == [
        ("Doctor's surgery", "Dr Grey"),
        ("School or nursery", "Beck Lane Primary"),
    ]


def test_who_works_with_them_is_somebody_of_the_directory(people, child, loader_cursor):
    loader_cursor.execute("select id, name from gt_agency where key = 'health'")
    agency_id, agency = loader_cursor.fetchone()
    loader_cursor.execute(
        "insert into gt_practitioner (id, full_name, job_title, agency_id, phone, email)"
        " values (%s, 'Nia Hale', 'Health visitor', %s, '01632 960 001', '')", [uuid4(), agency_id],
    )  # fmt: skip
    with pytest.raises(Refused, match="directory"):
        add(people, child, "involved", practitioner="Nobody Known", does_what="Health visitor")
    add(people, child, "involved", practitioner=f"Nia Hale, {agency}", does_what="Health visitor")
    involved, wrote = matters(people, child).workers
    assert (involved.name, involved.agency, involved.what) == (
        "Nia Hale", agency, "Health visitor",
    )  # fmt: skip
    assert wrote.last_on == NOW.date()


def test_a_baby_is_expected_then_born_and_nobody_dies_before(people, child):
    expected = {"kind": "sibling", "given_name": "Baby", "family_name": "Akhtar"}
    expected |= {"lives_with": "no", "expected_on": "2020-06-01"}
    with pytest.raises(Refused, match="not both"):
        add(people, child, "tie", **expected, date_of_birth="2020-01-01")
    add(people, child, "tie", **expected)
    (baby,) = told(people, child).ties[0].others
    born = {"date_of_birth": "2020-03-02", "sex": "F"}
    assert told(people, baby).expected == date(2020, 6, 1)
    add(people, baby, "birth", **born)
    with casework.working(people["screener"]):
        now_is = Person.objects.get(pk=baby)
    assert (now_is.kind, now_is.sex, now_is.expected_date_of_birth) == ("child", "F", None)
    with pytest.raises(Refused, match="not recorded as not born"):
        add(people, baby, "birth", **born)
    with pytest.raises(Refused, match="born on 2 March 2020"):
        add(people, baby, "death", died_on="2020-03-01")
    add(people, baby, "death", died_on="2020-03-03")
    assert told(people, baby).died == date(2020, 3, 3)


def test_a_safe_address_is_on_their_own_page_and_nowhere_else(people, child, loader_cursor, home):
    add(people, child, "tie", **MOTHER)
    add(people, child, "address", **REFUGE)
    browser = visit.signed_in(people["screener"])
    (tie,) = told(people, child).ties
    (mother,) = tie.others
    own = visit.words(browser.get(reverse("who-and-where", args=[child])))
    assert "The hidden house" in own and "Keep from others" in own
    for name, person in (
        ("thread", child), ("thread-print", child), ("thread", mother), ("who-and-where", mother),
    ):  # fmt: skip
        page = browser.get(reverse(name, args=[person]))
        assert page.status_code == 200
        assert "hidden house" not in visit.words(page) and "BD2 2AA" not in visit.words(page)
    outside = visit.signed_in(people["lead"])
    assert outside.get(reverse("who-and-where", args=[child])).status_code == 403


def test_ending_is_asked_on_a_page_and_keeps_what_was_typed(people, child, home):
    add(people, child, "name", kind="former-name", given_name="Cerys", family_name="Hughes")
    (name,) = told(people, child).names
    browser = visit.signed_in(people["screener"])
    address = reverse("register-end", args=[child])
    row = f"name:{name.row_id}"
    assert "Cerys Hughes" in visit.words(browser.get(address, {"row": row}))
    refused = browser.post(address, {"row": row, "why_ended": "Adopted"})
    assert refused.status_code == 422 and 'value="Adopted"' in visit.words(refused)
    day = {"ended_on-day": "3", "ended_on-month": "3", "ended_on-year": "2020"}
    done = browser.post(address, {"row": row, "why_ended": "Adopted", **day})
    assert done.status_code == 302
    assert browser.get(address, {"row": row}).status_code == 302
    assert browser.get(address, {"row": "name:\0"}).status_code == 302
    (ended,) = told(people, child, at=LATER + timedelta(days=9000)).names
    assert (ended.until, ended.why_ended) == (date(2020, 3, 3), "Adopted")


def test_a_page_shows_what_was_known_on_a_day(people, child, home):
    add(people, child, "name", kind="former-name", given_name="Cerys", family_name="H")
    browser = visit.signed_in(people["screener"])
    address = reverse("who-and-where", args=[child])

    def page(day: str):
        parts = {"known_on-day": day, "known_on-month": "3", "known_on-year": "2020"}
        return browser.get(address, parts)

    before, after = page("2"), page("3")
    assert "As it was known" in visit.words(before) and "Cerys" not in visit.words(before)
    assert "Cerys" in visit.words(after)
    assert page("x").status_code == 422
