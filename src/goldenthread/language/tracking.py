"""Tracking: how an action goes from proposed to embedded, who may move it, and how it is rated.

Whoever owns an action does it and shows that it was done; somebody else verifies it. The rating is
worked out from how it stands and when it is due, and is never typed.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.kernel.citation import Citation
from goldenthread.language import names
from goldenthread.language.instrument import Section


class State(StrEnum):
    """Where an action is."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    IN_PROGRESS = "in-progress"
    EVIDENCED = "evidence-submitted"
    VERIFIED = "verified"
    EMBEDDED = "embedded"
    REOPENED = "reopened"


class Whose(StrEnum):
    """Who makes a move: those it is given to, or anybody but its owner."""

    OWNERS = "owners"
    ANOTHERS = "anothers"
    ANYBODYS = "anybodys"


class Rating(StrEnum):
    """How it goes, as boards read it."""

    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"


# What nobody has to do anything about any more.
OVER = frozenset({State.REJECTED, State.VERIFIED, State.EMBEDDED})


@dataclass(frozen=True, kw_only=True)
class Move:
    """One thing that can be done with an action: from which states, to which, and what it asks.

    `did` says that it was done. `ends` is None where it leaves the state as it is, as a new due day
    does.
    """

    key: str
    title: str
    did: str
    starts: frozenset[State]
    ends: State | None
    whose: Whose
    asks: Section

    def __post_init__(self) -> None:
        names.must_be_key(self.key)


@dataclass(frozen=True, kw_only=True)
class Tracking:
    """The moves, and how many days before it is due an action is at risk and is warned of."""

    moves: tuple[Move, ...]
    warned_days: int
    titles: dict[State, str]
    law: Citation

    def __post_init__(self) -> None:
        names.must_be_unique((each.key for each in self.moves), within="the moves")
        if set(self.titles) != set(State):
            raise ValueError("Every state has a title, and nothing else has one.")
        for move in self.moves:
            if move.ends in {State.VERIFIED, State.EMBEDDED} and move.whose is not Whose.ANOTHERS:
                raise ValueError(f"{move.key!r} would let an owner verify their own action.")

    def move(self, key: str) -> Move:
        """The move with this key. Raises KeyError."""
        return {each.key: each for each in self.moves}[key]

    def open_to(self, state: State, *, owner: bool, in_agency: bool) -> tuple[Move, ...]:
        """The moves somebody may make now: the owner, a colleague of theirs, or another."""
        whose = {Whose.ANYBODYS}
        whose |= {Whose.OWNERS} if owner or in_agency else set()
        whose |= set() if owner else {Whose.ANOTHERS}
        return tuple(each for each in self.moves if state in each.starts and each.whose in whose)

    def rating(self, state: State, *, due: date, at_risk: bool, on: date) -> Rating | None:
        """How it goes on a day; None for what was proposed or rejected and nobody has taken on.

        Blue is embedded, with evidence that somebody verified. Red is past its day, amber said to
        be at risk or near its day, green on track.
        """
        if state is State.EMBEDDED:
            return Rating.BLUE
        if state in {State.PROPOSED, State.REJECTED}:
            return None
        if state is State.VERIFIED:
            return Rating.GREEN
        if due < on:
            return Rating.RED
        return Rating.AMBER if at_risk or self.warns(state, due=due, on=on) else Rating.GREEN

    def warns(self, state: State, *, due: date, on: date) -> bool:
        """Whether its owner is warned that its day is near."""
        return state not in OVER and due - timedelta(days=self.warned_days) <= on <= due

    def overdue(self, state: State, *, due: date, on: date) -> bool:
        """Whether its day has gone by and somebody has still to do something."""
        return state not in OVER and due < on


def over(states: Collection[State] = OVER) -> tuple[str, ...]:
    """The states nobody has to do anything about, as they are kept."""
    return tuple(sorted(states))
