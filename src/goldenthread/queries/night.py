"""The night sheet: what is immediate and open, and what the day has left with the night team."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.queries import clocks, queue
from goldenthread.queries.clocks import Due
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode

OVER, BACK = "night-handed-over", "night-handed-back"


@dataclass(frozen=True, kw_only=True)
class ForTonight:
    """One child on the sheet. `watch_for` and `do_if` are "" where nothing was handed over.

    `back_by` and `back_at` say who has handed it back to the day team, None if nobody has.
    """

    episode_id: UUID
    person_id: UUID
    reference: str
    child: str
    born: str
    age: int | None
    lane: str
    lane_title: str
    state: str
    received_at: datetime
    agency: str
    reach: str
    due: Due | None
    held_by: str
    handed_by: str
    handed_at: datetime | None
    watch_for: str
    do_if: str
    back_by: str
    back_at: datetime | None


def sheet(*, viewer: Viewer, now: datetime) -> tuple[ForTonight, ...]:
    """Return what the night team must know of, those handed to them first, then the longest open.

    Everything in the immediate lane that is open, and everything handed over and not handed back.
    """
    decision.require(viewer=viewer, verb="night.read")
    last = _last(viewer=viewer)
    handed = {key: entry for key, entry in last.items() if entry.step == OVER}
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    found = visible.filter(
        Q(lane="immediate") | Q(pk__in=handed), pathway="contact", closed_at__isnull=True
    ).select_related("subject_person", "agency", "claimed_by", "occasion")
    ordered = sorted(
        found, key=lambda each: (each.pk not in handed, each.opened_at, each.reference)
    )
    return tuple(_one(episode=each, last=last.get(each.pk), now=now) for each in ordered)


def _last(*, viewer: Viewer) -> dict[UUID, Entry]:
    """Return the last entry that handed each open contact over, or back."""
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    found = visible.filter(step__in=(OVER, BACK), superseded_by__isnull=True, desk__in=viewer.desks)
    last: dict[UUID, Entry] = {}
    for entry in found.select_related("by").order_by("recorded_at", "pk"):
        last[entry.episode_id] = entry
    return last


def _one(*, episode: Episode, last: Entry | None, now: datetime) -> ForTonight:
    handed = last if last and last.step == OVER else None
    back = last if last and last.step == BACK else None
    person = episode.subject_person
    lanes = {lane.key: lane.title for lane in catalogue.pathway(episode.pathway).lanes}
    said: Mapping[str, Any] = handed.answers if handed else {}
    sent: Mapping[str, Any] = episode.occasion.answers if episode.occasion else {}
    measured = episode.due_on is not None and episode.due_at is not None
    return ForTonight(
        episode_id=episode.pk,
        person_id=person.pk,
        reference=episode.reference,
        child=str(person),
        born=f"{person.date_of_birth:%-d %B %Y}" if person.date_of_birth else "not known",
        age=queue.age(born=person.date_of_birth, now=now),
        lane=episode.lane,
        lane_title=lanes.get(episode.lane, ""),
        state=episode.state,
        received_at=episode.opened_at,
        agency=episode.agency.name,
        reach=str(sent.get("reach_me", "")),
        due=clocks.due(on=episode.due_on, at=episode.due_at, now=now) if measured else None,
        held_by=str(episode.claimed_by) if episode.claimed_by else "",
        handed_by=str(handed.by) if handed else "",
        handed_at=handed.recorded_at if handed else None,
        watch_for=said.get("watch_for", ""),
        do_if=said.get("do_if", ""),
        back_by=str(back.by) if back else "",
        back_at=back.recorded_at if back else None,
    )
