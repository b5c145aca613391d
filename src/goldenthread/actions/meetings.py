"""Meetings: calling one about children or about none, calling it off, and putting it off.

What a meeting opens is given in the transaction that calls it, and ends by itself. Each child of it
is under a scope of their own: who is asked about one sees nothing of another.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, grants, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.kernel import calendar, period
from goldenthread.language.answers import Problem
from goldenthread.language.level import Level
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.queries import one_child
from goldenthread.records.account import Account
from goldenthread.records.grant import Grant
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.person import Person

CALL, HOLD = "meeting.call", "meeting.hold"
LEADS, ASKED, NAMED = "meeting-chair", "conference-invitee", "access-list"
# Who may record it: whoever leads it, and those who stand in for whoever called it.
COVERING = ("team-cover", "line-manager")
LONGEST = 200


def call(
    *,
    by: Viewer,
    kind: str,
    about: Sequence[UUID] = (),
    chair: UUID,
    planned_at: datetime,
    at: datetime,
    place: str = "",
    title: str = "",
    again_of: UUID | None = None,
    meeting_id: UUID | None = None,
) -> Meeting:
    """Call a meeting, about these people of the register where it is about children.

    Sent twice under one `meeting_id` it is called once. A day that has passed is late recording and
    is not refused. Raises Denied where they may not call it or do not see a child, Refused.
    """
    with transaction.atomic():
        meeting_id = meeting_id or uuid4()
        before = Meeting.objects.filter(pk=meeting_id, called_by_id=by.account_id).first()
        if before is not None:
            return before
        called = _called(by=by, key=kind, on=calendar.london_date(planned_at))
        children = [_child(by=by, person_id=each) for each in dict.fromkeys(about)]
        leading = _check(kind=called, children=children, chair=chair, planned_at=planned_at, at=at)
        meeting = _keep(
            by=by, kind=called.key, meeting_id=meeting_id, chair=leading, planned_at=planned_at,
            at=at, place=place.strip()[:LONGEST], title=title.strip()[:LONGEST], again_of=again_of,
        )  # fmt: skip
        for child in children:
            _add(meeting=meeting, child=child, by=by, chair=leading, at=at)
        told(by=by, verb=CALL, meeting=meeting, persons=[each.pk for each in children])
    return meeting


def _called(*, by: Viewer, key: str, on: date) -> MeetingKind:
    decision.require(viewer=by, verb=CALL)
    kind = catalogue.declared(MeetingKind).get(key)
    if kind is None or not period.in_force(on, since=kind.since, until=kind.until):
        raise Denied(verb=CALL, reason="no-such-kind")
    if by.role not in kind.called_by:
        raise Denied(verb=CALL, reason="role-may-not-call-it")
    return kind


def _child(*, by: Viewer, person_id: UUID) -> Person:
    """Return the child of the register a person was recorded as; raises Denied if out of sight."""
    for _ in range(2):
        visible = rows.visible(viewer=by, rows=Person.objects.filter(pk=person_id))
        found = decision.opened(viewer=by, verb=CALL, record=visible.first())
        if found.same_as_id is None:
            return found
        person_id = found.same_as_id
    raise Denied(verb=CALL, reason="no-relationship", hidden=True)


def _check(
    *,
    kind: MeetingKind,
    children: Sequence[Person],
    chair: UUID,
    planned_at: datetime,
    at: datetime,
) -> Account:
    leading = Account.objects.filter(pk=chair, is_active=True, is_service=False).first()
    problems = tuple(_problems(kind=kind, children=children, planned_at=planned_at, at=at))
    if leading is None or leading.role not in kind.chaired_by:
        roles = ", ".join(catalogue.role(each).title.lower() for each in kind.chaired_by)
        problems = (*problems, Problem("chair", f"Choose who chairs it: {roles}"))
    if problems or leading is None:
        raise Refused(problems)
    return leading


def _problems(
    *, kind: MeetingKind, children: Sequence[Person], planned_at: datetime, at: datetime
) -> Iterator[Problem]:
    if kind.about_children and not children:
        yield Problem("about", "Choose which child it is about")
    if kind.subject == "child" and len(children) > 1:
        yield Problem("about", f"{kind.title} is about one child: call another for the others")
    if not kind.about_children and children:
        yield Problem("about", f"{kind.title} is about no child")
    day = calendar.london_date(planned_at)
    if kind.working_days_only and planned_at > at and not calendar.is_working_day(day):
        yield Problem("planned", f"{kind.title} is held on a working day: choose another day")


def _keep(*, by: Viewer, meeting_id: UUID, chair: Account, at: datetime, **said: object) -> Meeting:
    for account_id in dict.fromkeys((by.account_id, chair.pk)):
        opens(account_id=account_id, kind=LEADS, meeting_id=meeting_id, scope=meeting_id, at=at)
    cover(by=by, meeting_id=meeting_id, scope=meeting_id, at=at)
    return Meeting.objects.create(
        id=meeting_id,
        scope=meeting_id,
        chair=chair,
        called_by_id=by.account_id,
        agency_id=by.agency_id,
        called_at=at,
        **{("again_of_id" if key == "again_of" else key): value for key, value in said.items()},
    )


def _add(*, meeting: Meeting, child: Person, by: Viewer, chair: Account, at: datetime) -> None:
    """Add a child to a meeting, with what the chair of conferences reads before it."""
    place = uuid4()
    leading = dict.fromkeys((by.account_id, chair.pk))
    opened = [(account_id, place) for account_id in leading]
    if chair.pk != by.account_id and grants.most(role=chair.role, kind=LEADS) >= Level.FULL:
        opened += [(chair.pk, scope) for scope in one_child.recorded_as(child.pk)]
    for account_id, scope in opened:
        opens(
            account_id=account_id,
            kind=LEADS,
            meeting_id=meeting.pk,
            scope=scope,
            at=at,
            seal=child.seal,
        )
    if not child.seal:
        cover(by=by, meeting_id=meeting.pk, scope=place, at=at)
    MeetingChild.objects.create(
        id=place,
        meeting=meeting,
        person=child,
        given_name=child.given_name,
        family_name=child.family_name,
        date_of_birth=child.date_of_birth,
        scope=place,
        seal=child.seal,
    )


def opens(
    *, account_id: UUID, kind: str, meeting_id: UUID, scope: UUID, at: datetime, seal: str = ""
) -> None:
    """Open one scope of a meeting to an account; of a sealed child only to whoever is named on it.

    Raises Refused where they are not, or their role sees nothing of a meeting.
    """
    if seal:
        named = grants.open_at(Grant.objects.filter(account_id=account_id, seal=seal), at=at)
        if not named.exists():
            says = "One of the children is restricted, and they are not named on the record"
            raise Refused((Problem("account", says),))
    try:
        grants.give(
            account_id=account_id,
            kind=NAMED if seal else kind,
            scope=scope,
            source=source(meeting_id),
            at=at,
            seal=seal,
        )
    except grants.OpensNothing:
        raise Refused((Problem("account", "Their account cannot be asked to a meeting"),)) from None
    except grants.TooManyGrants as many:
        raise Refused((Problem("account", str(many)),)) from None


def cover(*, by: Viewer, meeting_id: UUID, scope: UUID, at: datetime) -> None:
    """Open it to those who stand in for whoever called it: their team, and who manages it."""
    team_id = Account.objects.values_list("team_id", flat=True).get(pk=by.account_id)
    if team_id is not None:
        grants.give_team(
            team_id=team_id, kinds=COVERING, scope=scope, source=source(meeting_id), at=at
        )


def source(meeting_id: UUID) -> str:
    """Return the source of every grant a meeting gives, by which they end together."""
    return f"meeting:{meeting_id}"


def cancel(*, by: Viewer, meeting_id: UUID, why: str, at: datetime) -> Meeting:
    """Call a meeting off: what it opened is closed at once. Raises Denied, Refused, Conflict."""
    with transaction.atomic():
        meeting = locked(by=by, meeting_id=meeting_id)
        must_be(meeting, "called")
        _say(meeting, state="cancelled", why=why)
        told(by=by, verb=HOLD, meeting=meeting, reason="cancelled")
        grants.end(source=source(meeting.pk), at=at)
    return meeting


def adjourn(
    *, by: Viewer, meeting_id: UUID, why: str, taken_up_on: date | None, at: datetime
) -> Meeting:
    """Put a meeting off to a day: it stays open to those who were asked, to be taken up again.

    Raises Denied, Refused, Conflict.
    """
    with transaction.atomic():
        meeting = locked(by=by, meeting_id=meeting_id)
        must_be(meeting, "called")
        if taken_up_on is None or taken_up_on < calendar.london_date(at):
            raise Refused((Problem("taken_up_on", "Enter the day it is taken up again"),))
        meeting.taken_up_on = taken_up_on
        _say(meeting, state="adjourned", why=why)
        told(by=by, verb=HOLD, meeting=meeting, reason="adjourned")
    return meeting


def _say(meeting: Meeting, *, state: str, why: str) -> None:
    if not why.strip():
        raise Refused((Problem("why", "Say why"),))
    meeting.state, meeting.why = state, why.strip()
    meeting.version += 1
    meeting.save(update_fields=["state", "why", "taken_up_on", "version"])


def locked(*, by: Viewer, meeting_id: UUID, version: int | None = None) -> Meeting:
    """Return the meeting locked for change, for whoever leads it or stands in for who called it.

    Raises Denied, Conflict where it has changed since the form was made.
    """
    visible = rows.visible(viewer=by, rows=Meeting.objects.select_for_update(of=("self",)))
    found = visible.filter(pk=meeting_id).first()
    meeting: Meeting = decision.opened(viewer=by, verb=HOLD, record=found)
    if not {LEADS, *COVERING} & set(rows.relationships(viewer=by, record=meeting)):
        raise Denied(verb=HOLD, reason="does-not-lead-it")
    if version is not None and meeting.version != version:
        raise Conflict("Somebody has recorded something of this meeting since you opened it.")
    return meeting


def must_be(meeting: Meeting, *states: str) -> None:
    """Raise Conflict where the meeting is in none of these states."""
    if meeting.state not in states:
        raise Conflict(f"This meeting is {meeting.state} already: read what was recorded of it.")


def told(
    *,
    by: Viewer,
    verb: str,
    meeting: Meeting,
    persons: Collection[UUID] = (),
    objects: Collection[UUID] = (),
    reason: str = "",
) -> None:
    """Put what was done with a meeting on the trail."""
    trail.write(
        viewer=by,
        verb=verb,
        decision="done",
        resource=meeting.kind,
        objects=[meeting.pk, *objects],
        persons=persons,
        reason=reason,
    )
