"""One rounding policy: half up, applied only where a number is shown."""

from decimal import Decimal
from fractions import Fraction


def half_up(value: float | Decimal | Fraction, places: int) -> Decimal:
    """`value` to `places` decimal places, halves away from zero.

    A float is taken as it is printed, so 2.675 is 2.68 at two places. Raises ValueError for
    what is not a finite number.
    """
    try:
        exact = Fraction(str(value))
    except ValueError:
        raise ValueError(f"{value} cannot be rounded: it is not a finite number.") from None
    whole = int(abs(exact) * 10**places + Fraction(1, 2))
    sign = 1 if exact < 0 and whole else 0
    return Decimal((sign, tuple(int(digit) for digit in str(whole)), -places))
