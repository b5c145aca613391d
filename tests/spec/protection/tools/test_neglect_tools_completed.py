"""Neglect toolkits completed in the period, repeats among them (IND-NG-01)."""

import pytest

from goldenthread.content.protection.tools.neglect_tools_completed import neglect_tools_completed
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | completed | tool | counted |
|---|---|---|---|
| the first about a child | Mon 2 March 2020 | neglect | yes |
| another tool | Mon 2 March 2020 | tool | no |
| the year after | Wed 1 April 2020 | neglect | no |
| the first day of the year | Mon 1 April 2019 | neglect | yes |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        neglect_tools_completed,
        period="2019-20",
        on=engine,
        completed_on=("completed", tables.day),
        tool=("tool", counting.text),
    )

    assert found == counting.written(TABLE)
