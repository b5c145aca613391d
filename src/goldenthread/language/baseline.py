"""A baseline: how many of something is far above what is usual, by middles and not by averages.

One very busy day, or one person who looks at everything, moves an average and hides itself. The
median and the median distance from it do not move.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

# What makes the median distance of a bell curve its standard deviation.
TO_DEVIATION = 1.4826


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """What is far above: so many deviations over the median of so many days before.

    Fewer than `least` is never far above. With fewer than `enough` counts to go by, more than
    `unknown` is.
    """

    days: int
    deviations: float
    least: int
    enough: int
    unknown: int

    def limit(self, counts: Sequence[int]) -> float:
        """Return what may not be passed, where these were counted before."""
        if len(counts) < self.enough:
            return float(self.unknown)
        middle = median(counts)
        distance = median(abs(count - middle) for count in counts)
        # Where every day is alike the distance is nothing, and one more would be far.
        return max(middle + self.deviations * max(TO_DEVIATION * distance, 1.0), self.least - 1)

    def is_far_above(self, count: int, counts: Sequence[int]) -> bool:
        """Whether a count is far above those before."""
        return count > self.limit(counts)
