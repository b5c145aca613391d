"""Screening: what the contact is, the front door's own level of need, and what is known.

R3.1: the level the referrer sees and the level the front door sees are kept beside each other.
"""

from goldenthread.content.front_door.level_of_need import LEVELS
from goldenthread.content.front_door.referral_form import referral_form
from goldenthread.content.front_door.screening_form import screening_form
from goldenthread.language import answers as reading

COMPLETE = {"purpose": "concern", "front_door_level": "3", "screening_summary": "Known to a nurse."}


def test_every_question_must_be_answered():
    assert not reading.check(screening_form, COMPLETE)
    for key in COMPLETE:
        without = {other: value for other, value in COMPLETE.items() if other != key}
        assert [problem.field for problem in reading.check(screening_form, without)] == [key]


def test_r3_1_both_levels_are_kept_and_neither_replaces_the_other():
    columns = [
        question.column
        for form in (referral_form, screening_form)
        for question in form.questions
        if question.options[:4] == LEVELS
    ]

    assert columns == ["referrer_level", "front_door_level"]


def test_a_front_door_may_not_be_unsure_of_the_level():
    assert reading.check(screening_form, COMPLETE | {"front_door_level": "not-sure"})
