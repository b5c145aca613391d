"""What an agency gives, or why it declines, and to whom what it gave must not be passed."""

import pytest

from goldenthread.content.front_door.mash_information import (
    mash_declining_form,
    mash_giving_form,
    mash_information_declined,
    mash_information_given,
)
from goldenthread.language import answers as reading
from goldenthread.language import step as steps

OPEN = {
    "known_to_agency": "yes",
    "agency_information": "Four call-outs since January.",
    "share_restriction": ["nobody"],
}


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, []),
        ({"share_restriction": ["agencies"]}, ["restricted_agencies", "restriction_why"]),
        ({"share_restriction": ["family"]}, ["restriction_why"]),
        ({"share_restriction": []}, ["share_restriction"]),
    ],
)
def test_a_restriction_says_for_whom_and_why(changed, missing):
    problems = reading.check(mash_giving_form, OPEN | changed)

    assert [problem.field for problem in problems] == missing


def test_an_agency_that_knows_nobody_says_so_and_no_more():
    assert not reading.check(
        mash_giving_form, {"known_to_agency": "no", "share_restriction": ["nobody"]}
    )


def test_declining_needs_a_coded_reason_and_words():
    fields = [problem.field for problem in reading.check(mash_declining_form, {})]

    assert fields == ["declined_reason", "declined_why"]


@pytest.mark.parametrize("step", [mash_information_given, mash_information_declined])
def test_only_a_partner_answers_for_its_agency_as_often_as_needed_until_the_decision(step):
    assert step.repeatable
    assert steps.may_record(step, "mash-partner", {})
    assert not steps.may_record(step, "mash-partner", {"outcome": "signposted"})
    assert not steps.may_record(step, "front-door-manager", {})
