"""Handing over: never without saying why."""

from goldenthread.content.front_door.handed_over import hand_over_form, handed_over
from goldenthread.language import answers as reading


def test_the_reason_must_be_given():
    asked_for = [problem.field for problem in reading.check(hand_over_form, {})]

    assert asked_for == ["handed_over_because"]


def test_it_changes_nothing_but_who_holds_it():
    assert handed_over.allocates
    assert handed_over.repeatable
    assert handed_over.state == ""
    assert not handed_over.closes
