"""What came of a meeting: who came, whether they were enough, and the minutes going round.

A meeting short of its quorum is recorded as incomplete, with why and when it is taken up again.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, grants, rows
from goldenthread.access.viewer import Viewer
from goldenthread.actions import meetings
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.answers import Problem
from goldenthread.language.attendance import PRESENT, Attendance
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.language.quorum import There
from goldenthread.queries import meeting_words
from goldenthread.records.invitation import Invitation
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.minutes import Minutes

HELD = ("held", "incomplete")


@dataclass(frozen=True, kw_only=True)
class Came:
    """How one of those who were asked took part, and who came where another did."""

    how: Attendance
    who: str = ""


def hold(
    *,
    by: Viewer,
    meeting_id: UUID,
    held_at: datetime,
    came: Mapping[UUID, Came],
    at: datetime,
    why: str = "",
    taken_up_on: date | None = None,
    version: int | None = None,
) -> Meeting:
    """Record that a meeting was held and how each invitation was answered in the end.

    Raises Denied, Conflict, Refused: where it is to come, where somebody's attendance is missing,
    and where it fell short of its quorum and nobody says why or when it is taken up again.
    """
    with transaction.atomic():
        meeting = meetings.locked(by=by, meeting_id=meeting_id, version=version)
        meetings.must_be(meeting, "called", "adjourned")
        asked = list(meeting.invitations.select_for_update(of=("self",)).order_by("invited_at"))
        kind = catalogue.declared(MeetingKind)[meeting.kind]
        short = kind.quorum.missing(tuple(_there(asked, came)), meeting_words.agency_kind)
        problems = list(_problems(asked, came, held_at=held_at, at=at))
        if short and not why.strip():
            says = f"Say why it was held without {meeting_words.listed(short)}"
            problems.append(Problem("why", says))
        if short and (taken_up_on is None or taken_up_on < calendar.london_date(held_at)):
            problems.append(Problem("taken_up_on", "Enter the day it is taken up again"))
        if problems:
            raise Refused(tuple(problems))
        _note(asked, came)
        meeting.state = "incomplete" if short else "held"
        meeting.why, meeting.taken_up_on = (why.strip(), taken_up_on) if short else ("", None)
        meeting.held_at, meeting.recorded_at = held_at, at
        meeting.version += 1
        meeting.save(
            update_fields=["state", "why", "taken_up_on", "held_at", "recorded_at", "version"]
        )
        meetings.told(by=by, verb=meetings.HOLD, meeting=meeting, reason=meeting.state)
    return meeting


def _there(asked: Collection[Invitation], came: Mapping[UUID, Came]) -> Iterator[There]:
    for each in asked:
        if each.agency_id and each.pk in came and came[each.pk].how in PRESENT:
            yield There(agency=str(each.agency_id), kind=each.agency_kind)


def _problems(
    asked: Collection[Invitation], came: Mapping[UUID, Came], *, held_at: datetime, at: datetime
) -> Iterator[Problem]:
    if held_at > at:
        yield Problem("held", "It has not been held yet: the time must be in the past")
    for each in asked:
        if each.pk not in came:
            yield Problem(f"came-{each.pk}", "Say whether they came")
    if not set(came) <= {each.pk for each in asked}:
        yield Problem("came", "Somebody has been asked or taken off since you opened this")


def _note(asked: Collection[Invitation], came: Mapping[UUID, Came]) -> None:
    for each in asked:
        each.attendance = came[each.pk].how
        each.came = came[each.pk].who.strip()[: meetings.LONGEST]
        each.save(update_fields=["attendance", "came"])


def minute(
    *, by: Viewer, meeting_id: UUID, words: str, at: datetime, child: UUID | None = None
) -> Minutes:
    """Write one part of the minutes, about one child or about all; the newest stands.

    Raises Denied, Refused, Conflict once they have gone round.
    """
    with transaction.atomic():
        meeting = meetings.locked(by=by, meeting_id=meeting_id)
        _must_not_be_sent(meeting)
        if not words.strip():
            raise Refused((Problem("words", "Write what was said"),))
        about = MeetingChild.objects.filter(pk=child, meeting=meeting) if child else None
        found = rows.visible(viewer=by, rows=about).first() if about is not None else None
        if child is not None:
            found = decision.opened(viewer=by, verb=meetings.HOLD, record=found)
        part = Minutes.objects.create(
            id=uuid4(),
            meeting=meeting,
            child=found,
            words=words.strip(),
            by_id=by.account_id,
            at=at,
            scope=found.pk if found else meeting.pk,
            seal=found.seal if found else "",
        )
        persons = [found.person_id] if found else []
        meetings.told(
            by=by, verb=meetings.HOLD, meeting=meeting, objects=[part.pk], persons=persons
        )
    return part


def circulate(*, by: Viewer, meeting_id: UUID, at: datetime) -> Meeting:
    """Send the minutes round: everybody who was asked reads them here, and so many days longer.

    Raises Denied, Refused where nothing was written, Conflict where they went round already.
    """
    with transaction.atomic():
        meeting = meetings.locked(by=by, meeting_id=meeting_id)
        _must_not_be_sent(meeting)
        if not meeting.minutes.exists():
            raise Refused((Problem("words", "Write the minutes before they go round"),))
        meeting.minutes_sent_at = at
        meeting.version += 1
        meeting.save(update_fields=["minutes_sent_at", "version"])
        days = catalogue.declared(MeetingKind)[meeting.kind].read_for_days
        meetings.told(by=by, verb=meetings.HOLD, meeting=meeting, reason="minutes-sent")
        last = calendar.london_date(at) + timedelta(days=days)
        grants.end(source=meetings.source(meeting.pk), at=calendar.end_of_day(last))
    return meeting


def write_up(
    *, by: Viewer, meeting_id: UUID, parts: Mapping[UUID | None, str], send: bool, at: datetime
) -> None:
    """Write these parts of the minutes and, where `send`, have them go round: all of it or none.

    Raises Denied, Refused, Conflict.
    """
    with transaction.atomic():
        for child, words in parts.items():
            minute(by=by, meeting_id=meeting_id, words=words, child=child, at=at)
        if send:
            circulate(by=by, meeting_id=meeting_id, at=at)


def _must_not_be_sent(meeting: Meeting) -> None:
    meetings.must_be(meeting, *HELD)
    if meeting.minutes_sent_at is not None:
        raise Conflict("The minutes have gone round already, and stay as they were sent.")
