"""How often somebody without an account may try, and how long what they are sent is good."""

from datetime import timedelta

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door import guest_allowances
from goldenthread.language.allowance import Allowance
from tests.spec import tables

TABLE = """
| allowance | tried | within | good |
|---|---|---|---|
| guest-tries | 120 | 60 minutes | yes |
| guest-tries | 121 | 60 minutes | no |
| guest-places | 3000 | 60 minutes | yes |
| guest-places | 3001 | 60 minutes | no |
| guest-letters | 5 | 60 minutes | yes |
| guest-letters | 6 | 60 minutes | no |
| guest-codes | 10 | 60 minutes | yes |
| guest-codes | 11 | 60 minutes | no |
| guest-code | 5 | 15 minutes | yes |
| guest-code | 6 | 15 minutes | no |
| guest-link | 1 | 10080 minutes | yes |
| guest-link | 2 | 10080 minutes | no |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda c: f"{c['allowance']}-{c['tried']}")
def test_how_often(case):
    allowed = catalogue.declared(Allowance)[case["allowance"]]

    assert (int(case["tried"]) <= allowed.most) == (case["good"] == "yes")
    assert allowed.within == timedelta(minutes=int(case["within"].split()[0]))


def test_they_are_the_partnerships_own():
    declared = [v for v in vars(guest_allowances).values() if isinstance(v, Allowance)]

    assert {each.law.status for each in declared} == {"LOCAL"}
    assert all(each.why.endswith(".") for each in declared)


@pytest.mark.parametrize(
    "wrong", [{"most": 0}, {"within": timedelta()}, {"within": timedelta(days=1), "tallied": True}]
)
def test_one_that_allows_nothing_or_cannot_be_counted_is_refused(wrong):
    said = {"most": 1, "within": timedelta(hours=1), "why": "So.", "law": guest_allowances.LOCAL}
    with pytest.raises(ValueError, match="must"):
        Allowance(key="some-tries", title="Trying", **said | wrong)
