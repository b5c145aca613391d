"""Of the contacts received that have an outcome, those that became referrals (IND-FD-03)."""

import pytest

from goldenthread.content.front_door.contact_conversion import contact_conversion
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | became a referral | counted | of which |
|---|---|---|---|---|
| a referral was opened | Mon 2 March 2020 | yes | yes | yes |
| advice was given | Mon 2 March 2020 | no | yes | no |
| nobody has decided yet | Tue 31 March 2020 |  | no | no |
| received before the year began | Sun 31 March 2019 | yes | no | no |
| received after it ended | Wed 1 April 2020 | yes | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        contact_conversion,
        period="2019-20",
        on=engine,
        received_on=("received", tables.day),
        became_referral=("became a referral", counting.truth),
    )

    assert found == counting.written(TABLE)
