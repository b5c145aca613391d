"""The analysis and the recommendation, by somebody qualified."""

from goldenthread.content.front_door.mash_analysed import mash_analysed, mash_analysis_form
from goldenthread.language import answers as reading
from goldenthread.language import step as steps

COMPLETE = {
    "mash_analysis": "The three agencies together see neglect.",
    "mash_recommends": "early-help",
}


def test_every_question_must_be_answered():
    assert not reading.check(mash_analysis_form, COMPLETE)
    for key in COMPLETE:
        without = {other: value for other, value in COMPLETE.items() if other != key}
        assert [problem.field for problem in reading.check(mash_analysis_form, without)] == [key]


def test_a_partner_does_not_write_the_analysis():
    assert steps.may_record(mash_analysed, "front-door-screener", {})
    assert not steps.may_record(mash_analysed, "mash-partner", {})
