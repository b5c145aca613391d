"""R2.1: a level 4 or immediate worry is taken with a name, the concern and who says so."""

import pytest

from goldenthread.content.front_door.referral_form import referral_form
from goldenthread.content.front_door.urgent_form import urgent_form
from goldenthread.language import answers as reading

CHILD = {
    "given_name": "Siân",
    "family_name": "O'Brien",
    "date_of_birth": {"not_known": True},
    "sex": "U",
}
LEAST = {
    "children": [CHILD],
    "in_danger_now": "yes",
    "worried_about": "Locked in since Friday.",
    "reach_me": "01632 960 001",
}


def test_the_least_is_enough():
    assert reading.check(urgent_form, LEAST) == ()


@pytest.mark.parametrize("key", LEAST)
def test_nothing_of_the_least_may_be_left_out(key):
    answers = {name: value for name, value in LEAST.items() if name != key}

    assert [problem.field for problem in reading.check(urgent_form, answers)] == [key]


def test_it_asks_nothing_the_full_form_does_not_ask_in_the_same_words():
    assert set(urgent_form.questions) <= set(referral_form.questions)
    assert len(urgent_form.sections) == 2
