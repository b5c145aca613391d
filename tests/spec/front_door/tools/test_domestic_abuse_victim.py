"""The risk to an adult victim: fourteen areas are high, and a professional judges whatever it is."""

import pytest

from goldenthread.content.front_door.tools.domestic_abuse_victim import domestic_abuse_victim
from goldenthread.language import answers as reading
from tests.spec import tables

TABLE = """
| areas answered yes | advised |
|---|---|
| 0 | standard |
| 6 | standard |
| 7 | medium |
| 13 | medium |
| 14 | high |
| 27 | high |
"""
AREAS = domestic_abuse_victim.advice.count.questions


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["areas answered yes"])
def test_what_is_advised(case):
    number = int(case["areas answered yes"])
    answers = dict.fromkeys(AREAS[:number], "yes") | dict.fromkeys(AREAS[number:], "no")

    found = domestic_abuse_victim.advice.of(answers)

    assert (found.band.key, found.counted) == (case["advised"], number)


def test_a_professional_may_judge_it_high_with_no_area_at_all():
    answers = dict.fromkeys(AREAS, "no") | {
        "victim_judgement": "high",
        "victim_judgement_why": "She is terrified and cannot say",
    }
    assert reading.check(domestic_abuse_victim, answers) == ()
    assert domestic_abuse_victim.advice.judged(answers).choice == "high"
