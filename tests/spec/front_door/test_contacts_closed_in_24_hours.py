"""Of the contacts decided whose hour of receipt is known, those decided within 24 hours (IND-FD-05)."""

import pytest

from goldenthread.content.front_door.contacts_closed_in_24_hours import contacts_closed_in_24_hours
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | decided | hour known | within 24 hours | counted | of which |
|---|---|---|---|---|---|
| decided the same afternoon | Mon 2 March 2020 | yes | yes | yes | yes |
| received on a Friday and decided on the Monday | Mon 9 March 2020 | yes | no | yes | no |
| only the day of receipt is known | Tue 3 March 2020 | no |  | no | no |
| decided after the year ended | Wed 1 April 2020 | yes | yes | no | no |
| not decided |  | yes | no | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        contacts_closed_in_24_hours,
        period="2019-20",
        on=engine,
        decided_on=("decided", tables.day),
        contact_outcome_in_24_hours_measurable=("hour known", counting.truth),
        contact_outcome_in_24_hours_met=("within 24 hours", counting.truth),
    )

    assert found == counting.written(TABLE)
