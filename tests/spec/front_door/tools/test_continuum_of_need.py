"""The Continuum of Need as a tool: a person chooses the level, and nothing is added up (R3.2)."""

from goldenthread.content.front_door.level_of_need import LEVELS
from goldenthread.content.front_door.tools.continuum_of_need import continuum_of_need, tool
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways

RATED = [q.key for s in continuum_of_need.sections if s.area for q in s.questions][::2]
SAID = dict.fromkeys(RATED, "2") | {
    "continuum_judgement": "4",
    "continuum_judgement_why": "Seen",
}


def test_the_levels_are_those_every_referral_speaks_of():
    asked = {question.key: question for question in continuum_of_need.questions}
    assert asked["continuum_judgement"].options == LEVELS
    assert all(asked[key].options == LEVELS for key in RATED)


def test_no_level_is_advised_whatever_was_matched():
    assert reading.check(continuum_of_need, SAID) == ()
    for level in "1234":
        assert continuum_of_need.advice.of({**SAID, RATED[0]: level}) is None


def test_level_three_and_four_are_shown_by_evidence():
    for level, missing in (("1", []), ("2", []), ("3", [RATED[0]]), ("4", [RATED[0]])):
        found = reading.check(continuum_of_need, {**SAID, RATED[0]: level})
        assert [each.field for each in found] == [f"{key}_evidence" for key in missing]


def test_a_tool_is_complete_as_soon_as_it_is_kept():
    first = [step.key for step in pathways.may_follow(tool, [])]
    assert "continuum-of-need-completed" in first
    assert pathways.may_follow(tool, ["continuum-of-need-completed"]) == ()
