"""A case given to somebody else says why, and nobody records it by a form of its own."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.protection.case_given import case_given_form
from goldenthread.language import answers as reading
from tests.spec import recording, tables

TABLE = """
| pathway | recorded | role |
|---|---|---|
| assessment | assessment-begun | social-work-team-manager |
| section-47-enquiry | strategy-discussion-called | social-work-team-manager |
| initial-conference | conference-requested | conference-chair |
| protection-plan | protection-plan-begun | social-work-team-manager |
| child-in-need-plan | child-in-need-plan-due | social-work-team-manager |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["pathway"])
def test_it_is_recorded_by_giving_the_case_and_by_nothing_else(case):
    given = [step for step in catalogue.pathway(case["pathway"]).steps if step.allocates]

    assert [(step.key, step.asks) for step in given] == [
        (f"{case['pathway']}-given", case_given_form)
    ]
    assert given[0].key not in recording.may_follow(case, case["pathway"])


def test_it_is_not_given_without_a_reason():
    assert [problem.field for problem in reading.check(case_given_form, {})] == [
        "case_given_because"
    ]
