"""Of the assessments authorised, those within 45 working days, as the guidance counts (IND-AS-02)."""

import pytest

from goldenthread.content.protection.assessments_in_time import assessments_in_time
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
        assessments_in_time,
        period="2019-20",
        on=engine,
        cina_assessment_auth_date=("authorised", tables.day),
        assessment_due_on=("due", tables.day),
    )

    assert found == counting.written(TABLE)
