"""The meetings somebody is asked to or leads, and what each waits for from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.queries import meetings
from goldenthread.queries.meetings import Asked
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild

VERB = "meeting.mine"


@dataclass(frozen=True, kw_only=True)
class Brief:
    """One meeting in a list. `children` are the people it is about and their names."""

    meeting_id: UUID
    title: str
    at: datetime
    place: str
    state: str
    children: tuple[tuple[UUID, str], ...]
    leads: bool
    own: Asked | None
    waits_for: tuple[str, ...]


def mine(*, viewer: Viewer, now: datetime) -> tuple[tuple[Brief, ...], tuple[Brief, ...]]:
    """Return the meetings still to come, the soonest first, and those that were, the newest first.

    What is past its time and was never recorded is still to come: it waits for whoever leads it.
    """
    decision.require(viewer=viewer, verb=VERB)
    found = list(
        meetings.seen(viewer=viewer).exclude(state="cancelled").order_by("planned_at", "id")
    )
    briefs = [_brief(each, viewer=viewer, now=now) for each in found]
    waiting = [each for each in briefs if each.state in ("called", "adjourned") or each.waits_for]
    gone = [each for each in reversed(briefs) if each not in waiting]
    return tuple(waiting), tuple(gone)


def of_child(*, viewer: Viewer, people: Iterable[UUID], now: datetime) -> tuple[Brief, ...]:
    """Return the meetings about one child that the viewer sees, the newest first."""
    children = rows.visible(viewer=viewer, rows=MeetingChild.objects.filter(person_id__in=people))
    found = meetings.seen(viewer=viewer).filter(pk__in=children.values("meeting_id"))
    return tuple(
        _brief(each, viewer=viewer, now=now) for each in found.order_by("-planned_at", "id")
    )


def _brief(meeting: Meeting, *, viewer: Viewer, now: datetime) -> Brief:
    children = meetings.children_of(meeting, viewer=viewer)
    asked = meetings.asked_to(meeting, viewer=viewer, now=now)
    leads = meetings.leads(meeting, viewer=viewer)
    own = next((each for each in asked if each.own), None)
    return Brief(
        meeting_id=meeting.pk,
        title=meetings.title(meeting),
        at=meeting.held_at or meeting.planned_at,
        place=meeting.place,
        state=meeting.state,
        children=tuple((each.person_id, str(each)) for each in children),
        leads=leads,
        own=own,
        waits_for=tuple(_waits(meeting, own=own, leads=leads, children=children, now=now)),
    )


def _waits(
    meeting: Meeting,
    *,
    own: Asked | None,
    leads: bool,
    children: Iterable[MeetingChild],
    now: datetime,
) -> Iterable[str]:
    """Yield what the meeting waits for from this viewer."""
    still = meeting.state in ("called", "adjourned")
    if own and still and not own.response:
        yield "Say whether you come"
    if own and own.report_due_on and not own.reported_at and still:
        yield "Your report is late" if own.late else "Write your report"
    if leads and still and meeting.planned_at < now:
        yield "Record who came"
    if leads and meeting.state in ("held", "incomplete"):
        decided = set(meeting.decisions.values_list("child_id", flat=True))
        if any(each.pk not in decided for each in children):
            yield "Record what was decided"
        if meeting.minutes_sent_at is None:
            yield "Send the minutes round"
