"""Allowances: how often something may be tried, and within what time."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from goldenthread.kernel.citation import Citation
from goldenthread.language import names

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """At most so many times within so long; what is beyond it is refused.

    `title` says what is counted and for whom. One that is `tallied` is counted by the clock's hour
    or minute, and so is within one. `why` is what the number weighs.
    """

    key: str
    title: str
    most: int
    within: timedelta
    why: str
    law: Citation
    tallied: bool = False
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if self.most < 1 or self.within <= timedelta():
            raise ValueError(f"{self.key!r} must allow something, within some time.")
        if self.tallied and self.within not in (HOUR, MINUTE):
            raise ValueError(f"{self.key!r} is counted by hour or minute, and must be within one.")

    def began(self, at: datetime) -> datetime:
        """When the hour or minute began that `at` is counted in."""
        return at - (at - datetime(1970, 1, 1, tzinfo=UTC)) % self.within
