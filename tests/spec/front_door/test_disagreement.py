"""A disagreement: five stages, and who must answer at each."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door.disagreement import disagreement
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps

ROLES = (
    "front-door-screener",
    "front-door-manager",
    "service-head",
    "safeguarding-partner",
    "independent-scrutineer",
    "designated-safeguarding-lead",
)
ANSWER = {
    1: {"front-door-screener", "front-door-manager"},
    2: {"front-door-manager"},
    3: {"service-head"},
    4: {"safeguarding-partner"},
    5: {"independent-scrutineer"},
}


@pytest.mark.parametrize("stage", ANSWER)
def test_who_must_answer(stage):
    recorded = ["disagreement-raised", *(f"disagreement-stage-{n}" for n in range(2, stage + 1))]
    answers = {f"why_stage_{n}": "Tried" for n in range(2, stage + 1)}
    possible = pathways.may_follow(disagreement, recorded, answers=answers)

    for kind in possible:
        may = {role for role in ROLES if steps.may_record(kind, role, answers)}
        assert may == ANSWER[stage], kind.key
    expected = {"disagreement-settled"} | (
        {f"disagreement-stage-{stage + 1}"} if stage < 5 else set()
    )
    assert {kind.key for kind in possible} == expected


def test_only_the_front_door_and_those_above_it_hold_the_desk():
    seated = {
        role.key
        for role in catalogue.declared(catalogue.Role).values()
        if "disagreement" in role.desks
    }

    assert set().union(*ANSWER.values()) <= seated
    assert not seated & {"mash-partner", "designated-safeguarding-lead", "social-worker"}
