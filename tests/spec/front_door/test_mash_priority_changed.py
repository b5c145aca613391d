"""R6.1: a manager changes the priority with a reason; up is up and down is down."""

import pytest

from goldenthread.content.front_door.mash_priority_changed import (
    mash_lowering_form,
    mash_priority_lowered,
    mash_priority_raised,
    mash_raising_form,
)
from goldenthread.language import answers as reading
from goldenthread.language import step as steps

STEPS = {"raised": mash_priority_raised, "lowered": mash_priority_lowered}
TABLE = [
    ("raised", "green", "amber", False),
    ("raised", "green", "red", False),
    ("raised", "amber", "red", False),
    ("raised", "red", "red", True),
    ("raised", "amber", "amber", True),
    ("raised", "red", "amber", True),
    ("lowered", "red", "amber", False),
    ("lowered", "red", "green", False),
    ("lowered", "amber", "green", False),
    ("lowered", "green", "green", True),
    ("lowered", "green", "amber", True),
    ("lowered", "amber", "amber", True),
]


@pytest.mark.parametrize(("step", "was", "becomes", "refused"), TABLE)
def test_up_is_up_and_down_is_down(step, was, becomes, refused):
    problems = steps.refusals(
        STEPS[step], {"mash_priority": becomes}, before={"mash_priority": was}
    )

    assert bool(problems) is refused


@pytest.mark.parametrize("form", [mash_raising_form, mash_lowering_form])
def test_a_change_needs_its_reason(form):
    problems = reading.check(form, {"mash_priority": "amber"})

    assert [problem.field for problem in problems] == ["mash_priority_why"]


@pytest.mark.parametrize("step", STEPS.values())
def test_only_a_manager_or_the_night_team_changes_it(step):
    assert steps.may_record(step, "front-door-manager", {})
    assert steps.may_record(step, "emergency-duty-worker", {})
    assert not steps.may_record(step, "front-door-screener", {})
    assert not steps.may_record(step, "mash-partner", {})
