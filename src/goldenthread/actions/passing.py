"""Passing a contact to whoever holds the child's open case, instead of opening another."""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from goldenthread.actions import jobs
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.step import Passes, Step
from goldenthread.records.episode import Episode


def follow(*, step: Step, answers: Mapping[str, object], episode: Episode, at: datetime) -> None:
    """Give what the step passes on to the holder of the child's open case.

    Raises Refused where no case is open: then there is nobody to pass it to (DOMAIN R1.1).
    """
    for passes in steps.passed(step, answers):
        if not _give(passes=passes, episode=episode, at=at):
            title = catalogue.pathway(passes.pathway).title.lower()
            field = step.asks.questions[0].key if step.asks else ""
            says = f"No {title} is open for this child, so choose another outcome"
            raise Refused((Problem(field, says),))


def _give(*, passes: Passes, episode: Episode, at: datetime) -> bool:
    # Asked of the database and not of a query: the open case may be out of this viewer's sight, and
    # whoever holds it must hear of the child all the same.
    with connection.cursor() as cursor:
        cursor.execute(
            "select holder from gt_pass_to_case(%s, %s, %s)", [episode.pk, passes.pathway, at]
        )
        cases = cursor.fetchall()
    for (holder,) in cases:
        if holder is not None:
            jobs.defer("tell_worker", account_id=holder)
    return bool(cases)
