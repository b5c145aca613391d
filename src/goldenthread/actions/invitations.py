"""Asking somebody to a meeting, their answer, and what their agency writes before it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import jobs, meetings
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.agency_report import AgencyReport
from goldenthread.records.invitation import Invitation
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild

ANSWER = "meeting.answer"
OPEN = ("called", "held", "incomplete", "adjourned")


def invite(
    *,
    by: Viewer,
    meeting_id: UUID,
    at: datetime,
    account: UUID | None = None,
    agency: UUID | None = None,
    who: str = "",
    children: Collection[UUID] | None = None,
) -> Invitation:
    """Ask somebody here by their account, an agency another way, or one of the family by name.

    `children` are those of the meeting they are asked about, every one unless said. Whoever is
    asked already is asked about those besides. Raises Denied, Refused, Conflict.
    """
    with transaction.atomic():
        meeting = meetings.locked(by=by, meeting_id=meeting_id)
        meetings.must_be(meeting, *OPEN)
        about = _about(by=by, meeting=meeting, children=children)
        asked, works_for = _asked(account=account, agency=agency, who=who)
        if asked is not None:
            _open(meeting=meeting, asked=asked, about=about, at=at)
        invitation = _keep(
            by=by, meeting=meeting, asked=asked, agency=works_for, who=who, about=about, at=at
        )
        meetings.told(
            by=by,
            verb=meetings.HOLD,
            meeting=meeting,
            objects=[invitation.pk, *([asked.pk] if asked else [])],
            persons=[each.person_id for each in about],
            reason="invited",
        )
        if asked is not None:
            jobs.defer("tell_invited", account_id=asked.pk)
    return invitation


def _about(
    *, by: Viewer, meeting: Meeting, children: Collection[UUID] | None
) -> list[MeetingChild]:
    found = rows.visible(viewer=by, rows=MeetingChild.objects.filter(meeting=meeting))
    about = [each for each in found if children is None or each.pk in children]
    if children is not None and len(about) != len(set(children)):
        raise Denied(verb=meetings.HOLD, reason="no-relationship", hidden=True)
    if found and not about:
        raise Refused((Problem("children", "Choose which child they are asked about"),))
    return about


def _asked(
    *, account: UUID | None, agency: UUID | None, who: str
) -> tuple[Account | None, Agency | None]:
    if account is not None:
        people = Account.objects.filter(is_active=True, is_service=False).select_related("agency")
        asked = people.filter(pk=account).first()
        if asked is None:
            raise Refused((Problem("account", "Choose somebody who has an account"),))
        return asked, asked.agency
    works_for = Agency.objects.filter(pk=agency).first() if agency else None
    if works_for is None and not who.strip():
        raise Refused((Problem("account", "Choose who is asked, or write their name"),))
    return None, works_for


def _open(
    *, meeting: Meeting, asked: Account, about: Collection[MeetingChild], at: datetime
) -> None:
    for scope, seal in ((meeting.pk, ""), *((each.pk, each.seal) for each in about)):
        meetings.opens(
            account_id=asked.pk,
            kind=meetings.ASKED,
            meeting_id=meeting.pk,
            scope=scope,
            at=at,
            seal=seal,
        )


def _keep(
    *,
    by: Viewer,
    meeting: Meeting,
    asked: Account | None,
    agency: Agency | None,
    who: str,
    about: Collection[MeetingChild],
    at: datetime,
) -> Invitation:
    ids = [each.pk for each in about]
    before = Invitation.objects.filter(meeting=meeting, account=asked).first() if asked else None
    if before is not None:
        before.children = list(dict.fromkeys((*before.children, *ids)))
        before.save(update_fields=["children"])
        return before
    kind = catalogue.declared(MeetingKind)[meeting.kind]
    day, asked_on = calendar.london_date(meeting.planned_at), calendar.london_date(at)
    reports = kind.report is not None and agency is not None
    return Invitation.objects.create(
        id=uuid4(),
        meeting=meeting,
        account=asked,
        agency=agency,
        agency_kind=agency.kind if agency else "",
        who=who.strip()[: meetings.LONGEST],
        children=ids,
        invited_by_id=by.account_id,
        invited_at=at,
        in_time=kind.in_time(asked=asked_on, held=day),
        report_due_on=kind.report_due(held=day) if reports else None,
        scope=meeting.pk,
    )


def own(*, by: Viewer, invitation_id: UUID, verb: str = ANSWER) -> Invitation:
    """Return one's own invitation locked, to a meeting that is not called off; raises Denied."""
    locked = Invitation.objects.select_for_update(of=("self",)).filter(pk=invitation_id)
    found = rows.visible(viewer=by, rows=locked).select_related("meeting").first()
    invitation: Invitation = decision.opened(viewer=by, verb=verb, record=found)
    if invitation.account_id != by.account_id:
        raise Denied(verb=verb, reason="not-their-invitation", hidden=True)
    return invitation


def answer(
    *, by: Viewer, invitation_id: UUID, accepted: bool, at: datetime, why: str = ""
) -> Invitation:
    """Say whether one comes; not to come needs a reason, and may be thought better of.

    Raises Denied, Refused, Conflict once the meeting is over.
    """
    with transaction.atomic():
        invitation = own(by=by, invitation_id=invitation_id)
        meetings.must_be(invitation.meeting, "called", "adjourned")
        if not accepted and not why.strip():
            raise Refused((Problem("response_why", "Say why you cannot come, and who could"),))
        invitation.response = "accepted" if accepted else "declined"
        invitation.response_why = "" if accepted else why.strip()
        invitation.responded_at = at
        invitation.save(update_fields=["response", "response_why", "responded_at"])
        meetings.told(
            by=by,
            verb=ANSWER,
            meeting=invitation.meeting,
            objects=[invitation.pk],
            reason=invitation.response,
        )
    return invitation


def report(
    *,
    by: Viewer,
    invitation_id: UUID,
    child_id: UUID | None,
    answers: Mapping[str, object],
    at: datetime,
) -> AgencyReport:
    """Send what one's agency writes about one child; a late one is taken, and counted as late.

    Sent again, the newest stands. Raises Denied where they are not asked about the child, Refused,
    Conflict once the minutes have gone round.
    """
    with transaction.atomic():
        invitation = own(by=by, invitation_id=invitation_id)
        meeting = invitation.meeting
        meetings.must_be(meeting, *OPEN)
        if meeting.minutes_sent_at is not None:
            raise Conflict("The minutes have gone round: write to the chair instead.")
        kind = catalogue.declared(MeetingKind)[meeting.kind]
        child = _child(by=by, invitation=invitation, child_id=child_id)
        if kind.report is None or (child is None and kind.about_children):
            raise Denied(verb=ANSWER, reason="no-report-asked", hidden=True)
        problems = reading.check(kind.report.form, answers, on=calendar.london_date(at))
        if problems:
            raise Refused(problems)
        sent = AgencyReport.objects.create(
            id=uuid4(),
            invitation=invitation,
            child=child,
            form=kind.report.form.key,
            form_version=kind.report.form.version,
            answers=dict(answers),
            by_id=by.account_id,
            at=at,
            scope=child.pk if child else meeting.pk,
            seal=child.seal if child else "",
        )
        _reported(invitation, at=at)
        persons = [child.person_id] if child else []
        meetings.told(by=by, verb=ANSWER, meeting=meeting, objects=[sent.pk], persons=persons)
    return sent


def _child(*, by: Viewer, invitation: Invitation, child_id: UUID | None) -> MeetingChild | None:
    if child_id is None:
        return None
    found = MeetingChild.objects.filter(pk=child_id, meeting=invitation.meeting)
    child: MeetingChild = decision.opened(
        viewer=by, verb=ANSWER, record=rows.visible(viewer=by, rows=found).first()
    )
    return child


def _reported(invitation: Invitation, *, at: datetime) -> None:
    """Note that they reported once there is a report about every child they are asked about."""
    about = invitation.reports.exclude(child=None).values_list("child_id", flat=True)
    if invitation.reported_at is None and set(invitation.children) <= set(about):
        invitation.reported_at = at
        invitation.save(update_fields=["reported_at"])
