"""Whether one entry can be taken out of its episode, and the rest still stand without it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.language import step as steps
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step

INSTEAD = "withdraw all of it instead, if all of it is about another child"
LATER = "“{title}” was recorded after it and rests on it. Withdraw that first, or {instead}"
BROUGHT = (
    "Something was opened by it. It goes when all of it is withdrawn: {instead}",
    "It was passed to whoever holds this child's case, who has it now. Tell them, and {instead}",
    "It closed this, and what was said then has been read. Correct its words, or {instead}",
)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One entry that nothing supersedes: its step and its answers."""

    step: str
    answers: Mapping[str, Any]


def hindrance(
    pathway: Pathway,
    standing: Sequence[Standing],
    place: int,
    *,
    beneath: Mapping[str, object],
) -> str:
    """Why the entry at `place` cannot be withdrawn alone, and what to do instead; "" if it can.

    `standing` are the entries of one episode in the order they were recorded, `beneath` the answers
    given once for all its children.
    """
    before = dict(beneath)
    for each in standing[:place]:
        before.update(each.answers)
    step, said = pathway.step(standing[place].step), {**before, **standing[place].answers}
    for did, says in zip(_brought(step, said), BROUGHT, strict=True):
        if did:
            return says.format(instead=INSTEAD)
    left = {each.step for at, each in enumerate(standing) if at != place}
    for each in standing[place + 1 :]:
        step = pathway.step(each.step)
        said, without = {**said, **each.answers}, {**before, **each.answers}
        if not _stands(step, left) or not _the_same(step, said, without):
            return LATER.format(title=step.title, instead=INSTEAD)
        before = without
    return ""


def _brought(step: Step, answers: Mapping[str, object]) -> tuple[object, object, object]:
    opened, passed = steps.opened(step, answers), steps.passed(step, answers)
    return opened, passed, steps.closes(step, answers)


def _stands(step: Step, left: set[str]) -> bool:
    if not set(step.needs) <= left:
        return False
    return not step.follows or bool(left & set(step.follows))


def _the_same(step: Step, said: Mapping[str, object], without: Mapping[str, object]) -> bool:
    """Whether a later step would have been taken, and have brought the same about, without it."""
    refused = set(steps.refusals(step, without)) - set(steps.refusals(step, said))
    return not refused and _brought(step, without) == _brought(step, said)
