"""Answering somebody who asked who had looked at their record (UK GDPR Article 15)."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Refused
from goldenthread.content import quarantine
from goldenthread.language.answers import Problem
from goldenthread.records.look_report import LookReport

VERB = "trail.tell"


def make(*, by: Viewer, child_id: UUID, answers: Mapping[str, object], at: datetime) -> LookReport:
    """Record to whom it is told who looked at a child, of which days and whether with names.

    `answers` are those of the report's form. Raises Denied, or Refused where the last day is before
    the first.
    """
    decision.require(viewer=by, verb=VERB)
    first, last = (_day(answers.get(key)) for key in ("first_day", "last_day"))
    if first and last and last < first:
        raise Refused((Problem("last_day", "The last day must not be before the first"),))
    report_id = uuid4()
    with transaction.atomic():
        report = LookReport(
            id=report_id,
            person_id=child_id,
            asked_by=str(answers["asked_by"]),
            first_day=first,
            last_day=last,
            names=answers["names"] == "yes",
            why=str(answers.get("why", "")),
            made_by_id=by.account_id,
            made_at=at,
            scope=report_id,
            desk=quarantine.DESK,
        )
        report.save(force_insert=True)
        trail.write(
            viewer=by,
            verb=VERB,
            decision="done",
            resource="look-report",
            objects=[report_id],
            persons=[child_id],
        )
    return report


def _day(said: object) -> date | None:
    return date.fromisoformat(str(said)) if said else None
