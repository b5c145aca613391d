"""Assessments authorised in the period (IND-AS-01)."""

import pytest

from goldenthread.content.protection import assessments_completed as declared
from tests.spec import counting, tables

# Each row counted in the reporting year 2019-20.
ASSESSMENTS_COMPLETED_TABLE = """
| why | authorised | counted |
|---|---|---|
| in the year | Tue 31 March 2020 | yes |
| the year after | Wed 1 April 2020 | no |
| not yet |  | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_assessments_completed(engine):
    found = counting.said(
        ASSESSMENTS_COMPLETED_TABLE,
        declared.assessments_completed,
        period="2019-20",
        on=engine,
        cina_assessment_auth_date=("authorised", tables.day),
    )

    assert found == counting.written(ASSESSMENTS_COMPLETED_TABLE)
