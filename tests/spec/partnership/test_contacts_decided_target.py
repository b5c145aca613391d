"""Every contact within one working day, for each year that starts under Working Together 2018."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.partnership.contacts_decided_target import contacts_decided_target
from goldenthread.kernel.period import reporting_year
from goldenthread.language.indicator import Indicator
from tests.spec import tables

TABLE = """
| year | holds |
|---|---|
| 2017-18 | no |
| 2018-19 | no |
| 2019-20 | yes |
| 2025-26 | yes |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["year"])
def test_the_years_it_holds_for(case):
    start = reporting_year(case["year"]).start

    assert contacts_decided_target.holds(start) == (case["holds"] == "yes")


def test_it_is_of_a_measure_there_is():
    assert contacts_decided_target.indicator in catalogue.declared(Indicator)
    assert contacts_decided_target.value == 100
