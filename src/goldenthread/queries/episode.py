"""One episode, such as a contact: what was said, what is due, and what may be recorded next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access import decision, holders, masks, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from goldenthread.language.instrument import Instrument
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Step
from goldenthread.queries import chronology, clocks, family, queue, thread
from goldenthread.queries.clocks import ClockShown, Due
from goldenthread.queries.thread import ThreadEntry
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion


@dataclass(frozen=True, kw_only=True)
class Sibling:
    """Another child of the same occasion."""

    episode_id: UUID
    person_id: UUID
    name: str
    state: str


@dataclass(frozen=True, kw_only=True)
class AlsoOpen:
    """Something else that is open about the same child."""

    episode_id: UUID
    name: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What is beside an episode: brothers and sisters, and what else is open about the child.

    `family_id` is the occasion the `siblings` came up in together.
    """

    family_id: UUID | None
    siblings: tuple[Sibling, ...]
    also_open: tuple[AlsoOpen, ...]


@dataclass(frozen=True, kw_only=True)
class EpisodePage:
    """All a page about one episode shows.

    `next_steps` are those this viewer may record now, `could_hold` those they may hand it to,
    `so_far` every answer given, the later over the earlier: what a form hangs its questions on.
    """

    episode_id: UUID
    person_id: UUID
    version: int
    reference: str
    pathway: Pathway
    child: str
    given_name: str
    family_name: str
    born: date | None
    age: int | None
    state: str
    lane_title: str
    opened_at: datetime
    closed_at: datetime | None
    agency: str
    due: Due | None
    claimed_by: str
    claimed_by_me: bool
    occasion_id: UUID | None
    could_hold: tuple[tuple[UUID, str], ...]
    form: Instrument | None
    so_far: Mapping[str, Any]
    entries: tuple[ThreadEntry, ...]
    clocks: tuple[ClockShown, ...]
    beside: Beside
    next_steps: tuple[Step, ...]


def one(*, viewer: Viewer, episode_id: UUID, now: datetime) -> EpisodePage:
    """Return one episode as this viewer may see it; raises Denied if they may not."""
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    episode = (
        visible.filter(pk=episode_id)
        .select_related("subject_person", "agency", "claimed_by", "occasion")
        .first()
    )
    episode = decision.opened(viewer=viewer, verb="contact.read", record=episode)
    return _page(
        viewer=viewer,
        episode=episode,
        occasion=occasion_of(viewer=viewer, episode=episode),
        entries=_entries(viewer=viewer, episode=episode),
        now=now,
    )


def next_steps(
    *,
    viewer: Viewer,
    episode: Episode,
    occasion: Occasion | None,
    entries: Sequence[Entry],
    now: datetime,
) -> tuple[Step, ...]:
    """Return the steps that may follow and that this viewer's role may record."""
    if "entry.record" not in viewer.may:
        return ()
    answers = _so_far(occasion=occasion, entries=entries)
    possible = pathways.may_follow(
        catalogue.pathway(episode.pathway),
        [entry.step for entry in entries],
        answers=answers,
        on=now.date(),
    )
    return tuple(
        step
        for step in possible
        if not step.automatic and steps.may_record(step, viewer.role, answers, under=viewer.under)
    )


def _so_far(*, occasion: Occasion | None, entries: Sequence[Entry]) -> dict[str, Any]:
    answers: dict[str, Any] = dict(occasion.answers) if occasion else {}
    for entry in entries:
        answers.update(entry.answers)
    return answers


def _entries(*, viewer: Viewer, episode: Episode) -> list[Entry]:
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    standing = visible.filter(episode=episode, superseded_by__isnull=True)
    return chronology.in_order(standing.select_related(*thread.WITH))


def occasion_of(*, viewer: Viewer, episode: Episode) -> Occasion | None:
    """Return the occasion of an episode, where the viewer sees it."""
    # Reached through the episode, and yet under its own scope: a grant on one child alone does not
    # open what was said about all of them.
    occasion: Occasion | None = episode.occasion
    seen = occasion is not None and rows.sees(viewer=viewer, record=occasion)
    return occasion if seen else None


def _page(
    *,
    viewer: Viewer,
    episode: Episode,
    occasion: Occasion | None,
    entries: list[Entry],
    now: datetime,
) -> EpisodePage:
    return EpisodePage(
        episode_id=episode.pk,
        person_id=episode.subject_person_id,
        version=episode.version,
        reference=episode.reference,
        pathway=catalogue.pathway(episode.pathway),
        child=str(episode.subject_person),
        given_name=episode.subject_person.given_name,
        family_name=episode.subject_person.family_name,
        born=episode.subject_person.date_of_birth,
        age=queue.age(born=episode.subject_person.date_of_birth, now=now),
        state=episode.state,
        lane_title=_lane_title(episode),
        opened_at=episode.opened_at,
        closed_at=episode.closed_at,
        agency=_agency(viewer=viewer, episode=episode),
        due=_due(episode, now=now),
        claimed_by=str(episode.claimed_by) if episode.claimed_by else "",
        claimed_by_me=episode.claimed_by_id == viewer.account_id,
        occasion_id=episode.occasion_id,
        could_hold=_could_hold(viewer=viewer, episode=episode, now=now),
        form=_form(occasion),
        so_far=_so_far(occasion=occasion, entries=entries),
        entries=tuple(thread.shown(entry=entry, viewer=viewer) for entry in entries),
        clocks=_clocks(viewer=viewer, episode=episode, now=now),
        beside=_beside(viewer=viewer, episode=episode),
        next_steps=next_steps(
            viewer=viewer, episode=episode, occasion=occasion, entries=entries, now=now
        ),
    )


def _agency(*, viewer: Viewer, episode: Episode) -> str:
    """Return whose contact it is; "" to who is not told who raised the worry."""
    mine = episode.agency_id == viewer.agency_id
    told = mine or masks.SOURCE in masks.shown(viewer=viewer, record=episode)
    return episode.agency.name if told else ""


def _form(occasion: Occasion | None) -> Instrument | None:
    """Return the form at the version it was told on."""
    if occasion is None:
        return None
    return catalogue.instrument(occasion.instrument).at(occasion.instrument_version)


def _clocks(*, viewer: Viewer, episode: Episode, now: datetime) -> tuple[ClockShown, ...]:
    runs = rows.visible(viewer=viewer, rows=ClockRun.objects.filter(episode=episode))
    return tuple(clocks.shown(run=run, now=now) for run in runs.order_by("started_at", "clock"))


def _lane_title(episode: Episode) -> str:
    lanes = {lane.key: lane.title for lane in catalogue.pathway(episode.pathway).lanes}
    return lanes.get(episode.lane, "")


def _due(episode: Episode, *, now: datetime) -> Due | None:
    if episode.due_on is None or episode.due_at is None:
        return None
    return clocks.due(on=episode.due_on, at=episode.due_at, now=now)


def _could_hold(*, viewer: Viewer, episode: Episode, now: datetime) -> tuple[tuple[UUID, str], ...]:
    mine = episode.claimed_by_id == viewer.account_id and holders.TAKES in viewer.may
    if episode.closed_at is not None or not (mine or "contact.reassign" in viewer.may):
        return ()
    people = holders.of(episode=episode, agency_id=viewer.agency_id, now=now)
    others = people.exclude(pk__in=[episode.claimed_by_id] if episode.claimed_by_id else [])
    return tuple(others.values_list("pk", "full_name"))


def _beside(*, viewer: Viewer, episode: Episode) -> Beside:
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    family_id = family.occasion_of(episode, visible=visible)
    return Beside(
        family_id=family_id,
        siblings=_siblings(family_id, episode=episode, visible=visible),
        also_open=_also_open(episode, visible=visible),
    )


def _also_open(episode: Episode, *, visible: QuerySet[Episode]) -> tuple[AlsoOpen, ...]:
    """Return what else is open about the child of a case; a contact's is on its own panel."""
    if episode.occasion_id is not None:
        return ()
    others = visible.filter(subject_person_id=episode.subject_person_id, closed_at__isnull=True)
    return tuple(
        AlsoOpen(
            episode_id=other.pk, name=catalogue.pathway(other.pathway).title, state=other.state
        )
        for other in others.exclude(pk=episode.pk).order_by("opened_at", "reference")
    )


def _siblings(
    family_id: UUID | None, *, episode: Episode, visible: QuerySet[Episode]
) -> tuple[Sibling, ...]:
    if family_id is None:
        return ()
    came = family.of(family_id, pathway=episode.pathway, visible=visible)
    others = came.exclude(subject_person_id=episode.subject_person_id)
    return tuple(
        Sibling(
            episode_id=other.pk,
            person_id=other.subject_person_id,
            name=str(other.subject_person),
            state=other.state,
        )
        for other in others.select_related("subject_person").order_by("reference")
    )
