"""References people quote on the telephone."""

import secrets

# No letters or figures that are read out as one another: 0 and O, 1 and I and L, 5 and S, 8 and B.
ALPHABET = "23479CDFGHJKMNPQRTVWXYZ"


def new() -> str:
    """Return eight characters in two fours, such as "7KQD-M3XT": some 78 thousand million."""
    characters = [secrets.choice(ALPHABET) for _ in range(8)]
    return "".join(characters[:4]) + "-" + "".join(characters[4:])
