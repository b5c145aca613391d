"""What a theme of the demonstration is: one kind of worry, in the words of those who bring it.

Texts may use the names that `families.voice` fills in, such as {name}, {they}, {Parent} and {day}.
"""

from dataclasses import dataclass

from goldenthread.content.front_door.outcome import OPENS_REFERRAL


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How the front door reads a situation: what it finds, why it decides so, and what it decides.

    `outcomes` are those that would fit, any of them.
    """

    summary: str
    why: str
    outcomes: tuple[str, ...]

    @property
    def is_referral(self) -> bool:
        """Whether what is decided opens a referral to social care."""
        return self.outcomes[0] in OPENS_REFERRAL


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One thing that happened, as an agency of one kind tells it, and how it may be read.

    Told and read as one piece, so that what is found answers what was said. `ages` narrows the
    ages of the theme where only some would fit.
    """

    kind: str
    worry: str
    reads: tuple[Reading, ...]
    words: tuple[str, ...] = ()
    well: str = ""
    needs: str = ""
    evidence: str = ""
    ages: tuple[int, int] | None = None

    def read_as(self, *, referral: bool) -> tuple[Reading, ...]:
        """Return the readings that end in a referral, or those that do not."""
        return tuple(reading for reading in self.reads if reading.is_referral == referral)


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One kind of worry. What `only_once` tells would not fit a family that comes up again."""

    key: str
    ages: tuple[int, int]
    situations: tuple[Situation, ...]
    purpose: str = "concern"
    weight: int = 10
    may_be_now: bool = False
    family_views: tuple[str, ...] = ()
    only_once: bool = False

    def ages_of(self, situation: Situation) -> tuple[int, int]:
        """Return the ages of a child the situation may be about; a school knows none under four."""
        first, last = situation.ages or self.ages
        return (max(first, 4), last) if situation.kind == "school" else (first, last)


def referred(summary: str, why: str, *, to: str = "referral-to-social-care") -> Reading:
    """Return a reading that ends in a referral."""
    return Reading(summary=summary, why=why, outcomes=(to,))


def strategy(summary: str, why: str) -> Reading:
    """Return a reading that goes straight to a strategy discussion."""
    return referred(summary, why, to="strategy-discussion")


def helped(summary: str, why: str, *outcomes: str) -> Reading:
    """Return a reading that ends in help, advice or a record, by any of these outcomes."""
    return Reading(summary=summary, why=why, outcomes=outcomes)
