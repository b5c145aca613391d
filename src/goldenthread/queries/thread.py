"""The thread: every entry a viewer may see about a child, in order. It is the chronology."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from goldenthread.access import correcting, forms, masks, rows, withdrawing
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.step import Step
from goldenthread.queries import chronology, clocks, one_child, queue, restrictions, said, writers
from goldenthread.queries.chronology import Choices, Only, Written
from goldenthread.queries.clocks import ClockShown
from goldenthread.queries.one_child import Child
from goldenthread.queries.said import Said
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.withdrawal import Withdrawal


@dataclass(frozen=True, kw_only=True)
class ThreadEntry:
    """One entry in words. `corrected` is whether it stands in the place of another.

    `in_short` is what a tool advised beside what was judged; empty for what is no tool.
    """

    entry_id: UUID
    episode_id: UUID
    step: str
    title: str
    pathway: str
    happened_on: date
    happened_at: datetime | None
    recorded_at: datetime
    by: str
    job_title: str
    agency: str
    said: tuple[Said, ...]
    in_short: tuple[Said, ...]
    corrected: bool
    why_corrected: str
    may_correct: bool
    may_withdraw: bool
    partly: bool = False
    entered_by: str


@dataclass(frozen=True, kw_only=True)
class EpisodeInThread:
    """One episode as the thread heads it."""

    episode_id: UUID
    title: str
    reference: str
    state: str
    opened_at: datetime
    closed_at: datetime | None
    held_by: str
    clocks: tuple[ClockShown, ...]


@dataclass(frozen=True, kw_only=True)
class Thread:
    """A page of a child's thread as known at a moment (None: now), under today's access.

    `more` says that entries older than these are chosen too; `written` counts the whole of it.
    """

    person_id: UUID
    recorded_as: tuple[UUID, ...]
    name: str
    born: date | None
    age: int | None
    known_at: datetime | None
    episodes: tuple[EpisodeInThread, ...]
    entries: tuple[ThreadEntry, ...]
    written: tuple[Written, ...]
    choices: Choices
    only: Only
    older: int
    more: bool
    withdrawn: tuple[datetime, ...]
    shown: frozenset[str]
    may: frozenset[str]


# What an entry is shown with.
WITH = ("by", "agency", "episode", "occasion", "entered_by")


def of(
    *,
    viewer: Viewer,
    person_id: UUID,
    now: datetime,
    known_on: date | None = None,
    only: Only = chronology.EVERYTHING,
    older: int = 0,
    most: int = chronology.A_PAGE,
) -> Thread:
    """Return the thread of one child: the newest `most` entries in order, or `older` pages back.

    Given `known_on`, as it was known at the end of that day: recorded by then and not superseded
    by then. Names and dates of birth are as now. Raises Denied if the viewer may not see the child.
    """
    child = one_child.seen(viewer=viewer, person_id=person_id, verb="thread.read")
    known_at, as_at = _known_at(known_on, now=now)
    recorded = chronology.recorded(viewer=viewer, child=child.recorded_as, by=as_at)
    entries, more = chronology.page(
        recorded.select_related(*WITH),
        child.shown,
        viewer=viewer,
        only=only,
        older=older,
        most=most,
    )
    written = chronology.told(chronology.written(recorded), shown=child.shown)
    return Thread(
        person_id=person_id,
        recorded_as=child.recorded_as,
        name=str(child.person),
        born=child.person.date_of_birth,
        age=queue.age(born=child.person.date_of_birth, now=now),
        known_at=known_at,
        episodes=_episodes(viewer=viewer, child=child, as_at=as_at, past=as_at < now),
        entries=tuple(shown(entry=entry, viewer=viewer) for entry in entries),
        written=written,
        choices=chronology.choices(written),
        only=only,
        older=older,
        more=more,
        withdrawn=_withdrawn(viewer=viewer, child=child, as_at=as_at),
        shown=child.shown,
        may=child.may,
    )


def _known_at(known_on: date | None, *, now: datetime) -> tuple[datetime | None, datetime]:
    known_at = calendar.end_of_day(known_on) if known_on else None
    return known_at, known_at if known_at and known_at < now else now


def _withdrawn(*, viewer: Viewer, child: Child, as_at: datetime) -> tuple[datetime, ...]:
    """Return when that happened which was withdrawn from the thread, and nothing else of it."""
    found = rows.visible(viewer=viewer, rows=Withdrawal.objects.filter(ended_at__isnull=True))
    of_child = found.filter(person_id__in=child.recorded_as, withdrawn_at__lte=as_at)
    return tuple(of_child.order_by("happened_at").values_list("happened_at", flat=True))


def shown(*, entry: Entry, viewer: Viewer) -> ThreadEntry:
    """Return one entry in words as this viewer may read it.

    A step no longer declared is shown by its key.
    """
    step, pathway = catalogue.declared(Step).get(entry.step), catalogue.pathway_of(entry.step)
    instant = entry.happened_precision == "instant"
    form = step.form(entry.form) if step else None
    form = forms.at(form.key, entry.form_version) if form else None
    kept = restrictions.withheld(viewer=viewer, entry=entry)
    answers = {**_all_answers(entry), **restrictions.words(viewer=viewer, entry=entry)}
    classes = masks.of_entry(viewer=viewer, entry=entry)
    masked = masks.hidden(form, shown=classes) if form else frozenset[str]()
    by = writers.of(viewer=viewer, entry=entry, step=step, shown=classes)
    return ThreadEntry(
        entry_id=entry.pk,
        episode_id=entry.episode_id,
        step=entry.step,
        title=step.title if step else entry.step,
        pathway=pathway.title if pathway else "",
        happened_on=calendar.london_date(entry.happened_at),
        happened_at=entry.happened_at if instant else None,
        recorded_at=entry.recorded_at,
        by=by.name,
        job_title=by.job_title,
        agency=by.agency,
        said=() if kept or form is None else said.of(form=form, masked=masked, answers=answers),
        in_short=said.in_short(form=form, masked=masked, answers=answers) if form else (),
        partly=not masked.isdisjoint(masks.answered(answers)),
        corrected=entry.supersedes_id is not None,
        why_corrected=entry.why_corrected,
        entered_by=str(entry.entered_by) if entry.entered_by else "",
        may_correct=correcting.may(viewer=viewer, entry=entry, step=step),
        may_withdraw=not kept and withdrawing.may(viewer=viewer, entry=entry, step=step),
    )


def _all_answers(entry: Entry) -> dict[str, Any]:
    # What was said once about all the children belongs beside what was said about this one.
    if entry.step == "contact-received" and entry.occasion is not None:
        return {**entry.occasion.answers, **entry.answers}
    return dict(entry.answers)


def _episodes(
    *, viewer: Viewer, child: Child, as_at: datetime, past: bool
) -> tuple[EpisodeInThread, ...]:
    """Return each episode with its clocks, all of them in one question.

    A head and its clocks are as now; looking back, only what had opened is told of them.
    """
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    found = visible.filter(subject_person_id__in=child.recorded_as, opened_at__lte=as_at)
    with_clocks = (
        found.annotate(run=rows.beside(viewer=viewer, through="clock_runs"))
        .select_related("claimed_by", "run")
        .order_by("opened_at", "reference", "pk", "run__started_at", "run__clock")
    )
    return tuple(
        _episode(episodes=list(same), as_at=as_at, past=past)
        for _, same in groupby(with_clocks, key=lambda episode: episode.pk)
    )


def _episode(*, episodes: list[Any], as_at: datetime, past: bool) -> EpisodeInThread:
    """Return one episode, read once for each of its clocks."""
    episode = episodes[0]
    runs = [each.run for each in episodes if hasattr(each, "run") and not past]
    return EpisodeInThread(
        episode_id=episode.pk,
        title=catalogue.pathway(episode.pathway).title,
        reference=episode.reference,
        state="" if past else episode.state,
        opened_at=episode.opened_at,
        closed_at=None if past else episode.closed_at,
        held_by=str(episode.claimed_by) if episode.claimed_by and not past else "",
        clocks=tuple(clocks.shown(run=run, now=as_at) for run in runs),
    )
