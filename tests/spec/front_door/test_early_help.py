"""Early help: what may follow, what is refused, and stepping up and down."""

import pytest

from tests.spec import recording, tables

PATHWAY = "early-help"

NEXT_TABLE = """
| why | recorded | role | answers | may record |
|---|---|---|---|---|
| registered | early-help-opened | early-help-coordinator |  | early-help-agreement, early-help-lead-named, early-help-stepped-up, early-help-ended |
| agreed | early-help-opened, early-help-agreement | early-help-coordinator |  | early-help-agreement, early-help-lead-named, early-help-assessed, early-help-stepped-up, early-help-ended |
| stepped down to | early-help-stepped-down, early-help-agreement, early-help-assessed | early-help-coordinator |  | early-help-agreement, early-help-lead-named, team-around-the-family-held, early-help-stepped-up, early-help-ended |
| a social worker records nothing | early-help-opened | social-worker |  |  |
| ended | early-help-opened, early-help-ended | early-help-coordinator |  |  |
"""

REFUSED_TABLE = """
| why | step | before | answers | refused beside |
|---|---|---|---|---|
| R7.1 nobody agreed | early-help-assessed | early_help_agreed=no | early_help_worries=x | early_help_child_said |
| R7.1 the family agreed | early-help-assessed | early_help_agreed=yes | early_help_worries=x |  |
| R7.3 nobody leads | team-around-the-family-held |  | team_progress=x | team_progress |
| R7.3 somebody leads | team-around-the-family-held | early_help_lead=x | team_progress=x |  |
"""

OPENS_TABLE = """
| why | step | answers | opens and ends |
|---|---|---|---|
| R7.4 stepped up | early-help-stepped-up |  | contact/contact-received |
| ended | early-help-ended | early_help_ended_as=outcomes-met |  |
| R7.2 from a contact | early-help-accepted | outcome=early-help | early-help/early-help-opened |
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
