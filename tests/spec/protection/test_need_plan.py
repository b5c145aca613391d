"""A child in need plan: agreed, reviewed, visited, and a manager where agreement goes."""

import pytest

from tests.spec import recording, tables

PATHWAY = "child-in-need-plan"

NEXT_TABLE = """
| why | recorded | role | answers | may record |
|---|---|---|---|---|
| due | child-in-need-plan-due | social-worker |  | child-in-need-plan-agreed, child-in-need-visit-made, child-in-need-visit-attempted |
| agreed | child-in-need-plan-due, child-in-need-plan-agreed | social-worker |  | child-in-need-plan-agreed, child-in-need-review-held, child-in-need-visit-made, child-in-need-visit-attempted, agreement-withdrawn |
| R12.6 the worker does not decide | child-in-need-plan-due, child-in-need-plan-agreed, agreement-withdrawn | social-worker |  | child-in-need-plan-agreed, child-in-need-review-held, child-in-need-visit-made, child-in-need-visit-attempted, agreement-withdrawn |
| ended | child-in-need-plan-due, child-in-need-plan-ended | social-work-team-manager |  |  |
"""

REFUSED_TABLE = """
| why | step | before | answers | refused beside |
|---|---|---|---|---|
| R12.5 before the referral | child-in-need-plan-agreed | referral_on=2020-03-03 | need_plan_on=2020-03-02 | need_plan_on |
| R12.4 ended before it began | child-in-need-plan-ended | need_plan_on=2020-03-12 | need_plan_ended_on=2020-03-11 | need_plan_ended_on |
| R12.6 ended before a manager decided | child-in-need-plan-ended | agreement_withdrawn_because=x | need_plan_ended_as=withdrawn | need_plan_ended_as |
| R12.6 ended after | child-in-need-plan-ended | agreement_withdrawn_because=x; withdrawal_decision=close | need_plan_ended_as=withdrawn |  |
"""

OPENS_TABLE = """
| why | step | answers | opens and ends |
|---|---|---|---|
| to early help | child-in-need-plan-ended | need_plan_ended_as=early-help | early-help/early-help-stepped-down |
| needs met | child-in-need-plan-ended | need_plan_ended_as=needs-met |  |
"""


@pytest.mark.parametrize("case", tables.rows(NEXT_TABLE), ids=lambda case: case["why"])
def test_who_may_record_what_next(case):
    assert recording.may_follow(case, PATHWAY) == list(tables.words(case["may record"]))


@pytest.mark.parametrize("case", tables.rows(REFUSED_TABLE), ids=lambda case: case["why"])
def test_what_is_refused(case):
    found = recording.refused(case["step"], case["answers"], before=case["before"])

    assert found == list(tables.words(case["refused beside"]))


@pytest.mark.parametrize("case", tables.rows(OPENS_TABLE), ids=lambda case: case["why"])
def test_what_it_opens_and_ends(case):
    found = recording.opened(case["step"], case["answers"])

    assert found == list(tables.words(case["opens and ends"]))
