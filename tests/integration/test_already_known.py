"""Search before create on a form being written: who is shown, to whom, and who may say who it is.

Nothing is joined by sending alone.
"""

from datetime import date
from uuid import UUID, uuid4

import pytest

from goldenthread.actions import drafts, identification
from goldenthread.records.person import Person
from tests.integration.test_guests import begun as begun_by_a_guest
from tests.integration.test_other_forms import CALL
from tests.integration.test_register import somebody
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

TITLE, BORN = "May be already known", date(2012, 3, 27)
NAMED = {
    "children-0-given_name": ["Siân"],
    "children-0-family_name": ["Obrien"],
    "children-0-date_of_birth-not_known": ["yes"],
    "children-0-sex": ["F"],
}
TYPED = CALL | NAMED


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


@pytest.fixture
def trail(database):
    found = visit.Trail(database.owner)
    yield found
    found.close()


@pytest.fixture
def known(people, loader_cursor) -> UUID:
    return somebody(loader_cursor, "Sian", "O'Brien", BORN, desk="")


def begun(account_id: UUID, form: str, typed) -> UUID:
    with casework.working(account_id) as by:
        return drafts.save(by=by, instrument=form, typed=typed, at=NOW).pk


@pytest.mark.parametrize("part", ["", "children/"])
def test_a_caller_s_child_is_shown_as_a_stub_before_the_call_is_sent(people, known, trail, part):
    draft_id = begun(people["screener"], "telephone-form", TYPED)
    browser = visit.signed_in(people["screener"])
    trail.new()
    page = visit.words(browser.get(f"/concern/{draft_id}/{part}"))
    assert TITLE in page and "<span data-stub>Sian O&#39;Brien</span>" in page
    assert "Same name" in page and "2012" in page and "27 March" not in page
    searched, shown = sorted(trail.new(), key=lambda row: row["resource"] != "gt_search_register")
    assert searched["person_ids"] == shown["person_ids"] == [known]


def test_nobody_is_shown_where_nobody_is_named_or_the_register_has_nobody_like_it(people, known):
    for typed in ({}, TYPED | {"children-0-family_name": ["Zielinski"]}):
        draft_id = begun(people["screener"], "telephone-form", typed)
        browser = visit.signed_in(people["screener"])
        assert TITLE not in visit.words(browser.get(f"/concern/{draft_id}/"))


def test_a_school_is_shown_nobody_and_asks_nothing_of_the_register(people, known, trail):
    draft_id = begun(people["lead"], "referral-form", casework.form("Amir") | NAMED)
    browser = visit.signed_in(people["lead"])
    trail.new()
    for part in ("", "children/"):
        page = visit.words(browser.get(f"/concern/{draft_id}/{part}"))
        assert TITLE not in page and "O&#39;Brien" not in page
    assert {row["resource"] for row in trail.new()}.isdisjoint({"gt_search_register"})


def test_sending_joins_nobody_to_whoever_was_shown(people, known):
    draft_id = begun(people["screener"], "telephone-form", TYPED)
    browser = visit.signed_in(people["screener"])
    assert TITLE in visit.words(browser.get(f"/concern/{draft_id}/"))
    assert browser.post(f"/concern/{draft_id}/").status_code == 302
    with casework.working(people["manager"]):
        (made,) = Person.objects.exclude(pk=known)
        assert made.same_as_id is None


def test_a_guest_is_shown_nobody(people, loader_cursor):
    somebody(loader_cursor, "Amir", "Akhtar", date(2011, 5, 4))
    browser, draft_id = begun_by_a_guest()
    for part in ("", "children/"):
        answer = browser.get(f"/concern/{draft_id}/{part}")
        assert answer.status_code == 200 and TITLE not in visit.words(answer)


def say(browser, draft_id: UUID, person_id: object, part: str = "", number: int = 0):
    typed = NAMED if part else {}
    sent = {**typed, "go": f"same:{number}:{person_id}"}
    return browser.post(f"/concern/{draft_id}/{part}", sent)


def linked(people, known: UUID) -> list[UUID | None]:
    with casework.working(people["manager"]):
        return list(Person.objects.exclude(pk=known).values_list("same_as_id", flat=True))


@pytest.fixture
def open_child(people, loader_cursor) -> UUID:
    """One at the front door's desk, whose thread its people may open."""
    return somebody(loader_cursor, "Sian", "O'Brien", BORN)


@pytest.mark.parametrize("part", ["", "children/"])
def test_who_may_open_the_thread_says_it_is_the_same_child_and_it_is_linked(
    people, open_child, part
):
    draft_id = begun(people["screener"], "telephone-form", TYPED)
    browser = visit.signed_in(people["screener"])
    page = visit.text(browser.get(f"/concern/{draft_id}/{part}"))
    assert f"/children/{open_child}/" in page and "This is the same child" in page
    assert say(browser, draft_id, open_child, part).headers["Location"].endswith("#already-known")
    page = visit.text(browser.get(f"/concern/{draft_id}/{part}"))
    assert "Take it back" in page and "Sending links what you write" in page
    browser.post(f"/concern/{draft_id}/")
    assert linked(people, open_child) == [open_child]
    with casework.working(people["screener"]) as by:
        (made,) = Person.objects.exclude(pk=open_child)
        stood = identification.standing(made.pk)
        assert (stood.recorded_by_id, stood.decision) == (people["screener"], "same")
        assert identification.rebuilt(made.pk) == open_child
        identification.undo(by=by, person_id=made.pk, why="Another Sian", at=NOW)
    assert linked(people, open_child) == [None]


def test_what_is_taken_back_or_said_of_another_name_links_nobody(people, open_child):
    browser = visit.signed_in(people["screener"])
    taken_back = begun(people["screener"], "telephone-form", TYPED)
    say(browser, taken_back, open_child)
    say(browser, taken_back, "")
    renamed = begun(people["screener"], "telephone-form", TYPED)
    say(browser, renamed, open_child)
    with casework.working(people["screener"]) as by:
        typed = {"children-0-given_name": ["Sioned"]}
        drafts.save(by=by, draft_id=renamed, instrument="telephone-form", typed=typed, at=NOW)
    for draft_id in (taken_back, renamed):
        browser.post(f"/concern/{draft_id}/")
    assert linked(people, open_child) == [None, None]


def test_a_stub_of_a_child_one_may_not_open_offers_nothing_and_answers_as_if_nobody(
    people, known, trail
):
    draft_id = begun(people["screener"], "telephone-form", TYPED)
    browser = visit.signed_in(people["screener"])
    page = visit.text(browser.get(f"/concern/{draft_id}/"))
    assert TITLE in page and "This is the same child" not in page
    assert str(known) not in page and "Read the thread" not in page
    answers = [say(browser, draft_id, each) for each in (known, uuid4())]
    assert len({(each.status_code, each.headers["Location"]) for each in answers}) == 1
    browser.post(f"/concern/{draft_id}/")
    assert linked(people, known) == [None]


def test_who_does_not_decide_who_a_child_is_may_not_say_it_of_anybody(people, open_child):
    draft_id = begun(people["lead"], "referral-form", casework.form("Amir") | NAMED)
    browser = visit.signed_in(people["lead"])
    answers = [say(browser, draft_id, each) for each in (open_child, uuid4())]
    assert [each.status_code for each in answers] == [403, 403]
    assert visit.words(answers[0]) == visit.words(answers[1])
    guest, guest_draft = begun_by_a_guest()
    assert say(guest, guest_draft, open_child).status_code == 403


def test_one_child_is_not_two_of_a_form_the_second_is_left_to_be_decided(people, open_child):
    second = {name.replace("-0-", "-1-"): said for name, said in TYPED.items() if "-0-" in name}
    second["children-1-given_name"] = ["Sian"]
    draft_id = begun(people["screener"], "telephone-form", TYPED | second)
    browser = visit.signed_in(people["screener"])
    for number in (0, 1):
        say(browser, draft_id, open_child, number=number)
    browser.post(f"/concern/{draft_id}/")
    assert sorted(linked(people, open_child), key=str) == sorted([open_child, None], key=str)


@pytest.mark.parametrize(
    "go", ["same:", "same:0", "same:x:y", "same:0:nobody", "same:²:", "same:-1:"]
)
def test_what_no_button_says_changes_nothing(people, open_child, go):
    draft_id = begun(people["screener"], "telephone-form", {})
    browser = visit.signed_in(people["screener"])
    assert browser.post(f"/concern/{draft_id}/", {"go": go}).status_code in (302, 422)
    assert linked(people, open_child) == []
