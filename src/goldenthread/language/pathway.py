"""A pathway: a kind of matter, as the steps that can be recorded on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from goldenthread.kernel import period
from goldenthread.kernel.citation import Citation
from goldenthread.language import names
from goldenthread.language import step as steps_of
from goldenthread.language.condition import Condition
from goldenthread.language.step import Step


@dataclass(frozen=True, kw_only=True)
class Lane:
    """A stream of a pathway's work; the first whose condition holds is the episode's.

    `desk` is the duty desk that holds an open episode while it is in the lane, where that is not
    the pathway's own.
    """

    key: str
    title: str
    only_if: Condition | None = None
    desk: str = ""
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)


@dataclass(frozen=True, kw_only=True)
class Pathway:
    """A kind of matter about one kind of subject.

    `reference_prefix` begins the references people quote. `desk` is the duty desk that holds its
    open episodes, `record_state` what stands with a child of whom one is open, and `allocated_to`
    the roles of those elsewhere who may be given one to hold: when it is opened, whoever holds what
    opened it, or where it is `shared_out`, whoever of those roles holds fewest.
    `one_open_per_subject` forbids a second open episode about the same subject. Of all the
    pathways that say the same `alone_among`, one subject has one episode at a time: not two on any
    one day. One `of_tools` is begun on a child's own thread, by completing one of the tools its
    first steps ask.
    `sealed` names the sealed class its episodes are born under: each is opened by its own access
    list, and no desk holds it.
    """

    key: str
    title: str
    steps: tuple[Step, ...]
    subject: str = "person"
    one_open_per_subject: bool = False
    alone_among: str = ""
    reference_prefix: str
    desk: str | None = None
    record_state: str = ""
    sealed: str = ""
    allocated_to: tuple[str, ...] = ()
    shared_out: bool = False
    lanes: tuple[Lane, ...] = ()
    of_tools: bool = False
    law: Citation | None = None
    since: date | None = None
    until: date | None = None
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        names.must_be_unique((each.key for each in self.steps), within=self.key)
        names.must_be_unique((each.key for each in self.lanes), within=self.key)
        if not any(each.first for each in self.steps):
            raise ValueError(f"{self.key!r} has no first step: mark one with first=True.")
        if self.sealed and desks(self):
            raise ValueError(f"{self.key!r} is sealed: its access list opens it, and no desk.")
        known = {each.key for each in self.steps}
        for each in self.steps:
            for before in (*each.follows, *each.needs):
                if before not in known:
                    raise ValueError(f"{each.key!r} follows {before!r}, not on this pathway.")

    def step(self, key: str) -> Step:
        """The step with this key. Raises KeyError."""
        return self._by_key[key]

    @cached_property
    def places(self) -> dict[str, int]:
        """Every step's key, with its place among the steps."""
        return {each.key: place for place, each in enumerate(self.steps)}

    @cached_property
    def _by_key(self) -> dict[str, Step]:
        return {each.key: each for each in self.steps}

    def lane(self, answers: Mapping[str, object]) -> Lane | None:
        """The lane an episode with these answers is in; None where the pathway has no lanes."""
        for each in self.lanes:
            if each.only_if is None or each.only_if.holds(answers):
                return each
        return None

    def desk_for(self, answers: Mapping[str, object]) -> str:
        """The desk that holds an open episode with these answers; "" where none does."""
        lane = self.lane(answers)
        return (lane.desk if lane else "") or self.desk or ""


def desks(pathway: Pathway) -> tuple[str, ...]:
    """Every desk that may hold an episode of this pathway, its own first."""
    every = (pathway.desk or "", *(each.desk for each in pathway.lanes))
    return tuple(dict.fromkeys(desk for desk in every if desk))


def may_follow(
    pathway: Pathway,
    recorded: Sequence[str],
    *,
    answers: Mapping[str, object] | None = None,
    on: date | None = None,
) -> tuple[Step, ...]:
    """The steps that may be recorded next on an episode with these steps already on it.

    Nothing follows once a recorded step has closed the episode, which `answers` decide where a
    step closes only on a condition. A step without `follows` may come at any time after the
    first. Given `on`, only steps in force that day. Who may record them is `step.may_record`.
    """
    if not recorded:
        possible = [each for each in pathway.steps if each.first]
    elif any(steps_of.closes(each, answers or {}) for each in _found(pathway, recorded)):
        possible = []
    else:
        possible = [each for each in pathway.steps if _may_come(each, recorded)]
    return tuple(
        each
        for each in possible
        if on is None or period.in_force(on, since=each.since, until=each.until)
    )


def _found(pathway: Pathway, recorded: Sequence[str]) -> list[Step]:
    return [each for each in pathway.steps if each.key in recorded]


def _may_come(step: Step, recorded: Sequence[str]) -> bool:
    if step.key in recorded and not step.repeatable:
        return False
    if not set(step.needs) <= set(recorded):
        return False
    if not step.follows:
        return not step.first
    return any(before in recorded for before in step.follows)
