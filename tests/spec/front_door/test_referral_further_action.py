"""Of the referrals made, those that led to further action (IND-RF-04)."""

import pytest

from goldenthread.content.front_door.referral_further_action import referral_further_action
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | referred | flagged | counted | of which |
|---|---|---|---|---|
| an assessment was made | Mon 2 March 2020 | N | yes | yes |
| nobody has said yet | Mon 2 March 2020 |  | yes | yes |
| no further action | Mon 2 March 2020 | Y | yes | no |
| referred after the year ended | Wed 1 April 2020 | N | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        referral_further_action,
        period="2019-20",
        on=engine,
        referral_on=("referred", tables.day),
        cine_referral_nfa=("flagged", counting.text),
    )

    assert found == counting.written(TABLE)
