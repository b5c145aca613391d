"""Second and later protection plans, and those of two years or more (IND-CP-12, 13)."""

import pytest

from goldenthread.content.protection import plans_counted as declared
from tests.spec import counting, tables

# Each row counted in the reporting year 2019-20.
SECOND_PLANS_TABLE = """
| why | began | before | counted | of which |
|---|---|---|---|---|
| the first | Thu 26 March 2020 | 0 | yes | no |
| the second | Thu 26 March 2020 | 1 | yes | yes |
| the year after | Wed 1 April 2020 | 1 | no | no |
"""

LONG_PLANS_TABLE = """
| why | ended | days | counted | of which |
|---|---|---|---|---|
| 729 days | Thu 26 March 2020 | 729 | yes | no |
| 730 days | Thu 26 March 2020 | 730 | yes | yes |
| not in the year | Wed 1 April 2020 | 900 | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_second_plans(engine):
    found = counting.said(
        SECOND_PLANS_TABLE,
        declared.second_plans,
        period="2019-20",
        on=engine,
        cppl_cp_plan_start_date=("began", tables.day),
        previous_plans=("before", int),
    )

    assert found == counting.written(SECOND_PLANS_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_long_plans(engine):
    found = counting.said(
        LONG_PLANS_TABLE,
        declared.long_plans,
        period="2019-20",
        on=engine,
        cppl_cp_plan_end_date=("ended", tables.day),
        plan_days=("days", int),
    )

    assert found == counting.written(LONG_PLANS_TABLE)
