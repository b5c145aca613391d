"""Search before create on a form being written: who is shown, to whom; nothing is joined."""

from datetime import date
from uuid import UUID

import pytest

from goldenthread.actions import drafts
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
