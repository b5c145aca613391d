"""A family help plan: led from any agency, in place of two plans since Working Together 2026."""

import pytest

from tests.spec import recording, tables

PATHWAY = "family-help-plan"

NEXT_TABLE = """
| why | recorded | role | answers | may record |
|---|---|---|---|---|
| due, to a social worker | family-help-due | social-worker | | family-help-lead-named, family-help-agreed, family-help-visit-made |
| due, to early help | family-help-due | early-help-coordinator | | family-help-lead-named, family-help-agreed, family-help-visit-made, family-help-ended |
| a chair records nothing by hand | family-help-due | conference-chair | | |
| ended | family-help-due, family-help-ended | social-work-team-manager | | |
"""

REFUSED_TABLE = """
| why | step | before | answers | refused beside |
|---|---|---|---|---|
| R7.3 nobody leads | family-help-agreed | | family_help_changes=x | family_help_changes |
| R7.3 somebody leads | family-help-agreed | family_help_lead=x | family_help_changes=x | |
"""

OPENS_TABLE = """
| why | step | on | answers | opens and ends |
|---|---|---|---|---|
| two plans until then | assessment-authorised | Tue 31 March 2026 | assessment_outcome=child-in-need-plan | child-in-need-plan/child-in-need-plan-due |
| one plan from then | assessment-authorised | Wed 1 April 2026 | assessment_outcome=child-in-need-plan | family-help-plan/family-help-due |
| early help is that plan too | assessment-authorised | Wed 1 April 2026 | assessment_outcome=early-help | family-help-plan/family-help-due |
| early help until then | assessment-authorised | Tue 31 March 2026 | assessment_outcome=early-help | early-help/early-help-stepped-down |
| from a contact | early-help-accepted | Wed 1 April 2026 | outcome=early-help | family-help-plan/family-help-due |
| after a protection plan | review-conference-held | Wed 1 April 2026 | review_decision=end; plan_steps_down_to=early-help | family-help-plan/family-help-due |
| stepped up | family-help-ended | Wed 1 April 2026 | family_help_ended_as=stepped-up | contact/contact-received |
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
    found = recording.opened(case["step"], case["answers"], on=tables.day(case["on"]))

    assert found == list(tables.words(case["opens and ends"]))
