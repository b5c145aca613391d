"""Contacts received in the period, one for each child (IND-FD-01)."""

import pytest

from goldenthread.content.front_door.contacts_received import contacts_received
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | counted |
|---|---|---|
| the first day of the year | Mon 1 April 2019 | yes |
| the last day of the year | Tue 31 March 2020 | yes |
| the day before the year began | Sun 31 March 2019 | no |
| the day after it ended | Wed 1 April 2020 | no |
| no day that could be read |  | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        contacts_received,
        period="2019-20",
        on=engine,
        received_on=("received", tables.day),
    )

    assert found == counting.written(TABLE)
