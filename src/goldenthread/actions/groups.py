"""Recording one step on each child of an occasion at once: all of them, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries
from goldenthread.actions.conflict import Refused
from goldenthread.language.answers import Problem
from goldenthread.records.entry import Entry


@dataclass(frozen=True, kw_only=True)
class ForOne:
    """What is to be recorded on one child's episode, made from this version of it."""

    episode_id: UUID
    version: int
    answers: Mapping[str, Any]


def record(*, by: Viewer, step: str, each: Sequence[ForOne], at: datetime) -> list[Entry]:
    """Record the step on every episode given, differing where they differ (DOMAIN R1.2).

    Raises what `entries.record` raises and leaves nothing recorded; in Refused, the field of a
    problem begins with the place of the child it is about, as in "0:outcome".
    """
    with transaction.atomic():
        return [
            _one(by=by, step=step, place=place, one=one, at=at) for place, one in enumerate(each)
        ]


def _one(*, by: Viewer, step: str, place: int, one: ForOne, at: datetime) -> Entry:
    try:
        return entries.record(
            by=by,
            step=step,
            on=one.episode_id,
            answers=one.answers,
            version=one.version,
            at=at,
        )
    except Refused as refused:
        problems = (Problem(f"{place}:{p.field}", p.message) for p in refused.problems)
        raise Refused(tuple(problems)) from refused
