"""Neglect over time: one run a child, the toolkit repeated until somebody says why no longer."""

from goldenthread.content.protection.tools.neglect import neglect, neglect_ended_form
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways

FIRST, AGAIN, END = (f"neglect-toolkit-{each}" for each in ("completed", "repeated", "ended"))


def follows(*recorded):
    return [step.key for step in pathways.may_follow(neglect, recorded)]


def test_it_is_repeated_as_often_as_it_takes():
    assert follows() == [FIRST]
    assert follows(FIRST) == [AGAIN, END]
    assert follows(FIRST, AGAIN) == [AGAIN, END]
    assert follows(FIRST, AGAIN, END) == []


def test_it_ends_with_a_reason():
    (problem,) = reading.check(neglect_ended_form, {})
    assert problem.field == "neglect_ended_why"
