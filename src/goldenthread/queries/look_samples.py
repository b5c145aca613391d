"""Looks drawn by chance for a line manager to read, and those of the week that may be drawn."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import quarantine
from goldenthread.content.partnership import look_sample, looks
from goldenthread.records.look_sample import LookSample
from goldenthread.records.person import Person

A_PAGE = 100
LAST_WEEK = "select week, id, at, account_id, verb, persons from gt_looks_of_last_week()"


@dataclass(frozen=True, kw_only=True)
class Look:
    """One look of the week: the row of the trail, whose, when, what, and whom it showed."""

    week: date
    trail_id: UUID
    at: datetime
    account_id: UUID
    verb: str
    persons: tuple[UUID, ...]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One look drawn. `child` is named where the viewer sees the child; else it says how many."""

    sample_id: UUID
    who: str
    about: str
    did: str
    purpose: str
    at: datetime
    child: str
    persons: tuple[UUID, ...]
    mine: bool
    view: str
    words: str
    reviewed_by: str
    reviewed_at: datetime | None


def last_week(*, viewer: Viewer) -> list[Look]:
    """Return every look of last week that may be drawn, in order; raises Denied."""
    decision.require(viewer=viewer, verb="look.draw")
    with connection.cursor() as cursor:
        cursor.execute(LAST_WEEK)
        return [
            Look(week=week, trail_id=key, at=at, account_id=whose, verb=verb, persons=tuple(shown))
            for week, key, at, whose, verb, shown in cursor.fetchall()
        ]


def drawn(*, viewer: Viewer) -> tuple[Drawn, ...]:
    """Return what waits for the viewer, the oldest first, then what was read lately.

    A privacy officer is shown what no manager reads, and what a manager asks them about.
    """
    found = _theirs(viewer)
    waiting = found.filter(view="").order_by("looked_at", "pk")[:A_PAGE]
    read = found.exclude(view="").order_by("-reviewed_at", "pk")[:A_PAGE]
    return _all([*waiting, *read], viewer=viewer)


def one(*, viewer: Viewer, sample_id: UUID) -> Drawn:
    """Return one look drawn; raises Denied if it is not theirs."""
    found = _theirs(viewer).filter(pk=sample_id).first()
    if found is None:
        raise Denied(verb=look_sample.READS, reason="no-relationship", hidden=True)
    return _all([found], viewer=viewer)[0]


def _theirs(viewer: Viewer) -> QuerySet[LookSample]:
    decision.require(viewer=viewer, verb=look_sample.READS)
    visible = rows.visible(viewer=viewer, rows=LookSample.objects.all())
    if quarantine.DESK in viewer.desks:
        visible = visible.filter(Q(scope=F("id")) | Q(scope=viewer.account_id) | Q(view="ask"))
    return visible.select_related("account__agency", "reviewed_by")


def _all(found: list[LookSample], *, viewer: Viewer) -> tuple[Drawn, ...]:
    wanted = {person for each in found for person in each.person_ids}
    seen = rows.visible(viewer=viewer, rows=Person.objects.filter(pk__in=wanted))
    names = {person.pk: str(person) for person in seen} if wanted else {}
    return tuple(_drawn(each, names=names, viewer=viewer) for each in found)


def _drawn(each: LookSample, *, names: dict[UUID, str], viewer: Viewer) -> Drawn:
    known = tuple(person for person in each.person_ids if person in names)
    others = len(each.person_ids) - len(known)
    said = [names[person] for person in known[:3]]
    if others or len(known) > 3:
        more = len(each.person_ids) - len(said)
        said.append(f"{more} {'other' if said else ''} {'person' if more == 1 else 'people'}")
    about = (each.account.job_title, str(each.account.agency))
    return Drawn(
        sample_id=each.pk,
        who=each.account.full_name,
        about=", ".join(part for part in about if part),
        did=looks.did(each.verb),
        purpose=looks.purpose("", each.verb),
        at=each.looked_at,
        child=" and ".join(" ".join(part.split()) for part in said),
        persons=known[:3],
        mine=each.account_id == viewer.account_id,
        view=each.view,
        words=each.words,
        reviewed_by=str(each.reviewed_by) if each.reviewed_by else "",
        reviewed_at=each.reviewed_at,
    )
