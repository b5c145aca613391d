"""Initial conferences held, in time, and to a plan (IND-CP-05 to 08)."""

import pytest

from goldenthread.content.protection import conferences_counted as declared
from tests.spec import counting, tables

# Each row counted in the reporting year 2019-20.
CONFERENCES_TABLE = """
| why | held | counted |
|---|---|---|
| in the year | Thu 26 March 2020 | yes |
| requested |  | no |
| the year after | Wed 1 April 2020 | no |
"""

CONFERENCES_IN_TIME_TABLE = """
| why | held | due | counted | of which |
|---|---|---|---|---|
| on the day it was due | Tue 31 March 2020 | Tue 31 March 2020 | yes | yes |
| the day after | Tue 31 March 2020 | Mon 30 March 2020 | yes | no |
| no day to measure from | Tue 31 March 2020 |  | no | no |
"""

CONFERENCES_TO_PLAN_TABLE = """
| why | held | plan | counted | of which |
|---|---|---|---|---|
| a plan | Thu 26 March 2020 | Y | yes | yes |
| no plan | Thu 26 March 2020 | N | yes | no |
| not held |  |  | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_conferences(engine):
    found = counting.said(
        CONFERENCES_TABLE,
        declared.conferences,
        period="2019-20",
        on=engine,
        icpc_icpc_date=("held", tables.day),
    )

    assert found == counting.written(CONFERENCES_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_conferences_in_time(engine):
    found = counting.said(
        CONFERENCES_IN_TIME_TABLE,
        declared.conferences_in_time,
        period="2019-20",
        on=engine,
        icpc_icpc_date=("held", tables.day),
        icpc_icpc_target_date=("due", tables.day),
    )

    assert found == counting.written(CONFERENCES_IN_TIME_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_conferences_to_plan(engine):
    found = counting.said(
        CONFERENCES_TO_PLAN_TABLE,
        declared.conferences_to_plan,
        period="2019-20",
        on=engine,
        icpc_icpc_date=("held", tables.day),
        icpc_icpc_outcome_cp_flag=("plan", counting.text),
    )

    assert found == counting.written(CONFERENCES_TO_PLAN_TABLE)


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_the_rate_counts_the_same(engine):
    found = counting.said(
        CONFERENCES_TABLE,
        declared.conference_rate,
        period="2019-20",
        on=engine,
        icpc_icpc_date=("held", tables.day),
    )

    assert found == counting.written(CONFERENCES_TABLE)
    assert (declared.conference_rate.per.table, declared.conference_rate.scale) == (
        "population",
        10_000,
    )
