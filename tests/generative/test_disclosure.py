"""Hidden counts held to somebody who tries every possibility.

They see the shown counts and the total, know that what is hidden is not nothing, and may suppose
that all of it is small. A hidden count for which one number alone is possible was not hidden.
"""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.insight import disclosure

COUNTS = st.dictionaries(
    st.sampled_from("abcdef"), st.integers(0, 5) | st.integers(0, 14), max_size=4
)


def possible(hidden, total, *, most):
    """Every way the hidden counts could make up the rest of the total, each from 1 to `most`."""
    return [way for way in product(range(1, most + 1), repeat=hidden) if sum(way) == total]


@given(counts=COUNTS)
def test_no_small_count_is_shown_and_none_can_be_worked_out(counts):
    found = disclosure.protected(counts)
    shown = {key: value for key, value in found.cells.items() if value is not None}

    assert not any(1 <= value <= 5 for value in shown.values())
    assert shown.items() <= counts.items()
    if found.total is None or not found.hidden:
        return
    assert found.total == sum(counts.values())
    rest = found.total - sum(shown.values())
    for most in (rest, 5):
        ways = possible(len(found.hidden), rest, most=most)
        supposed = most == rest or all(counts[key] <= 5 for key in found.hidden)
        if supposed and ways:
            assert all(len(set(values)) > 1 for values in zip(*ways, strict=True))


@given(counts=COUNTS)
def test_nothing_more_is_hidden_than_need_be(counts):
    found = disclosure.protected(counts)

    if not any(1 <= count <= 5 for count in counts.values()):
        assert found.hidden == frozenset()
    assert all(counts[key] > 0 for key in found.hidden)


@given(numerator=st.integers(0, 40), rest=st.integers(0, 40))
def test_a_percentage_that_is_shown_gives_away_no_small_count(numerator, rest):
    if not disclosure.must_hide_share(numerator=numerator, denominator=numerator + rest):
        assert not any(1 <= count <= 5 for count in (numerator, rest, numerator + rest))
