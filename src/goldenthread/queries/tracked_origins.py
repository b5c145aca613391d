"""What an action comes from: a child, an entry or a tool on the thread, a meeting, an indicator."""

from dataclasses import dataclass
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue, tool_steps
from goldenthread.language.indicator import Indicator
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.queries import one_child, thread
from goldenthread.records.entry import Entry
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild

VERB = "action.write"


@dataclass(frozen=True, kw_only=True)
class From:
    """Where an action would come from, in words; `kind` is of content's ORIGINS."""

    kind: str
    title: str
    id: UUID | None = None
    key: str = ""
    person_id: UUID | None = None
    name: str = ""


def wide(*, key: str) -> From:
    """Return an origin about no child: an indicator where one has this key, else something else."""
    indicator = catalogue.known(Indicator).get(key)
    if indicator is None:
        return From(kind="other", title="")
    return From(kind="indicator", key=indicator.key, title=indicator.title)


def child(*, viewer: Viewer, person_id: UUID) -> From:
    """Return a child as an origin; raises Denied if the viewer may not see them."""
    found = one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)
    return From(kind="other", title="", person_id=person_id, name=str(found.person))


def entry(*, viewer: Viewer, entry_id: UUID) -> From:
    """Return an entry as an origin; raises Denied if the viewer may not see it."""
    visible = rows.visible(viewer=viewer, rows=Entry.objects.filter(pk=entry_id))
    found = visible.select_related(*thread.WITH).first()
    found = decision.opened(viewer=viewer, verb=VERB, record=found)
    told = thread.shown(entry=found, viewer=viewer)
    if found.superseded_by.exists():
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    person_id = found.episode.subject_person_id
    about = one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)
    return From(
        kind="tool" if found.form in tool_steps.by_form() else "entry",
        id=entry_id,
        title=f"{told.title}, {told.happened_on:%-d %B %Y}",
        person_id=person_id,
        name=str(about.person),
    )


def meeting(*, viewer: Viewer, meeting_id: UUID, person_id: UUID | None) -> From:
    """Return a meeting as an origin, about one of its children or about none.

    Raises Denied if the viewer may not see the meeting, or the child, or it was of another.
    """
    visible = rows.visible(viewer=viewer, rows=Meeting.objects.filter(pk=meeting_id))
    found = decision.opened(viewer=viewer, verb=VERB, record=visible.first())
    kind = catalogue.declared(MeetingKind).get(found.kind)
    title = f"{kind.title if kind else found.kind}, {found.planned_at:%-d %B %Y}"
    if person_id is None:
        return From(kind="meeting", id=meeting_id, title=title)
    children = rows.visible(viewer=viewer, rows=MeetingChild.objects.filter(meeting=found))
    if not children.filter(person_id=person_id).exists():
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    about = one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)
    return From(
        kind="meeting", id=meeting_id, title=title, person_id=person_id, name=str(about.person)
    )
