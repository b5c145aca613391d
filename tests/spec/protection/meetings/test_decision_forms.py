"""What each meeting must have decided of a child before it is recorded as held."""

import pytest

from goldenthread.content.protection.meetings import decision_forms as forms
from goldenthread.language import answers as reading


@pytest.mark.parametrize(
    ("form", "answers", "missing"),
    [
        (
            forms.strategy_decided,
            {},
            ["strategy_decided", "strategy_why", "strategy_safe_now", "strategy_medical"],
        ),
        (
            forms.conference_decided,
            {"conference_decided": "plan"},
            ["conference_category", "conference_why", "conference_heard"],
        ),
        (
            forms.conference_decided,
            {"conference_decided": "no-plan"},
            ["conference_why", "conference_heard"],
        ),
        (
            forms.review_decided,
            {"review_decided": "continue"},
            ["review_category", "review_why", "review_heard"],
        ),
        (forms.review_decided, {"review_decided": "end"}, ["review_why", "review_heard"]),
        (forms.core_group_agreed, {}, ["core_group_safer", "core_group_agreed"]),
        (forms.family_agreed, {}, ["family_still_agrees", "family_agreed"]),
        (forms.in_need_agreed, {}, ["in_need_agreed"]),
    ],
)
def test_what_must_be_decided(form, answers, missing):
    assert [problem.field for problem in reading.check(form, answers)] == missing
