"""Screening: what the contact is, the front door's own level of need, and what is known.

R3.1: the level the referrer sees and the level the front door sees are kept beside each other. R1.5:
the child's voice or a reason, from whoever has it. R4.1 and R4.3: a refusal is weighed, never a
reason to delay.
"""

import pytest

from goldenthread.content.front_door.level_of_need import LEVELS
from goldenthread.content.front_door.referral_form import referral_form
from goldenthread.content.front_door.screening_form import screening_form
from goldenthread.language import answers as reading
from tests.spec import tables

COMPLETE = {"purpose": "concern", "front_door_level": "3", "screening_summary": "Known to a nurse."}


SO_FAR_TABLE = """
| case | so far | give | asked for |
|---|---|---|---|
| R1.5 the referrer said what the child said | child_words=Ouch | | |
| R1.5 the referrer said why not | child_words_absent=pre-verbal | | |
| R1.5 the referrer said neither | | | voice_heard, voice_absent |
| R1.5 the screener heard it | | voice_heard=Ouch | |
| R1.5 the screener says why not | | voice_absent=not-yet-seen | |
| R1.5 what was heard already is not asked again | child_words=Ouch | voice_heard=Ouch | voice_heard |
| R4.1 a refusal is weighed | child_words=Ouch, agreed_to_help=refused | | refusal_weighed_by_us |
| R4.1 weighed | child_words=Ouch, agreed_to_help=refused | refusal_weighed_by_us=Same level | |
| R4.3 agreed: nothing to weigh | child_words=Ouch, agreed_to_help=agreed | | |
"""


def test_every_question_must_be_answered():
    heard = {"child_words": "Ouch"}
    assert not reading.check(screening_form, COMPLETE, so_far=heard)
    for key in COMPLETE:
        without = {other: value for other, value in COMPLETE.items() if other != key}
        problems = reading.check(screening_form, without, so_far=heard)
        assert [problem.field for problem in problems] == [key]


@pytest.mark.parametrize("case", tables.rows(SO_FAR_TABLE), ids=lambda case: case["case"])
def test_what_the_screener_is_asked_hangs_on_what_the_referrer_said(case):
    so_far, given = (
        dict(each.split("=") for each in tables.words(case[column]))
        for column in ("so far", "give")
    )

    problems = reading.check(screening_form, COMPLETE | given, so_far=so_far)

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))


def test_what_was_screened_on_version_1_is_read_in_its_words():
    assert [question.key for question in screening_form.at(1).questions] == list(COMPLETE)


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
