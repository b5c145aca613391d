"""Referrals for every 10,000 children living in the area (IND-RF-02).

The children are those of the middle of the year in which the period starts: DfE's own practice, by
which its published rates come out to the last figure. A rate nobody can divide is not nought.
"""

import pytest

from goldenthread.insight import signs
from tests.made import dataset, published
from tests.spec import tables

# Two years of an area with its published numbers, and of others that lack one thing each.
TABLE = """
| why | area | period | referrals printed | children in the year it starts | rate | why not |
|---|---|---|---|---|---|---|
| the demonstration's own year | 380 | 2019-20 | 9934 | 142439 | 697.4 | |
| the year before it | 380 | 2018-19 | 8734 | 142048 | 614.9 | |
| a half is rounded up | 381 | 2019-20 | 5005 | 100000 | 500.5 | |
| half of a tenth is rounded up | 381 | 2018-19 | 50005 | 1000000 | 500.1 | |
| none were made | 382 | 2019-20 | 0 | 100000 | 0.0 | |
| suppressed by DfE | 383 | 2019-20 | c | 100000 | | Suppressed |
| not available | 384 | 2019-20 | x | 100000 | | no such number |
| too unreliable | 385 | 2019-20 | u | 100000 | | too unreliable |
| nobody knows how many children live there | 386 | 2019-20 | 40 | x | | no number of children |
| no children live there | 387 | 2019-20 | 0 | 0 | | no number of children |
"""

CASES = tables.rows(TABLE)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rates")
    referrals = [
        (case["area"], int(case["period"][:4]) + 1, case["referrals printed"]) for case in CASES
    ]
    children = [
        (case["area"], int(case["period"][:4]), case["children in the year it starts"])
        for case in CASES
    ]
    # The year in which a period ends has other numbers, which nothing may divide by.
    wrong = [(area, year + 1, "7") for area, year, _ in children if (area, year) == ("380", 2019)]
    dataset.load(
        folder,
        referrals_csv=published.referrals(referrals),
        population_csv=published.population([*children, *wrong]),
    )
    return folder


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_rate(home, case):
    rows = signs.rows(home=home, period=case["period"], area=case["area"])
    (row,) = [row for row in rows if row.indicator.id == "IND-RF-02"]

    assert ("" if row.value is None else str(row.value)) == case["rate"]
    assert case["why not"] in row.observation.reason
    assert row.observation.suppressed == (case["referrals printed"] == "c")
