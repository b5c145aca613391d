"""Conditions on answers, and how they read."""

import pytest

from goldenthread.language.condition import Naming, answer

NOT_KNOWN = {"not_known": True}
signposted = answer("outcome").equals("signposted")
no_help = answer("help_given").equals("no")


@pytest.mark.parametrize(
    ("condition", "answers", "holds"),
    [
        (signposted, {"outcome": "signposted"}, True),
        (signposted, {"outcome": "advice"}, False),
        (signposted, {}, False),
        (signposted, {"outcome": NOT_KNOWN}, False),
        (answer("issues").equals("neglect"), {"issues": ["neglect", "missing"]}, True),
        (answer("issues").equals("neglect"), {"issues": ["missing"]}, False),
        (answer("outcome").one_of("advice", "signposted"), {"outcome": "advice"}, True),
        (answer("outcome").one_of("advice", "signposted"), {"outcome": "referral"}, False),
        (answer("issues").one_of("neglect", "abuse"), {"issues": ["missing", "abuse"]}, True),
        (answer("outcome").one_of(), {"outcome": "advice"}, False),
        (answer("reason").given(), {"reason": "duplicate"}, True),
        (answer("reason").given(), {"reason": NOT_KNOWN}, False),
        (answer("reason").given(), {}, False),
        (answer("reason").given(), {"reason": ""}, False),
        (answer("rooms").given(), {"rooms": 0}, True),
        (answer("reason").is_not_known(), {"reason": NOT_KNOWN}, True),
        (answer("reason").is_not_known(), {"reason": "duplicate"}, False),
        (answer("reason").is_not_known(), {}, False),
        (signposted & no_help, {"outcome": "signposted", "help_given": "no"}, True),
        (signposted & no_help, {"outcome": "signposted"}, False),
        (signposted | no_help, {"help_given": "no"}, True),
        (signposted | no_help, {}, False),
        (~signposted, {}, True),
        (~signposted, {"outcome": "signposted"}, False),
    ],
)
def test_a_condition_holds(condition, answers, holds):
    assert condition.holds(answers) is holds


def test_a_condition_knows_which_questions_it_asks_about():
    condition = (signposted | answer("reason").given()) & ~answer("told").is_not_known()
    assert condition.keys() == {"outcome", "reason", "told"}


def test_a_condition_reads_as_plain_words():
    condition = answer("outcome").one_of("advice", "signposted") & ~answer("reason").given()
    assert repr(condition) == "outcome is advice or signposted and reason is not given"
    assert repr(signposted | answer("told").is_not_known()) == (
        "outcome is signposted, or told is not known"
    )
    assert repr(~answer("outcome").one_of("advice", "signposted")) == (
        "outcome is neither advice nor signposted"
    )
    assert repr((signposted | no_help) & ~signposted) == (
        "(outcome is signposted, or help_given is no) and outcome is not signposted"
    )
    assert repr(~condition) == "not (outcome is advice or signposted and reason is not given)"


def test_a_condition_names_questions_and_values_as_it_is_told():
    condition = signposted & ~answer("told").is_not_known()
    shouted = Naming(question=str.upper, value=lambda _key, value: f"{value}!")
    assert condition.in_words(shouted) == "OUTCOME is signposted! and not (TOLD is not known)"


def test_conditions_that_say_the_same_are_equal():
    assert (signposted & no_help) == (answer("outcome").equals("signposted") & no_help)
