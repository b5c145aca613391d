"""Who sends without an account. R1.7: a professional is not anonymous; R2.6: they need no account."""

import pytest

from goldenthread.content.front_door import guest_sender
from goldenthread.language import answers as reading

LISTED = {
    "sender_name": "Priya O'Brien",
    "sender_job": "Health visitor",
    "sender_agency": "district-hospital",
    "sender_email": "priya@health.invalid",
    "sender_telephone": "01632 960 001",
}
ELSEWHERE = LISTED | {
    "sender_agency": "another-organisation",
    "sender_organisation": "A trust of another place",
    "sender_kind": "health",
}
ASKED = guest_sender.offering([("district-hospital", "District hospital", "")])


@pytest.mark.parametrize("said", [LISTED, ELSEWHERE])
def test_who_they_are_is_complete(said):
    assert reading.check(ASKED, said) == ()


@pytest.mark.parametrize("key", sorted(LISTED))
def test_nothing_of_it_may_be_left_out(key):
    said = {name: value for name, value in LISTED.items() if name != key}
    assert [problem.field for problem in reading.check(ASKED, said)] == [key]


@pytest.mark.parametrize("key", ["sender_organisation", "sender_kind"])
def test_an_organisation_we_do_not_list_is_named(key):
    said = {name: value for name, value in ELSEWHERE.items() if name != key}
    assert [problem.field for problem in reading.check(ASKED, said)] == [key]


@pytest.mark.parametrize("email", ["priya", "priya@", "priya at health.invalid"])
def test_an_address_nothing_can_be_sent_to_is_refused(email):
    problems = reading.check(ASKED, LISTED | {"sender_email": email})
    assert [problem.field for problem in problems] == ["sender_email"]


def test_an_agency_nobody_offered_is_refused():
    problems = reading.check(ASKED, LISTED | {"sender_agency": "made-up"})
    assert [problem.field for problem in problems] == ["sender_agency"]


def test_the_option_of_another_organisation_stands_last_whatever_is_found():
    for found in ([], [("a", "A", ""), ("b", "B", "BD1 1HX")]):
        (agency,) = (q for q in guest_sender.offering(found).questions if q.offers)
        assert [option.key for option in agency.options] == [
            *(key for key, *_ in found), guest_sender.ANOTHER,
        ]  # fmt: skip
    few = guest_sender.offering([("a", "A", "")], all_of_them=True)
    assert [q.offers for q in few.questions if q.key == "sender_agency"] == [""]


def test_a_place_somebody_works_at_is_of_a_sort_a_sender_may_name():
    kinds = {option.key for q in ASKED.questions if q.key == "sender_kind" for option in q.options}
    assert set(guest_sender.PLACES.values()) <= kinds
    assert "home" not in guest_sender.PLACES
