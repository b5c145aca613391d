"""Why something is late: asked of whoever records what was due, and of nobody else."""

from collections.abc import Sequence

from goldenthread.actions import projection
from goldenthread.actions.conflict import Refused
from goldenthread.actions.projection import Recorded
from goldenthread.content import catalogue
from goldenthread.kernel.moment import Moment, Precision
from goldenthread.kernel.words import plain_date
from goldenthread.language import clock as clocks
from goldenthread.language.answers import Problem
from goldenthread.language.clock import Clock, Status
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode


def must_say(*, step: Step, entry: Entry, episode: Episode, recorded: Sequence[Recorded]) -> None:
    """Raise Refused where the entry stops a clock late and does not say why, if it is asked.

    `recorded` is what stood before it.
    """
    asked = {question.key for question in step.questions} - set(entry.answers)
    problems = [
        Problem(clock.late_because, f"Say why this is late: it was due on {plain_date(due_on)}")
        for clock in catalogue.clocks_of(episode.pathway)
        if clock.late_because in asked and step.key in clock.stopping
        for due_on in _missed(clock, episode=episode, recorded=recorded, entry=entry)
    ]
    if problems:
        raise Refused(tuple(problems[:1]))


def _missed(clock: Clock, *, episode: Episode, recorded: Sequence[Recorded], entry: Entry) -> list:
    """Return the day on which what the entry stops was due, where it is late."""
    moment = Moment(entry.happened_at, Precision(entry.happened_precision))
    events = projection.events(episode=episode, recorded=recorded)
    stop = clocks.Event(entry.step, moment, entry.answers)
    runs = clocks.read(clock, [*events, stop], max(moment.at, entry.recorded_at))
    return [
        run.due_on
        for run in runs
        if run.stopped == moment and run.status is Status.BREACHED and run.due_on
    ]
