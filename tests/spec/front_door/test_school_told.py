"""Telling the school: who there heard, and how; by police or by the front door."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door.school_told import school_told, school_told_form
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from tests.spec import tables

TABLE = """
| recorded | role | may say so |
|---|---|---|
| contact-received | domestic-abuse-officer | no |
| contact-received, domestic-abuse-matched | domestic-abuse-officer | yes |
| contact-received, domestic-abuse-matched | front-door-manager | yes |
| contact-received, domestic-abuse-matched | designated-safeguarding-lead | no |
| contact-received, domestic-abuse-matched, school-told | domestic-abuse-officer | no |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=str)
def test_who_may_say_that_the_school_was_told(case):
    following = pathways.may_follow(catalogue.pathway("contact"), tables.words(case["recorded"]))

    may = school_told.key in {s.key for s in following} and steps.may_record(
        school_told, case["role"], {}
    )
    assert may == (case["may say so"] == "yes")


def test_it_asks_who_heard_and_how():
    asked = [problem.field for problem in reading.check(school_told_form, {})]

    assert asked == ["school_heard", "school_told_by"]
