"""What an agency must write of a child before a conference."""

import pytest

from goldenthread.content.protection.meetings.agency_report import agency_report
from goldenthread.language import answers as reading

WRITTEN = {
    "involved_how": "In school since September 2018",
    "child_tells_us": {"not_known": True},
    "worrying": "Tired and hungry on Mondays",
    "going_well": "Likes football",
    "needs_plan": "hear-first",
    "needs_plan_why": "We have not heard the health visitor",
    "family_read_it": "yes",
}


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, []),
        ({"worrying": None}, ["worrying"]),
        ({"child_tells_us": None}, ["child_tells_us"]),
        ({"needs_plan": None, "needs_plan_why": None}, ["needs_plan", "needs_plan_why"]),
        ({"family_read_it": "no"}, ["family_not_why"]),
        ({"family_read_it": "no", "family_not_why": "They could not be reached"}, []),
    ],
)
def test_what_must_be_written(changed, missing):
    answers = {key: value for key, value in {**WRITTEN, **changed}.items() if value is not None}

    assert [problem.field for problem in reading.check(agency_report, answers)] == missing
