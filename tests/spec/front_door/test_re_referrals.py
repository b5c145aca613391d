"""Of all the referrals made, those within twelve months of another of the same child (IND-RF-05)."""

import pytest

from goldenthread.content.front_door.re_referrals import re_referrals
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | referred | within twelve months of another | counted | of which |
|---|---|---|---|---|
| referred again in the autumn | Mon 2 March 2020 | yes | yes | yes |
| the first, or long after the last | Mon 2 March 2020 | no | yes | no |
| the year before is not held, so nobody can tell | Mon 2 March 2020 |  | no | no |
| referred before the year began | Sun 31 March 2019 | yes | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        re_referrals,
        period="2019-20",
        on=engine,
        referral_on=("referred", tables.day),
        re_referral=("within twelve months of another", counting.truth),
    )

    assert found == counting.written(TABLE)
