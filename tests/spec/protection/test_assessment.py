"""A single assessment: who records what next, what is refused, and what it leads to."""

import pytest

from tests.spec import recording, tables

PATHWAY = "assessment"

NEXT_TABLE = """
| why | recorded | role | answers | may record |
|---|---|---|---|---|
| the worker begins | assessment-begun | social-worker |  | assessment-child-seen, assessment-written |
| a manager checks | assessment-begun | social-work-team-manager |  | assessment-checked, assessment-abandoned |
| a manager authorises what is written | assessment-begun, assessment-written | social-work-team-manager |  | assessment-checked, assessment-returned, assessment-authorised, assessment-abandoned |
| the worker authorises nothing | assessment-begun, assessment-written | social-worker |  | assessment-child-seen, assessment-written |
| another role records nothing | assessment-begun | front-door-manager |  |  |
| nothing follows an authorisation | assessment-begun, assessment-written, assessment-authorised | social-work-team-manager |  |  |
"""

REFUSED_TABLE = """
| why | step | before | answers | refused beside |
|---|---|---|---|---|
| R8.6 nobody said whether the child was seen | assessment-written |  | assessment_story=x | assessment_story |
| R8.6 seen | assessment-written | assessment_child_seen=yes | assessment_story=x |  |
| R8.6 not seen, and said so | assessment-written | assessment_child_seen=no | assessment_story=x |  |
"""

OPENS_TABLE = """
| why | step | answers | opens and ends |
|---|---|---|---|
| a plan | assessment-authorised | assessment_outcome=child-in-need-plan | child-in-need-plan/child-in-need-plan-due |
| early help | assessment-authorised | assessment_outcome=early-help | early-help/early-help-stepped-down |
| nothing | assessment-authorised | assessment_outcome=no-further-action |  |
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
