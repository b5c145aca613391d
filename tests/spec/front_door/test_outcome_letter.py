"""What the referrer is told: words written for them, and how they were told."""

from goldenthread.content.front_door.outcome_letter import outcome_letter
from goldenthread.language import answers as reading


def test_the_words_and_the_way_must_both_be_given():
    asked_for = [problem.field for problem in reading.check(outcome_letter, {})]

    assert asked_for == ["told_referrer", "told_by"]


def test_the_words_never_reach_the_dataset():
    columns = {question.key: question.column for question in outcome_letter.questions}

    assert columns == {"told_referrer": None, "told_by": "told_by"}
