"""Of the repeated neglect toolkits, those with fewer things very concerning (IND-NG-03)."""

import pytest

from goldenthread.content.protection.tools.neglect_improving import neglect_improving
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | completed | tool | before | now | counted | of which |
|---|---|---|---|---|---|---|
| fewer than the time before | Mon 2 March 2020 | neglect | 4 | 2 | yes | yes |
| none left | Mon 2 March 2020 | neglect | 1 | 0 | yes | yes |
| as many | Mon 2 March 2020 | neglect | 2 | 2 | yes | no |
| more | Mon 2 March 2020 | neglect | 1 | 3 | yes | no |
| the first time says nothing yet | Mon 2 March 2020 | neglect |  | 3 | no | no |
| another tool | Mon 2 March 2020 | tool | 4 | 2 | no | no |
| the year after | Wed 1 April 2020 | neglect | 4 | 2 | no | no |
"""


def number(cell):
    return int(cell) if cell else None


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        neglect_improving,
        period="2019-20",
        on=engine,
        completed_on=("completed", tables.day),
        tool=("tool", counting.text),
        very_concerned_before=("before", number),
        very_concerned=("now", number),
    )

    assert found == counting.written(TABLE)
