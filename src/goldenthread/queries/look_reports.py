"""Who looked, as it is told to somebody who asked: agency, role, date and purpose."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.kernel import calendar
from goldenthread.queries import looks, register
from goldenthread.queries.looks import Days, Looked
from goldenthread.records.look_report import LookReport

VERB = "trail.tell"
# What is told is whole; nobody's record was ever looked at so often.
ALL = 100_000


@dataclass(frozen=True, kw_only=True)
class Told:
    """On one day, somebody of an agency in a role, and what for; `who` only where it is decided."""

    on: date
    agency: str
    role: str
    purpose: str
    times: int
    who: str


@dataclass(frozen=True, kw_only=True)
class Report:
    """One answer: about whom, what was decided, and every look it tells."""

    report_id: UUID
    child_id: UUID
    name: str
    asked_by: str
    days: Days
    names: bool
    why: str
    made_by: str
    made_at: datetime
    told: tuple[Told, ...] = ()


def made_for(*, viewer: Viewer, child_id: UUID) -> tuple[Report, ...]:
    """Return the answers made about a child, the newest first, without what they tell."""
    decision.require(viewer=viewer, verb=VERB)
    found = _visible(viewer).filter(person_id=child_id).order_by("-made_at", "pk")
    return tuple(_report(each, name="") for each in found)


def one(*, viewer: Viewer, report_id: UUID) -> Report:
    """Return one answer whole, as the trail is now; raises Denied if it is not theirs."""
    decision.require(viewer=viewer, verb=VERB)
    found = _visible(viewer).filter(pk=report_id).first()
    if found is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    seen = register.names(viewer=viewer, person_ids=[found.person_id])
    days = Days(first=found.first_day, last=found.last_day)
    read = looks.at_child(viewer=viewer, child_id=found.person_id, days=days, most=ALL)
    return _report(
        found,
        name=seen.get(found.person_id, ""),
        told=_told(read.rows, names=found.names),
    )


def _visible(viewer: Viewer) -> QuerySet[LookReport]:
    return rows.visible(viewer=viewer, rows=LookReport.objects.select_related("made_by"))


def _report(found: LookReport, *, name: str, told: tuple[Told, ...] = ()) -> Report:
    return Report(
        report_id=found.pk,
        child_id=found.person_id,
        name=name,
        asked_by=found.asked_by,
        days=Days(first=found.first_day, last=found.last_day),
        names=found.names,
        why=found.why,
        made_by=str(found.made_by),
        made_at=found.made_at,
        told=told,
    )


def _told(read: tuple[Looked, ...], *, names: bool) -> tuple[Told, ...]:
    """Return the looks of people, day by day; a refusal showed nothing and is not one."""
    seen = [row for row in read if not row.refused and not row.service]

    def kind(row: Looked) -> tuple[date, str, str, str, str]:
        who = row.who if names else ""
        return calendar.london_date(row.at), row.agency, row.role, row.purpose, who

    return tuple(
        Told(on=on, agency=agency, role=role, purpose=purpose, times=len(list(same)), who=who)
        for (on, agency, role, purpose, who), same in groupby(sorted(seen, key=kind), key=kind)
    )
