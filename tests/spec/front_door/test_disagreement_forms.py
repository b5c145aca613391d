"""What must be said to raise a disagreement, to pass it on and to settle it."""

import pytest

from goldenthread.content.front_door import disagreement_forms as forms
from goldenthread.language import answers as reading


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        (forms.disagreement_form, ["child_safe_meanwhile", "theme", "issue", "wanted"]),
        (forms.disagreement_stage_2_form, ["why_stage_2"]),
        (forms.disagreement_stage_5_form, ["why_stage_5"]),
        (forms.disagreement_settled_form, ["settled", "settled_theme", "settled_why"]),
    ],
)
def test_what_must_be_said(form, missing):
    assert [problem.field for problem in reading.check(form, {})] == missing
