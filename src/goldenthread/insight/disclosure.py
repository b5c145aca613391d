"""What must be hidden when counts of people leave the partnership.

Inside, those entitled to the records see true counts. Outside, a count of 1 to 5 is hidden, and
with it whatever would give it away: DfE's own rule for what it publishes. Nothing (0) is shown.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

SMALL = range(1, 6)


@dataclass(frozen=True, kw_only=True)
class Protected[Key: Hashable]:
    """Counts as they may leave: None where hidden, the total included."""

    cells: Mapping[Key, int | None]
    total: int | None

    @property
    def hidden(self) -> frozenset[Key]:
        """The cells that are hidden."""
        return frozenset(key for key, value in self.cells.items() if value is None)


def protected[Key: Hashable](counts: Mapping[Key, int]) -> Protected[Key]:
    """Hide the small counts of a breakdown, and what would reveal them beside its total.

    The smallest other counts are hidden until no hidden count can be worked out from the total;
    where there are none left the total is hidden too. Raises ValueError for a negative count.
    """
    if any(count < 0 for count in counts.values()):
        raise ValueError("A count of people cannot be negative: check where it came from.")
    hidden = {key for key, count in counts.items() if count in SMALL}
    spare = sorted(
        (key for key, count in counts.items() if count > SMALL[-1]),
        key=lambda key: counts[key],
        reverse=True,
    )
    while spare and _given_away([counts[key] for key in hidden]):
        hidden.add(spare.pop())
    shown = {key: None if key in hidden else count for key, count in counts.items()}
    safe = not _given_away([counts[key] for key in hidden])
    total = sum(counts.values())
    return Protected(cells=shown, total=total if safe and total not in SMALL else None)


def must_hide_share(*, numerator: int, denominator: int) -> bool:
    """Whether a percentage would give away a small count: of those it counts, or of the rest."""
    return any(count in SMALL for count in (numerator, denominator, denominator - numerator))


def _given_away(hidden: list[int]) -> bool:
    """Whether somebody who knows the sum of the hidden counts can tell any one of them.

    They know each is at least 1, and, if all of them are small, may suppose each is at most 5.
    """
    if not hidden:
        return False
    all_small = all(count in SMALL for count in hidden)
    least, most = len(hidden), len(hidden) * SMALL[-1]
    return len(hidden) == 1 or sum(hidden) == least or (all_small and sum(hidden) == most)
