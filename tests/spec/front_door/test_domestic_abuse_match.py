"""Any one of these sends a notification on, whatever two people think (DOMAIN R5.2).

Fourteen ticks are high whatever the officer's grade; a grade of high is high whatever the ticks.
"""

import pytest

from goldenthread.content.front_door import domestic_abuse_incident
from goldenthread.content.front_door.domestic_abuse_match import (
    CASE_OPEN,
    GOES_ON,
    domestic_abuse_match,
)
from goldenthread.content.front_door.domestic_abuse_risk import TICKS
from goldenthread.language import answers as reading
from tests.spec import tables

TABLE = """
| case | ticks | risk | hurt | unborn | before | goes on |
|---|---|---|---|---|---|---|
| nothing stands out | 3 | standard | no | no | 1 | no |
| the second in a year | 3 | medium | no | no | 2 | no |
| the third in a year | 3 | standard | no | no | 3-or-more | yes |
| thirteen ticks | 13 | medium | no | no | 1 | no |
| fourteen ticks | 14 | medium | no | no | 1 | yes |
| high by judgement | 2 | high | no | no | 1 | yes |
| a child hurt or used | 0 | standard | yes | no | 1 | yes |
| an unborn child | 0 | standard | no | yes | 1 | yes |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["case"])
def test_what_goes_on(case):
    answers = {
        "dash_ticks": [tick.key for tick in TICKS[: int(case["ticks"])]],
        "dash_risk": case["risk"],
        "child_hurt": case["hurt"],
        "unborn": case["unborn"],
        "notified_before": case["before"],
    }
    answers["dash_says"] = domestic_abuse_incident.dash_says(answers)

    assert GOES_ON.holds(answers) == (case["goes on"] == "yes")


def test_the_checklist_has_its_twenty_seven_ticks():
    assert len(TICKS) == 27


def test_what_is_found_is_found_in_full():
    found = {"notified_before": "1", "case_open": "yes", "dash_says": "high"}

    assert reading.check(domestic_abuse_match, found) == ()
    assert CASE_OPEN.holds(found)
    assert len(reading.check(domestic_abuse_match, {})) == 3
