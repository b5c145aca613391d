"""One meeting as those see it who are asked to it, with all it holds for them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access import decision, masks, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.attendance import TITLES, Attendance
from goldenthread.language.instrument import Instrument
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.queries import meeting_words, said
from goldenthread.queries.said import Said
from goldenthread.records.agency_report import AgencyReport
from goldenthread.records.invitation import Invitation
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.meeting_decision import MeetingDecision
from goldenthread.records.minutes import Minutes
from goldenthread.records.protected import Protected

READ = "meeting.read"
LEADS = frozenset({"meeting-chair", "team-cover", "line-manager"})


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One who was asked: what they answered, whether they came, and how it is with their report.

    `late` says that a report was asked of them and its day is past without one.
    """

    invitation_id: UUID
    who: str
    agency: str
    agency_kind: str
    here: bool
    own: bool
    in_time: bool
    response: str
    response_why: str
    attendance: str
    came: str
    report_due_on: date | None
    reported_at: datetime | None
    late: bool
    about: frozenset[UUID]


@dataclass(frozen=True, kw_only=True)
class Wrote:
    """One agency's report about one child, in words."""

    who: str
    agency: str
    at: datetime
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided, in words, and who did not agree."""

    said: tuple[Said, ...]
    at: datetime
    dissents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class About:
    """One child of it, or what it is about where that is no child (`child_id` is None)."""

    child_id: UUID | None
    person_id: UUID | None
    name: str
    born: date | None
    reports: tuple[Wrote, ...]
    decided: Decided | None
    minutes: str
    on_record: bool


@dataclass(frozen=True, kw_only=True)
class Page:
    """One meeting, with all it holds for this viewer."""

    row: Meeting
    kind: MeetingKind
    leads: bool
    about: tuple[About, ...]
    shared: About
    asked: tuple[Asked, ...]
    own: Asked | None
    not_asked: tuple[str, ...]
    quorum: str
    minutes_due: date | None

    @property
    def over(self) -> bool:
        """Whether it was held, with its quorum or without."""
        return self.row.state in ("held", "incomplete")


def seen(*, viewer: Viewer) -> QuerySet[Meeting]:
    """Return the meetings the viewer sees."""
    found = rows.visible(viewer=viewer, rows=Meeting.objects.all())
    return found.select_related("chair", "called_by", "agency")


def record(*, viewer: Viewer, meeting_id: UUID, verb: str = READ) -> Meeting:
    """Return one meeting; raises Denied, hidden, where it is out of sight."""
    found = seen(viewer=viewer).filter(pk=meeting_id).first()
    return decision.opened(viewer=viewer, verb=verb, record=found)


def one(*, viewer: Viewer, meeting_id: UUID, now: datetime) -> Page:
    """Return one meeting with what it holds for the viewer; raises Denied, hidden."""
    meeting = record(viewer=viewer, meeting_id=meeting_id)
    kind = catalogue.declared(MeetingKind)[meeting.kind]
    asked = asked_to(meeting, viewer=viewer, now=now)
    still = meeting.state in ("called", "adjourned")
    missing = kind.not_asked([each.agency_kind for each in asked]) if still else ()
    held = meeting.held_at
    return Page(
        row=meeting,
        kind=kind,
        leads=leads(meeting, viewer=viewer),
        about=tuple(
            _about(each, viewer=viewer, meeting=meeting)
            for each in children_of(meeting, viewer=viewer)
        ),
        shared=_about(None, viewer=viewer, meeting=meeting),
        asked=asked,
        own=next((each for each in asked if each.own), None),
        not_asked=tuple(each.brings for each in missing),
        quorum=kind.quorum.in_words(meeting_words.agency_kind),
        minutes_due=kind.minutes_due(held=calendar.london_date(held)) if held else None,
    )


def title(meeting: Meeting) -> str:
    """Return what a meeting is called: its kind, and its own name where it has one."""
    kind = catalogue.declared(MeetingKind)[meeting.kind]
    return f"{kind.title}: {meeting.title}" if meeting.title else kind.title


def leads(meeting: Meeting, *, viewer: Viewer) -> bool:
    """Return whether the viewer leads a meeting, or stands in for who called it."""
    return bool(LEADS & set(rows.relationships(viewer=viewer, record=meeting)))


def children_of(meeting: Meeting, *, viewer: Viewer) -> list[MeetingChild]:
    """Return those of its children that the viewer sees."""
    found = MeetingChild.objects.filter(meeting=meeting).select_related("entry")
    return list(rows.visible(viewer=viewer, rows=found).order_by("given_name", "id"))


def asked_to(meeting: Meeting, *, viewer: Viewer, now: datetime) -> tuple[Asked, ...]:
    """Return who is asked to it, in the order they were."""
    found = rows.visible(viewer=viewer, rows=Invitation.objects.filter(meeting=meeting))
    found = found.select_related("account", "agency").order_by("invited_at", "id")
    today = calendar.london_date(now)
    return tuple(_one_asked(each, viewer=viewer, today=today) for each in found)


def _one_asked(row: Invitation, *, viewer: Viewer, today: date) -> Asked:
    due = row.report_due_on
    return Asked(
        invitation_id=row.pk,
        who=str(row.account) if row.account else row.who,
        agency=row.agency.name if row.agency else "",
        agency_kind=row.agency_kind,
        here=row.account_id is not None,
        own=row.account_id == viewer.account_id,
        in_time=row.in_time,
        response=row.response,
        response_why=row.response_why,
        attendance=TITLES[Attendance(row.attendance)] if row.attendance else "",
        came=row.came,
        report_due_on=due,
        reported_at=row.reported_at,
        late=due is not None and row.reported_at is None and due < today,
        about=frozenset(row.children),
    )


def _about(child: MeetingChild | None, *, viewer: Viewer, meeting: Meeting) -> About:
    reports = AgencyReport.objects.filter(invitation__meeting=meeting, child=child)
    reports = reports.select_related("by", "invitation__agency").order_by("at")
    newest = {each.invitation_id: each for each in rows.visible(viewer=viewer, rows=reports)}
    decided = MeetingDecision.objects.filter(meeting=meeting, child=child)
    made = rows.visible(viewer=viewer, rows=decided).first()
    parts = Minutes.objects.filter(meeting=meeting, child=child).order_by("-at")
    minutes = rows.visible(viewer=viewer, rows=parts).first()
    return About(
        child_id=child.pk if child else None,
        person_id=child.person_id if child else None,
        name=str(child) if child else "",
        born=child.date_of_birth if child else None,
        reports=tuple(_wrote(each, viewer=viewer) for each in newest.values()),
        decided=_decided(made, viewer=viewer) if made else None,
        minutes=minutes.words if minutes else "",
        on_record=child is not None and child.entry_id is not None,
    )


def _wrote(row: AgencyReport, *, viewer: Viewer) -> Wrote:
    agency = row.invitation.agency
    return Wrote(
        who=str(row.by),
        agency=agency.name if agency else "",
        at=row.at,
        said=_said(row, row.form, row.form_version, row.answers, viewer=viewer),
    )


def _decided(row: MeetingDecision, *, viewer: Viewer) -> Decided:
    dissents = rows.visible(viewer=viewer, rows=row.dissents.all())
    dissents = dissents.select_related("invitation__account", "invitation__agency")
    return Decided(
        said=_said(row, row.form, row.form_version, row.answers, viewer=viewer),
        at=row.at,
        dissents=tuple(
            (meeting_words.somebody(each.invitation), each.words)
            for each in dissents.order_by("at")
        ),
    )


def _said(
    row: Protected, form: str, version: int, answers: dict[str, object], *, viewer: Viewer
) -> tuple[Said, ...]:
    asked: Instrument = catalogue.instrument(form).at(version)
    masked = masks.hidden(asked, shown=masks.shown(viewer=viewer, record=row))
    return said.of(form=asked, masked=masked, answers=dict(answers))
