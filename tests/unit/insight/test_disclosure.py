"""Counts that leave the partnership: small ones hidden, and what would reveal them."""

import pytest

from goldenthread.insight import disclosure


@pytest.mark.parametrize(
    ("counts", "hidden", "total"),
    [
        ({"a": 10, "b": 20}, set(), 30),
        ({"a": 0, "b": 20}, set(), 20),
        ({"a": 3, "b": 20}, {"a", "b"}, 23),  # alone it would be the total less the rest
        ({"a": 3, "b": 20, "c": 9, "d": 0}, {"a", "c"}, 32),  # the smallest other is hidden with it
        ({"a": 3, "b": 2, "c": 20}, {"a", "b"}, 25),
        ({"a": 1, "b": 1, "c": 20}, {"a", "b", "c"}, 22),  # two that sum to 2 are both 1
        (
            {"a": 5, "b": 5, "c": 20},
            {"a", "b", "c"},
            30,
        ),  # two small ones that sum to 10 are both 5
        ({"a": 5, "b": 4, "c": 20}, {"a", "b"}, 29),
        ({"a": 4}, {"a"}, None),
        ({"a": 2, "b": 0}, {"a"}, None),
        ({"a": 1, "b": 1, "c": 0}, {"a", "b"}, None),
        ({}, set(), 0),
    ],
)
def test_what_is_hidden_and_whether_the_total_may_be_shown(counts, hidden, total):
    found = disclosure.protected(counts)

    assert found.hidden == hidden
    assert found.total == total
    assert all(found.cells[key] == count for key, count in counts.items() if key not in hidden)


def test_a_negative_count_is_a_mistake_and_not_a_number_to_print():
    with pytest.raises(ValueError, match="negative"):
        disclosure.protected({"a": -1})


@pytest.mark.parametrize(
    ("numerator", "denominator", "hide"),
    [(0, 40, False), (1, 40, True), (5, 40, True), (6, 40, False), (40, 40, False), (36, 40, True),
     (34, 40, False), (0, 4, True), (0, 0, False)],
)  # fmt: skip
def test_a_percentage_is_hidden_with_the_small_number_it_gives_away(numerator, denominator, hide):
    assert disclosure.must_hide_share(numerator=numerator, denominator=denominator) is hide
