"""Closing a referral: a reason from the census's code set, and what has changed for the child.

Children in need census, reason for closure. The date and the reason come together (rules 8805 and
8810): the date is when the step is recorded, and the step asks for the reason.
"""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.cin_codes import CLOSURE_REASON
from goldenthread.content.front_door.referral_closed import closed, referral_closing
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from tests.spec import tables

NEXT_TABLE = """
| recorded so far | role | may close it |
|---|---|---|
| | front-door-manager | no |
| referral-opened | front-door-manager | yes |
| referral-opened | front-door-screener | no |
| referral-opened | designated-safeguarding-lead | no |
| referral-opened, referral-closed | front-door-manager | no |
"""

ASKED_TABLE = """
| case | close_reason | closing_summary | asked for |
|---|---|---|---|
| both | RC7 | She says she feels safe at home | |
| a date without a reason | | She says she feels safe at home | close_reason |
| a reason and nothing of the child | RC7 | | closing_summary |
| a reason that is not in the code set | RC77 | She says she feels safe at home | close_reason |
"""


@pytest.mark.parametrize("case", tables.rows(NEXT_TABLE), ids=str)
def test_who_may_close_it_and_when(case):
    referral = catalogue.pathway("referral")

    following = pathways.may_follow(referral, tables.words(case["recorded so far"]))

    offered = [step.key for step in following if steps.may_record(step, case["role"], {})]
    assert (closed.key in offered) == (case["may close it"] == "yes")


@pytest.mark.parametrize("case", tables.rows(ASKED_TABLE), ids=lambda case: case["case"])
def test_what_closing_must_say(case):
    keys = ("close_reason", "closing_summary")
    answers = {key: case[key] for key in keys if case[key]}

    problems = reading.check(referral_closing, answers)

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))


def test_recording_it_closes_the_referral():
    assert steps.closes(closed, {})


def test_every_reason_is_one_the_census_knows():
    offered = {option.key for option in referral_closing.questions[0].options}

    assert offered <= {code.key for code in CLOSURE_REASON}
