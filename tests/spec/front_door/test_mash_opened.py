"""Opening a MASH enquiry: who may, when, and what never enters the MASH."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door.mash_opened import mash_opened, mash_opening_form
from goldenthread.language import answers as reading
from goldenthread.language import step as steps

COMPLETE = {
    "mash_priority": "amber",
    "mash_why": "Two agencies are worried.",
    "mash_agencies": ["police", "health"],
    "mash_asked": "Call-outs and attendances since January.",
}


def test_every_question_must_be_answered():
    assert not reading.check(mash_opening_form, COMPLETE)
    for key in COMPLETE:
        without = {other: value for other, value in COMPLETE.items() if other != key}
        assert [problem.field for problem in reading.check(mash_opening_form, without)] == [key]


@pytest.mark.parametrize(
    ("purpose", "refused"),
    [("early-help-request", True), ("concern", False), ("notification", False), ("other", False)],
)
def test_a_request_for_early_help_never_enters_the_mash(purpose, refused):
    assert bool(steps.refusals(mash_opened, {**COMPLETE, "purpose": purpose})) is refused


@pytest.mark.parametrize(
    ("role", "answers", "may"),
    [
        ("front-door-screener", {}, True),
        ("front-door-manager", {}, True),
        ("emergency-duty-worker", {}, True),
        ("mash-partner", {}, False),
        ("front-door-screener", {"outcome": "signposted"}, False),
    ],
)
def test_a_qualified_worker_opens_it_before_the_decision(role, answers, may):
    assert steps.may_record(mash_opened, role, answers) is may


@pytest.mark.parametrize(
    ("answers", "lane", "desk"),
    [
        ({"mash_priority": "red"}, "mash", "mash"),
        ({"mash_priority": "red", "in_danger_now": "yes"}, "mash", "mash"),
        ({"mash_priority": "green", "outcome": "signposted"}, "concern", "front-door"),
        ({"mash_not_needed_why": "Nothing new"}, "concern", "front-door"),
    ],
)
def test_the_mash_holds_it_until_it_is_decided(answers, lane, desk):
    contact = catalogue.pathway("contact")

    assert contact.lane(answers).key == lane
    assert contact.desk_for(answers) == desk


@pytest.mark.parametrize(
    ("answers", "refused"),
    [
        ({"mash_priority": "red", "outcome": "signposted"}, True),
        ({"mash_priority": "red", "outcome": "signposted", "mash_analysis": "Said"}, False),
        ({"mash_priority": "red", "outcome": "strategy-discussion"}, False),
        ({"outcome": "signposted"}, False),
    ],
)
def test_a_decision_waits_for_the_analysis_unless_it_is_a_strategy_discussion(answers, refused):
    decided = catalogue.pathway("contact").step("contact-decided")

    assert bool(steps.refusals(decided, answers)) is refused
