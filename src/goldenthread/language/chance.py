"""Chance that comes out the same: whether something is drawn, by its id, a seed and a period."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, kw_only=True)
class Draw:
    """One in so many, by a hash of the seed, the period and the id of what may be drawn.

    The same are drawn whenever it is worked out, and in another period others.
    """

    one_in: int
    seed: str

    def draws(self, drawn: str, *, period: str) -> bool:
        """Whether this one is drawn in this period."""
        hashed = sha256(f"{self.seed} {period} {drawn}".encode()).digest()
        return int.from_bytes(hashed[:8]) % self.one_in == 0
