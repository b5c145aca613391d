"""What is delegated: never a concern, and one in ten is drawn."""

import pytest

from goldenthread.content.front_door.contact import decided
from goldenthread.content.front_door.delegated_decision import delegated_decision
from goldenthread.language import step as steps

DUTY = delegated_decision.key
PRACTITIONERS = delegated_decision.to


@pytest.mark.parametrize("role", PRACTITIONERS)
@pytest.mark.parametrize("purpose", ["notification", "advice-request", "information-request"])
def test_a_practitioner_decides_these_under_the_duty_and_not_without_it(role, purpose):
    answers = {"purpose": purpose}

    assert steps.may_record(decided, role, answers, under={DUTY})
    assert not steps.may_record(decided, role, answers)
    assert steps.duty(decided, role, answers) == DUTY


@pytest.mark.parametrize("role", PRACTITIONERS)
@pytest.mark.parametrize("purpose", ["concern", "early-help-request", "transfer-in", "other"])
def test_a_concern_waits_for_a_manager_whatever_is_delegated(role, purpose):
    assert not steps.may_record(decided, role, {"purpose": purpose}, under={DUTY})


def test_a_manager_needs_no_delegation_and_none_of_theirs_is_drawn():
    answers = {"purpose": "advice-request"}

    assert steps.may_record(decided, "front-door-manager", answers)
    assert steps.duty(decided, "front-door-manager", answers) == ""


def test_one_in_ten_is_drawn():
    assert [number for number in range(21) if delegated_decision.draws(number)] == [0, 10, 20]
