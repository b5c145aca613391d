"""Ending the child's open episode of another pathway, where recording a step does."""

from collections.abc import Mapping
from datetime import datetime

from goldenthread.access import rows
from goldenthread.access.viewer import Viewer
from goldenthread.actions import alone, automatic, desks, opening, projection
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.step import Ends, Step
from goldenthread.records.episode import Episode


def follow(
    *, step: Step, answers: Mapping[str, object], episode: Episode, by: Viewer, at: datetime
) -> None:
    """End what the step ends, with what it gives. Nothing where nothing is open.

    Raises Refused where it is open out of the viewer's sight: then they take this in hand first.
    """
    for ends in steps.ended(step, answers):
        if ends.pathway in opening.beside(episode, [ends.pathway]):
            _end(ends, step=step, answers=answers, episode=episode, by=by, at=at)


def _end(
    ends: Ends,
    *,
    step: Step,
    answers: Mapping[str, object],
    episode: Episode,
    by: Viewer,
    at: datetime,
) -> None:
    pathway = catalogue.pathway(ends.pathway)
    seen = rows.visible(viewer=by, rows=Episode.objects.select_for_update(of=("self",)))
    ending = seen.filter(
        pathway=pathway.key,
        subject_person_id=episode.subject_person_id,
        closed_at__isnull=True,
    ).first()
    if ending is None:
        field = step.questions[0].key if step.questions else ""
        says = (
            f"This ends the {pathway.title.lower()}, which you do not see: take this in hand first"
        )
        raise Refused((Problem(field, says),))
    last, given = pathway.step(ends.step), steps.given(ends.gives, answers)
    automatic.enter(step=last, on=ending, given=given, by=by, at=at)
    with alone.held(pathway=pathway.key, step=step):
        projection.keep(episode=ending)
    desks.follow(episode=ending, answers=given, at=at)
