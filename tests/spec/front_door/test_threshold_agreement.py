"""Of contacts with a level from both, those where referrer and front door agree (IND-FD-13)."""

import pytest

from goldenthread.content.front_door.threshold_agreement import threshold_agreement
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | referrer | front door | decided | counted | of which |
|---|---|---|---|---|---|
| the same level | 3 | 3 | Tue 3 March 2020 | yes | yes |
| the referrer sees more | 4 | 2 | Tue 3 March 2020 | yes | no |
| the front door sees more | 2 | 4 | Tue 3 March 2020 | yes | no |
| the referrer is not sure | not-sure | 2 | Tue 3 March 2020 | no | no |
| the referrer was not asked |  | 2 | Tue 3 March 2020 | no | no |
| decided before it was screened | 2 |  | Tue 3 March 2020 | no | no |
| decided after the year ended | 3 | 3 | Wed 1 April 2020 | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        threshold_agreement,
        period="2019-20",
        on=engine,
        decided_on=("decided", tables.day),
        referrer_level=("referrer", counting.text),
        front_door_level=("front door", counting.text),
    )

    assert found == counting.written(TABLE)
