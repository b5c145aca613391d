"""A child protection plan: who records what, when it may end, and what comes after."""

import pytest

from tests.spec import recording, tables

PATHWAY = "protection-plan"

NEXT_TABLE = """
| why | recorded | role | answers | may record |
|---|---|---|---|---|
| the worker | protection-plan-begun | social-worker |  | core-group-held, protection-visit-made, protection-visit-attempted |
| the chair | protection-plan-begun | conference-chair |  | review-conference-held, protection-plan-ended |
| a review that goes on | protection-plan-begun, review-conference-held | conference-chair | review_decision=continue | review-conference-held, protection-plan-ended |
| R11.6 a review that ends it | protection-plan-begun, review-conference-held | conference-chair | review_decision=end |  |
| R11.6 the worker ends nothing | protection-plan-begun, core-group-held | social-worker |  | core-group-held, protection-visit-made, protection-visit-attempted |
"""

REFUSED_TABLE = """
| why | step | before | answers | refused beside |
|---|---|---|---|---|
| R11.2 a review on the day it began | review-conference-held | conference_on=2020-03-26 | review_on=2020-03-26 | review_on |
| R11.2 a review before it began | review-conference-held | conference_on=2020-03-26 | review_on=2020-03-25 | review_on |
| R11.2 a review the day after | review-conference-held | conference_on=2020-03-26 | review_on=2020-03-27 |  |
| R11.1 ended on the day it began | protection-plan-ended | conference_on=2020-03-26 | plan_ended_on=2020-03-26 | plan_ended_on |
| a visit before it began | protection-visit-made | conference_on=2020-03-26 | visit_on=2020-03-25 | visit_on |
| a visit on the day it began | protection-visit-made | conference_on=2020-03-26 | visit_on=2020-03-26 |  |
| a core group before it began | core-group-held | conference_on=2020-03-26 | core_group_on=2020-03-25 | core_group_on |
"""

OPENS_TABLE = """
| why | step | answers | opens and ends |
|---|---|---|---|
| it goes on | review-conference-held | review_decision=continue |  |
| to a child in need plan | review-conference-held | review_decision=end; plan_steps_down_to=child-in-need-plan | child-in-need-plan/child-in-need-plan-due |
| to early help | review-conference-held | review_decision=end; plan_steps_down_to=early-help | early-help/early-help-stepped-down |
| to nothing | review-conference-held | review_decision=end; plan_steps_down_to=nothing |  |
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
