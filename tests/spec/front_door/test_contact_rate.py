"""Contacts in the period for every 10,000 children (IND-FD-02)."""

import pytest

from goldenthread.content.front_door.contact_rate import contact_rate
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | counted |
|---|---|---|
| within the year | Wed 4 March 2020 | yes |
| the day before the year began | Sun 31 March 2019 | no |
| no day that could be read |  | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        contact_rate,
        period="2019-20",
        on=engine,
        received_on=("received", tables.day),
    )

    assert found == counting.written(TABLE)


def test_the_rate_is_of_the_children_in_the_middle_of_the_year_in_which_it_starts():
    value = contact_rate.value(numerator=32_038, denominator=142_439)

    assert str(contact_rate.shown(value)) == "2249.2"
    assert contact_rate.value(numerator=32_038, denominator=None) is None
