"""Telling somebody who looked: who asked is always said, and names only with a reason."""

import pytest

from goldenthread.content.partnership.look_report_form import look_report_form
from goldenthread.language import answers as reading

ASKED = {"asked_by": "His mother, known to us", "names": "no"}


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        (ASKED, []),
        ({**ASKED, "first_day": "2020-03-01", "last_day": "2020-03-31"}, []),
        ({**ASKED, "names": "yes", "why": "She must know whom to complain of"}, []),
        ({**ASKED, "names": "yes"}, ["why"]),
        ({"names": "no"}, ["asked_by"]),
        ({"asked_by": "His mother"}, ["names"]),
    ],
)
def test_what_must_be_said(answers, wrong):
    assert [each.field for each in reading.check(look_report_form, answers)] == wrong
