"""Which desk holds an episode: it moves with the lane, and lets go when the episode closes."""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from goldenthread.access import grants
from goldenthread.actions import apart, opening
from goldenthread.content import catalogue
from goldenthread.records.episode import Episode


def follow(*, episode: Episode, answers: Mapping[str, object], at: datetime) -> None:
    """Have the desk of the lane hold the episode; if it has closed, end its claim and let it go.

    `answers` are all those given so far. The last change made in its transaction: afterwards who
    made it may no longer see the episode.
    """
    if episode.closed_at is not None:
        _tell("select gt_leave_desk(%s)", [episode.pk])
        opening.closed(episode=episode, at=at)
        grants.end(source=apart.source(episode), at=at)
        return
    desk = catalogue.pathway(episode.pathway).desk_for(answers)
    if desk and desk != episode.desk:
        _tell("select gt_move_desk(%s, %s)", [episode.pk, desk])
        grants.end(source=apart.source(episode), at=at)


def _tell(function: str, told: list[object]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(function, told)
