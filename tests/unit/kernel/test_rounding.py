"""Rounding half up, as the department's own figures are."""

from decimal import Decimal
from fractions import Fraction

import pytest

from goldenthread.kernel import rounding


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (Fraction(9_934 * 10_000, 142_439), 1, "697.4"),  # referrals for 10,000 children
        (9_934 / 142_439 * 10_000, 1, "697.4"),
        (46.67, 0, "47"),  # half up, not cut off
        (72.7, 0, "73"),
        (57.89, 1, "57.9"),
        (0.5, 0, "1"),  # not to the even digit
        (2.5, 0, "3"),
        (2.675, 2, "2.68"),  # as printed, not as stored
        (Decimal("2.45"), 1, "2.5"),
        (-0.5, 0, "-1"),
        (-0.04, 1, "0.0"),
        (50, 1, "50.0"),
        (1e-7, 3, "0.000"),
        (12_345_678_901_234_567_890_123_456_789_012, 0, "12345678901234567890123456789012"),
    ],
)
def test_half_up(value, places, shown):
    assert str(rounding.half_up(value, places)) == shown


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_what_is_no_number_cannot_be_rounded(value):
    with pytest.raises(ValueError, match="not a finite number"):
        rounding.half_up(value, 1)
