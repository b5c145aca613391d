"""Closing an episode: the desk lets go of it, and the claim ends."""

from datetime import datetime

from django.db import connection

from goldenthread.access import grants
from goldenthread.actions import projection
from goldenthread.records.episode import Episode


def follow(*, episode: Episode, at: datetime) -> None:
    """If the episode has closed, take it off its desk and end the grants its claim gave.

    The last change made in its transaction: afterwards the desk no longer sees the episode.
    """
    if episode.closed_at is None:
        return
    with connection.cursor() as cursor:
        cursor.execute("select gt_leave_desk(%s)", [episode.pk])
    grants.end(source=projection.claim_source(episode), at=at)
