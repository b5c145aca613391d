"""What is far above the usual, by middles: a table of counts before, a count, and the answer."""

import pytest

from goldenthread.language.baseline import Baseline

USUAL = Baseline(days=28, deviations=3, least=10, enough=5, unknown=40)


@pytest.mark.parametrize(
    ("before", "limit"),
    [
        # the middle is 12 and the middle distance from it 2: 12 + 3 x 1.4826 x 2
        ([8, 10, 12, 14, 16], 12 + 3 * 1.4826 * 2),
        # one day of a thousand moves neither
        ([8, 10, 12, 14, 1000], 12 + 3 * 1.4826 * 2),
        # every day alike: a distance of one
        ([12, 12, 12, 12, 12], 15),
        # so few that the least decides
        ([1, 1, 1, 1, 1], 9),
        # too few days to go by
        ([8, 10, 12, 14], 40),
        ([], 40),
    ],
)
def test_the_limit(before, limit):
    assert USUAL.limit(before) == pytest.approx(limit)


@pytest.mark.parametrize(
    ("count", "far"), [(0, False), (9, False), (20, False), (21, True), (900, True)]
)
def test_what_is_far_above(count, far):
    assert USUAL.is_far_above(count, [8, 10, 12, 14, 16]) is far


def test_the_least_is_far_above_where_the_usual_is_next_to_nothing():
    assert USUAL.is_far_above(10, [0, 0, 1, 0, 0])
    assert not USUAL.is_far_above(9, [0, 0, 1, 0, 0])
