"""How often another agency's system may send within a minute."""

from datetime import timedelta

import pytest

from goldenthread.content.front_door.feed_allowance import feed_requests
from tests.spec import tables

TABLE = """
| requests | good |
|---|---|
| 1 | yes |
| 120 | yes |
| 121 | no |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda c: c["requests"])
def test_how_often(case):
    assert (int(case["requests"]) <= feed_requests.most) == (case["good"] == "yes")
    assert feed_requests.within == timedelta(minutes=1)


def test_it_is_the_partnerships_own():
    assert feed_requests.tallied and feed_requests.law.status == "LOCAL"
