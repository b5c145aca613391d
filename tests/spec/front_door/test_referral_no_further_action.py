"""Of the referrals made, those that went no further (IND-RF-03)."""

import pytest

from goldenthread.content.front_door.referral_no_further_action import referral_no_further_action
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | referred | flagged | counted | of which |
|---|---|---|---|---|
| no further action | Mon 2 March 2020 | Y | yes | yes |
| an assessment was made | Mon 2 March 2020 | N | yes | no |
| nobody has said yet | Mon 2 March 2020 |  | yes | no |
| referred before the year began | Sun 31 March 2019 | Y | no | no |
| no day that could be read |  | Y | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        referral_no_further_action,
        period="2019-20",
        on=engine,
        referral_on=("referred", tables.day),
        cine_referral_nfa=("flagged", counting.text),
    )

    assert found == counting.written(TABLE)
