"""An initial child protection conference: when it may be held, and what comes of it."""

import pytest

from tests.spec import recording, tables

PATHWAY = "initial-conference"

NEXT_TABLE = """
| why | recorded | role | answers | may record |
|---|---|---|---|---|
| requested | conference-requested | conference-chair |  | conference-scheduled, conference-held, conference-adjourned, conference-cancelled |
| moved in | transfer-in-notified | conference-chair |  | conference-scheduled, conference-held, conference-adjourned, conference-cancelled |
| the worker does not chair | conference-requested | social-worker |  |  |
| held: closed | conference-requested, conference-held | conference-chair |  |  |
"""

REFUSED_TABLE = """
| why | step | before | answers | refused beside |
|---|---|---|---|---|
| R10.1 on a Saturday | conference-held |  | conference_on=2020-03-28 | conference_on |
| R10.1 on a Sunday | conference-held |  | conference_on=2020-03-29 | conference_on |
| on a Friday | conference-held |  | conference_on=2020-03-27 |  |
| R10.3 before the referral | conference-held | referral_on=2020-03-03 | conference_on=2020-03-02 | conference_on |
| R9.6 before the enquiry | conference-held | strategy_on=2020-03-10 | conference_on=2020-03-09 | conference_on |
| R10.5 nobody else came, and no reason | conference-held |  | conference_on=2020-03-27; conference_agencies=nobody | conference_inquorate_because |
| R10.5 nobody else came, and why it went ahead | conference-held |  | conference_on=2020-03-27; conference_agencies=nobody; conference_inquorate_because=x |  |
"""

OPENS_TABLE = """
| why | step | answers | opens and ends |
|---|---|---|---|
| R10.4 and R11.3 a plan, in place of any other | conference-held | threshold_met=yes | protection-plan/protection-plan-begun, -child-in-need-plan, -early-help, -family-help-plan |
| no plan | conference-held | threshold_met=no |  |
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
