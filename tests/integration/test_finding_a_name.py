"""A name among many is found by a part of it, with a script and without one.

The names of schools and surgeries are public. Who works where, and where a home is, are not.
"""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.actions import establish
from goldenthread.content.front_door import guest_allowances
from goldenthread.project import present
from goldenthread.queries import offered
from goldenthread.records.draft import Draft
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.episode import Episode
from goldenthread.records.guest import Guest
from goldenthread.records.postgresql.identity import acting
from tests.made import casework, visit

pytestmark = pytest.mark.postgresql

WHO = {
    "sender_name": "Priya O'Brien",
    "sender_job": "Health visitor",
    "sender_email": "priya@hill.invalid",
    "sender_telephone": "01632 960 001",
}


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


def many_schools(cursor):
    for number in range(40):
        establish.agency(cursor, key=f"s-{number}", name=f"Canal School {number}", kind="school")


def place(cursor, name, postcode, kind="school", closed_on=None):
    place_id = uuid4()
    cursor.execute(
        "insert into gt_setting (id, kind, name, code, postcode, closed_on)"
        " values (%s, %s, %s, '', %s, %s)",
        [place_id, kind, name, postcode, closed_on],
    )
    return f"place-{place_id}"


def test_where_they_are_few_all_are_shown_and_nothing_is_looked_for(people):
    page = visit.text(Client().get("/tell-us/about-you/"))
    assert 'name="sender_agency-words"' not in page and "District hospital" in page


def test_a_district_of_many_schools_is_searched_without_a_script(people, loader_cursor):
    many_schools(loader_cursor)
    page = visit.text(Client().get("/tell-us/about-you/"))
    assert 'name="sender_agency-words"' in page and "Canal School" not in page
    assert 'value="another-organisation"' in page
    words = {**WHO, "sender_agency": "", "sender_agency-words": "school canal"}
    found = visit.text(Client().post("/tell-us/about-you/", {**words, "go": "find:sender_agency"}))
    assert found.count('value="s-') == 10 and "The first 10 of many" in found
    assert "O&#39;Brien" in found and "govuk-error-message" not in found
    chosen = Client().post("/tell-us/about-you/", {**words, "sender_agency": "s-7"})
    assert chosen.status_code == 302
    answer = Client().post("/tell-us/about-you/", words)
    assert answer.status_code == 422 and visit.text(answer).count('value="s-') == 10
    exact = {**words, "sender_agency-words": "canal school 7"}
    assert Client().post("/tell-us/about-you/", exact).status_code == 302


def test_somewhere_not_in_the_list_is_written_and_what_was_looked_for_is_kept(
    people, loader_cursor
):
    many_schools(loader_cursor)
    said = {**WHO, "sender_agency": "another-organisation", "sender_agency-words": "Nowhere"}
    answer = Client().post("/tell-us/about-you/", said)
    assert answer.status_code == 422 and "Nowhere" in visit.text(answer)
    said |= {"sender_organisation": "Nowhere Nursery", "sender_kind": "school"}
    browser = Client()
    assert browser.post("/tell-us/about-you/", said).status_code == 302
    with acting(UUID(browser.session["guest"]["id"]), now=present.now(), purpose="test"):
        guest = Guest.objects.get()
        assert (guest.works_for, guest.agency_kind) == ("Nowhere Nursery", "school")


@pytest.mark.parametrize("words", ["bd9 9", "BD99ZZ", "beck lane"])
def test_a_place_of_the_directory_is_a_workplace_by_name_or_postcode(people, loader_cursor, words):
    many_schools(loader_cursor)
    key = place(loader_cursor, "Beck Lane Surgery", "BD9 9ZZ", kind="surgery")
    found = visit.text(Client().get("/tell-us/places/workplace/", {"field": "f", "f": words}))
    assert f'value="{key}"' in found and "Doctor&#39;s surgery, BD9 9ZZ" in found
    browser = Client()
    sent = {**WHO, "sender_agency": key, "sender_agency-words": words}
    assert browser.post("/tell-us/about-you/", sent).status_code == 302
    with acting(UUID(browser.session["guest"]["id"]), now=present.now(), purpose="test"):
        guest = Guest.objects.get()
        assert (guest.works_for, guest.agency_kind) == ("Beck Lane Surgery", "health")


def test_a_home_a_closed_place_and_who_works_where_are_nobodys_to_find(people, loader_cursor):
    many_schools(loader_cursor)
    place(loader_cursor, "Quiet House", "BD9 9ZZ", kind="home")
    shut = place(loader_cursor, "Quiet School", "BD9 9ZZ", closed_on="2019-08-31")
    looked = {"field": "f", "f": "quiet"}
    for kind in ("workplace", "school", "surgery"):
        assert "Quiet H" not in visit.text(Client().get(f"/tell-us/places/{kind}/", looked))
    found = visit.text(Client().get("/tell-us/places/workplace/", looked))
    assert shut not in found and "Nothing is called anything like" in found
    sent = {**WHO, "sender_agency": shut, "sender_agency-words": "quiet"}
    assert Client().post("/tell-us/about-you/", sent).status_code == 422
    for kind in ("home", "any", "practitioner", "agency", "team", "nothing"):
        assert Client().get(f"/tell-us/places/{kind}/", looked).status_code == 404


@pytest.mark.parametrize(
    "words", ["%", "_", "' or 1=1 --", "\x00", "\ud800", "a" * 9000, "محمد 😀"]
)
def test_nothing_that_is_looked_for_breaks_the_search(people, loader_cursor, words):
    many_schools(loader_cursor)
    said = urlencode({"field": "f", "f": words}, errors="surrogatepass")
    assert Client().get(f"/tell-us/places/workplace/?{said}").status_code == 200
    said = {**WHO, "sender_agency": words, "sender_agency-words": words}
    sent = urlencode(said, errors="surrogatepass")
    answer = Client().post("/tell-us/about-you/", sent, "application/x-www-form-urlencoded")
    assert answer.status_code == 422
    odd = Client().get("/tell-us/places/school/", {"field": '"><script>', '"><script>': "canal"})
    assert odd.status_code == 200 and "<script" not in visit.text(odd)


def test_one_address_looks_as_often_as_is_allowed_and_is_then_told_to_write_it(people, monkeypatch):
    monkeypatch.setattr(guest_allowances, "places", replace(guest_allowances.places, most=2))
    looked = {"field": "f", "f": "district"}
    pages = [visit.text(Client().get("/tell-us/places/workplace/", looked)) for _ in range(3)]
    assert ["District hospital" in page for page in pages] == [True, True, False]
    assert "Write it in full" in pages[2]


def of_where(draft_id, person):
    with acting(person, now=present.now(), purpose="test"):
        return Draft.objects.get(pk=draft_id).typed


def test_a_school_of_a_referral_is_found_and_chosen_without_a_script(people, loader_cursor):
    for number in range(12):
        place(loader_cursor, f"Canal Primary {number}", f"BD{number} 1AA")
    draft_id = casework.drafted(people["lead"], "Amir", "Zain")
    lead = visit.signed_in(people["lead"])
    address = reverse("concern-section", args=[draft_id, "where_each"])
    assert "Canal Primary" not in visit.text(lead.get(address))
    field = "children-1-school"
    answer = lead.post(address, {field: "canal", "go": f"find:{field}"})
    assert answer.status_code == 302 and answer.headers["Location"].endswith(f"#{field}")
    page = visit.text(lead.get(answer.headers["Location"]))
    assert page.count(f'name="{field}-match"') == 11 and 'value="canal"' in page
    chosen = {field: "canal", f"{field}-sought": "canal", f"{field}-match": "Canal Primary 7"}
    lead.post(address, {**chosen, "go": "leave"})
    assert of_where(draft_id, people["lead"])[field] == ["Canal Primary 7"]
    written = {**chosen, field: "St Elsewhere"}
    lead.post(address, {**written, "go": "leave"})
    assert of_where(draft_id, people["lead"])[field] == ["St Elsewhere"]
    kept = of_where(draft_id, people["lead"])
    assert not any(name.endswith(("-match", "-sought")) for name in kept)


def test_two_places_of_one_name_are_told_apart_and_kept_apart(people, loader_cursor):
    one = place(loader_cursor, "St Mary's", "BD1 1AA").removeprefix("place-")
    other = place(loader_cursor, "St Mary's", "BD2 2BB").removeprefix("place-")
    with casework.working(people["lead"]):
        found = offered.like(kind="school", words="mary", on=date(2020, 4, 1))
        values = [each.value for each in found.offered]
        assert values == ["St Mary's, BD1 1AA", "St Mary's, BD2 2BB"]
        assert found.only is None
    where = {"children-0-school": "St Mary's, BD2 2BB", "children-1-school": "St Mary's"}
    casework.send(people["lead"], "Amir", "Zain", **where)
    with casework.working(people["manager"]):
        kept = dict(Enrolment.objects.values_list("name", "setting_id"))
    assert kept == {"St Mary's, BD2 2BB": UUID(other), "St Mary's": None}
    assert one != other


def test_the_directory_finds_teams_and_people_for_whoever_reads_it_and_for_nobody_else(people):
    keeper = visit.signed_in(people["keeper"])
    looked = {"field": "agency", "agency": "district"}
    found = visit.text(keeper.get("/directory/find/agency/", looked))
    assert 'value="District hospital"' in found
    assert keeper.get("/directory/find/nothing/", looked).status_code == 404
    assert visit.signed_in(people["lead"]).get("/directory/find/agency/", looked).status_code == 403
    said = {"full_name": "Nia Hale", "agency": "district", "go": "find:agency"}
    page = visit.text(keeper.post(reverse("practitioner-add"), said))
    assert 'name="agency-match"' in page and "Nia Hale" in page and "There is a problem" not in page
    chosen = {**said, "go": "continue", "agency-sought": "district"}
    kept = keeper.post(reverse("practitioner-add"), {**chosen, "agency-match": "District hospital"})
    assert kept.status_code == 302


def test_what_is_added_to_the_register_is_found_by_a_part_of_its_name(sent, loader_cursor):
    place(loader_cursor, "Canal Road Surgery", "BD3 3CC", kind="surgery")
    screener = visit.signed_in(sent.people["screener"])
    casework.claim(sent.people["screener"], sent.amir)
    with casework.working(sent.people["screener"]):
        child = Episode.objects.get(pk=sent.amir).subject_person_id
    address = reverse("register-add", args=[child, "goes"])
    said = {"kind": "surgery", "name": "canal road", "go": "find:name"}
    page = visit.text(screener.post(address, said))
    assert 'value="Canal Road Surgery"' in page and "There is a problem" not in page
