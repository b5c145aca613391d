"""A strategy discussion and the section 47 enquiry it begins."""

import pytest

from tests.spec import recording, tables

PATHWAY = "section-47-enquiry"

NEXT_TABLE = """
| why | recorded | role | answers | may record |
|---|---|---|---|---|
| called | strategy-discussion-called | social-worker |  | strategy-discussion-held |
| an enquiry | strategy-discussion-called, strategy-discussion-held | social-worker | strategy_decision=enquire-alone | strategy-discussion-held, strategy-discussion-held-again, enquiry-medical, enquiry-concluded |
| no enquiry: closed | strategy-discussion-called, strategy-discussion-held | social-worker | strategy_decision=no-enquiry |  |
| a manager authorises | strategy-discussion-called, strategy-discussion-held, enquiry-concluded | social-work-team-manager | strategy_decision=enquire-alone | strategy-discussion-held, strategy-discussion-held-again, enquiry-medical, enquiry-returned, enquiry-authorised |
"""

REFUSED_TABLE = """
| why | step | before | answers | refused beside |
|---|---|---|---|---|
| R9.2 before the referral | strategy-discussion-held | referral_on=2020-03-03 | strategy_on=2020-03-02 | strategy_on |
| on the day of the referral | strategy-discussion-held | referral_on=2020-03-03 | strategy_on=2020-03-03 |  |
| an enquiry has begun already | strategy-discussion-held | strategy_decision=enquire-alone | strategy_on=2020-03-03 | strategy_on |
| a further one before the first | strategy-discussion-held-again | strategy_on=2020-03-10 | strategy_further_on=2020-03-09 | strategy_further_on |
| nothing to conclude | enquiry-concluded | strategy_decision=meet-again | enquiry_finding=continuing | enquiry_finding |
"""

OPENS_TABLE = """
| why | step | answers | opens and ends |
|---|---|---|---|
| a conference | enquiry-authorised | conference_required=yes | initial-conference/conference-requested |
| R9.4 none required | enquiry-authorised | conference_required=no |  |
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
