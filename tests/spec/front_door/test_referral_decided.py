"""What a referral needs: decided by a manager, with a reason; no further action closes it.

Working Together 2018, chapter 1: the response is decided within one working day. Children in need
census, referral with no further action (rule 8568).
"""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door.referral_decided import decided, referral_decision
from goldenthread.content.front_door.referral_outcome import FLAGS, OUTCOMES
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from tests.spec import tables

WHO_TABLE = """
| recorded so far | role | may decide |
|---|---|---|
| | front-door-manager | no |
| referral-opened | front-door-manager | yes |
| referral-opened | front-door-screener | no |
| referral-opened | social-worker | no |
| referral-opened, referral-allocated | front-door-manager | yes |
| referral-opened, referral-decided | front-door-manager | no |
| referral-opened, referral-closed | front-door-manager | no |
"""

ASKED_TABLE = """
| case | referral_outcome | referral_reason | asked for | closes it |
|---|---|---|---|---|
| an assessment | single-assessment | Help has not held | | no |
| a strategy discussion | strategy-discussion-needed | He is not safe at home | | no |
| nothing further | nothing-further | His mother has what she asked for | | yes |
| without a reason | nothing-further | | referral_reason | yes |
| without an outcome | | Help has not held | referral_outcome | no |
| not an outcome | advice-to-family | Help has not held | referral_outcome | no |
"""


@pytest.mark.parametrize("case", tables.rows(WHO_TABLE), ids=str)
def test_who_may_decide_and_when(case):
    referral = catalogue.pathway("referral")

    following = pathways.may_follow(referral, tables.words(case["recorded so far"]))

    offered = [step.key for step in following if steps.may_record(step, case["role"], {})]
    assert (decided.key in offered) == (case["may decide"] == "yes")


@pytest.mark.parametrize("case", tables.rows(ASKED_TABLE), ids=lambda case: case["case"])
def test_what_is_said_and_what_closes_it(case):
    keys = ("referral_outcome", "referral_reason")
    answers = {key: case[key] for key in keys if case[key]}

    problems = reading.check(referral_decision, answers)

    assert [problem.field for problem in problems] == list(tables.words(case["asked for"]))
    assert steps.closes(decided, answers) == (case["closes it"] == "yes")


def test_each_outcome_raises_one_flag_of_the_dataset_and_each_flag_has_an_outcome():
    assert sorted(outcome.counts_as for outcome in OUTCOMES) == sorted(FLAGS)
