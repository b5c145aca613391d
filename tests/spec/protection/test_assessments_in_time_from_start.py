"""Of the assessments authorised, those within 45 working days of their start, as DfE counts."""

import pytest

from goldenthread.content.protection.assessments_in_time_from_start import (
    assessments_in_time_from_start,
)
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | due | authorised | counted | of which |
|---|---|---|---|---|
| authorised before it was due | Wed 6 May 2020 | Tue 31 March 2020 | yes | yes |
| authorised on the day it was due | Mon 2 March 2020 | Mon 2 March 2020 | yes | yes |
| authorised the day after | Mon 2 March 2020 | Tue 3 March 2020 | yes | no |
| not authorised yet | Mon 2 March 2020 |  | no | no |
| no day to measure from |  | Mon 2 March 2020 | no | no |
| authorised after the year ended | Wed 6 May 2020 | Wed 1 April 2020 | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        assessments_in_time_from_start,
        period="2019-20",
        on=engine,
        cina_assessment_auth_date=("authorised", tables.day),
        due_from_start_on=("due", tables.day),
    )

    assert found == counting.written(TABLE)
