"""What may not be open at once, as the database holds it, refused in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction

from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language.answers import Problem
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step
from goldenthread.records.episode import Episode

ONE_OPEN, ALONE = "gt_episode_one_open", "gt_episode_alone"
BACKWARDS = "gt_episode_ended_after_began"


@contextmanager
def held(*, pathway: str, step: Step) -> Iterator[None]:
    """Do what may put a second episode of this pathway beside another, or undo it all.

    Raises Refused, beside the day or the first question of the step, where the database does.
    """
    kind = catalogue.pathway(pathway)
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refusal:
        said = next((says for name, says in _SAYS.items() if name in str(refusal)), None)
        if said is None:
            raise
        raise Refused((Problem(_field(step), said(kind)),)) from refusal


def must_wait(*, step: Step, episode: Episode) -> None:
    """Raise Refused where the step waits for what is still open for the child."""
    if not step.waits_for:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "select pathway from gt_open_beside(%s, %s)", [episode.pk, list(step.waits_for)]
        )
        still = sorted({catalogue.pathway(key).title for (key,) in cursor.fetchall()})
    if still:
        says = f"Finish this first, it is still open for this child: {', '.join(still).lower()}"
        raise Refused((Problem(_field(step), says),))


def _field(step: Step) -> str:
    asked = [question.key for question in step.questions]
    return step.dated_by if step.dated_by in asked else asked[0] if asked else ""


def _already(kind: Pathway) -> str:
    return f"{kind.title} is already open for this child: pass this to the social worker"


def _one_at_a_time(kind: Pathway) -> str:
    every = catalogue.pathways().values()
    titles = [each.title for each in every if each.alone_among == kind.alone_among]
    one = " or ".join(sorted(title.lower() for title in titles))
    return (
        f"This child has another {one} on that day, and may have only one at a time: end that one "
        "on or before this day, or give a later day"
    )


def _backwards(kind: Pathway) -> str:
    return f"{kind.title} cannot end before it began: give a later day"


_SAYS = {ONE_OPEN: _already, ALONE: _one_at_a_time, BACKWARDS: _backwards}
