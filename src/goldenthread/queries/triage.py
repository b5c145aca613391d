"""The desk of joint triage: what waits for police and social work, the most urgent first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from goldenthread.access import decision, masks, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.content.front_door.domestic_abuse_match import CASE_OPEN, GOES_ON
from goldenthread.queries import clocks, queue, said
from goldenthread.queries.clocks import Due
from goldenthread.queries.said import Said
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion

LANE, FORM = "domestic-abuse", "domestic-abuse-form"
MOST = 200
POLICE, SOCIAL_WORK = "domestic-abuse-police-view", "domestic-abuse-social-work-view"
RECEIVED, SCHOOL_TOLD = "contact-received", "school-told"
MATCHED = "domestic-abuse-matched"
# The person's own view, by the role that gives it.
VIEW_OF = {"domestic-abuse-officer": POLICE}


@dataclass(frozen=True, kw_only=True)
class View:
    """What one of the two said, and who they are."""

    by: str
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Child:
    """One child of a notification. `school` is the one still to be told, "" where none is."""

    episode_id: UUID
    person_id: UUID
    name: str
    age: int | None
    unborn: bool
    found: tuple[Said, ...]
    about: tuple[Said, ...]
    school: str
    goes_on: bool
    case_open: bool


@dataclass(frozen=True, kw_only=True)
class Notified:
    """One notification waiting for two. `mine` says that the viewer's own part is wanted next."""

    occasion_id: UUID
    reference: str
    police_reference: str
    received_at: datetime
    due: Due | None
    dash_risk: str
    write_home: bool
    shared: tuple[Said, ...]
    children: tuple[Child, ...]
    police: View | None
    social_work: View | None
    mine: bool

    @property
    def goes_on(self) -> bool:
        """Whether the rules send it on whatever two people think."""
        return any(child.goes_on for child in self.children)

    @property
    def case_open(self) -> bool:
        """Whether a case is open for any of its children."""
        return any(child.case_open for child in self.children)


def waiting(*, viewer: Viewer, now: datetime) -> tuple[Notified, ...]:
    """Return what waits at the viewer's desk, by when it is due; raises Denied."""
    decision.require(viewer=viewer, verb="notification.triage")
    held = rows.visible(viewer=viewer, rows=Episode.objects.all()).filter(
        desk__in=viewer.desks, lane=LANE, closed_at__isnull=True
    )
    found = held.select_related("subject_person", "occasion").order_by("due_at", "opened_at")
    return _grouped(found[:MOST], viewer=viewer, now=now)


def one(*, viewer: Viewer, occasion_id: UUID, now: datetime) -> Notified | None:
    """Return one notification that waits, None if it was decided; raises Denied if out of sight."""
    decision.require(viewer=viewer, verb="notification.triage")
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    about = visible.filter(occasion_id=occasion_id)
    held = about.filter(lane=LANE, closed_at__isnull=True)
    found = _grouped(held.select_related("subject_person", "occasion"), viewer=viewer, now=now)
    occasions = rows.visible(viewer=viewer, rows=Occasion.objects.filter(pk=occasion_id))
    if not found and not occasions.exists():
        raise Denied(verb="notification.triage", reason="no-relationship", hidden=True)
    return found[0] if found else None


def _grouped(episodes: Iterable[Episode], *, viewer: Viewer, now: datetime) -> tuple[Notified, ...]:
    every = list(episodes)
    occasions = rows.visible(viewer=viewer, rows=Occasion.objects.all())
    about = {episode.occasion_id for episode in every}
    seen = set(occasions.filter(pk__in=about).values_list("pk", flat=True))
    together: dict[UUID, list[Episode]] = {}
    for episode in every:
        if episode.occasion_id in seen:
            together.setdefault(episode.occasion_id, []).append(episode)
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    standing = visible.filter(episode__in=every, superseded_by__isnull=True)
    standing = standing.select_related("by", "episode")
    recorded_on: dict[UUID, dict[str, Entry]] = {}
    for entry in standing:
        recorded_on.setdefault(entry.episode_id, {})[entry.step] = entry
    return tuple(
        _notified(sorted(each, key=lambda e: e.reference), recorded_on, viewer=viewer, now=now)
        for each in together.values()
    )


def _notified(
    episodes: list[Episode],
    recorded_on: Mapping[UUID, Mapping[str, Entry]],
    *,
    viewer: Viewer,
    now: datetime,
) -> Notified:
    first, entries = episodes[0], recorded_on.get(episodes[0].pk, {})
    answers = _received(first, entries)
    police = _view(entries.get(POLICE), viewer=viewer)
    social_work = _view(entries.get(SOCIAL_WORK), viewer=viewer)
    form = catalogue.instrument(FORM)
    flat = [q for section in form.sections if not section.repeats for q in section.questions]
    measured = first.due_on is not None and first.due_at is not None
    return Notified(
        occasion_id=first.occasion.pk if first.occasion else first.pk,
        reference=first.occasion.reference if first.occasion else "",
        police_reference=str(answers.get("police_reference", "")),
        received_at=first.opened_at,
        due=clocks.due(on=first.due_on, at=first.due_at, now=now) if measured else None,
        dash_risk=str(answers.get("dash_risk", "")),
        write_home=answers.get("safe_contact") == "safe",
        shared=said.answered(
            questions=flat, answers=_told(answers, entry=entries.get(RECEIVED), viewer=viewer)
        ),
        children=tuple(
            _child(each, recorded_on.get(each.pk, {}), viewer=viewer, now=now) for each in episodes
        ),
        police=police,
        social_work=social_work,
        mine=_wants(viewer=viewer, police=police, social_work=social_work),
    )


def _wants(*, viewer: Viewer, police: View | None, social_work: View | None) -> bool:
    if viewer.role in VIEW_OF:
        return police is None
    # Social work gives its view, and once police have given theirs the decision is to be recorded.
    return social_work is None or police is not None


def _received(episode: Episode, entries: Mapping[str, Entry]) -> dict[str, Any]:
    beneath = episode.occasion.answers if episode.occasion else {}
    received = entries.get(RECEIVED)
    return {**beneath, **(received.answers if received else {})}


def _told(answers: dict[str, Any], *, entry: Entry | None, viewer: Viewer) -> dict[str, Any]:
    """Return the answers of an entry this viewer is shown; of one out of sight, none.

    Who told another force is told to nobody who is not told who raised a worry.
    """
    form = catalogue.step(entry.step).form(entry.form) if entry else None
    if entry is None or form is None:
        return {}
    hidden = masks.hidden(form, shown=masks.of_entry(viewer=viewer, entry=entry))
    return {key: value for key, value in answers.items() if key not in hidden}


def _child(
    episode: Episode, entries: Mapping[str, Entry], *, viewer: Viewer, now: datetime
) -> Child:
    answers = _received(episode, entries)
    about = _told(answers, entry=entries.get(RECEIVED), viewer=viewer)
    matched = entries.get(MATCHED)
    found = _told(matched.answers if matched else {}, entry=matched, viewer=viewer)
    answers |= matched.answers if matched else {}
    person = episode.subject_person
    asked = catalogue.instrument(FORM).section("children").questions
    match = catalogue.instrument("domestic-abuse-match").questions
    named = ("given_name", "family_name", "unborn", "date_of_birth", "sex")
    return Child(
        episode_id=episode.pk,
        person_id=person.pk,
        name=str(person),
        age=queue.age(born=person.date_of_birth, now=now),
        unborn=answers.get("unborn") == "yes",
        found=said.answered(questions=match, answers=found),
        about=said.answered(questions=[q for q in asked if q.key not in named], answers=about),
        school="" if SCHOOL_TOLD in entries else str(answers.get("school_name", "")),
        goes_on=GOES_ON.holds(answers),
        case_open=CASE_OPEN.holds(answers),
    )


def _view(entry: Entry | None, *, viewer: Viewer) -> View | None:
    if entry is None:
        return None
    form = catalogue.step(entry.step).form(entry.form)
    answers = _told(entry.answers, entry=entry, viewer=viewer)
    return View(
        by=str(entry.by),
        said=said.answered(questions=form.questions if form else (), answers=answers),
    )
