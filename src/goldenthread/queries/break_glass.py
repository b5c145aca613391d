"""Who broke the glass: what waits for a privacy officer, and what was looked at through it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from goldenthread.access import break_glass as glass
from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.partnership import break_glass as content
from goldenthread.content.partnership import looks
from goldenthread.kernel.moment import Moment
from goldenthread.queries import register
from goldenthread.records.break_glass import BreakGlass

REVIEW = "break-glass.review"
A_PAGE = 100
REFUSED = "select gt_was_refused(%s)"
LOOKS = "select at, verb from gt_looks_through(%s)"


@dataclass(frozen=True, kw_only=True)
class Broken:
    """One break-glass, and by when it is to be looked into.

    `child` is a name as a stub has it. `runs` while it is open; `outcome` is "" until reviewed.
    """

    glass_id: UUID
    account_id: UUID
    who: str
    about: str
    person_id: UUID
    child: str
    custodian: str
    category: str
    why: str
    opened_at: datetime
    ends_at: datetime
    runs: bool
    ended_by: str
    due_on: date
    overdue: bool
    mine: bool
    outcome: str
    done: str
    reviewed_by: str
    reviewed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Look:
    """One page that was opened through it, in words."""

    at: datetime
    did: str


def asked(*, viewer: Viewer, person_id: UUID) -> None:
    """Let by whoever may break the glass and was refused this child within the hour.

    Raises Denied, to everybody else as if there were no such child.
    """
    decision.require(viewer=viewer, verb=glass.VERB)
    with connection.cursor() as cursor:
        cursor.execute(REFUSED, [person_id])
        (refused,) = cursor.fetchone()
    if not refused:
        raise Denied(verb=glass.VERB, reason="was-not-refused", hidden=True)


def listed(*, viewer: Viewer, now: datetime) -> tuple[Broken, ...]:
    """Return what waits to be looked into, the oldest first, then what was; raises Denied."""
    decision.require(viewer=viewer, verb=REVIEW)
    waiting = _visible(viewer).filter(outcome="").order_by("opened_at", "pk")[:A_PAGE]
    done = _visible(viewer).exclude(outcome="").order_by("-reviewed_at", "pk")[:A_PAGE]
    return _all([*waiting, *done], viewer=viewer, now=now)


def one(*, viewer: Viewer, glass_id: UUID, now: datetime) -> Broken:
    """Return one; raises Denied as if it were not there for whoever may not see it."""
    return _all([record(viewer=viewer, glass_id=glass_id)], viewer=viewer, now=now)[0]


def record(*, viewer: Viewer, glass_id: UUID, lock: bool = False) -> BreakGlass:
    """Return the row itself, locked for change if asked; raises Denied."""
    decision.require(viewer=viewer, verb=REVIEW)
    found = _visible(viewer).filter(pk=glass_id)
    row = (found.select_for_update(of=("self",)) if lock else found).first()
    if row is None:
        raise Denied(verb=REVIEW, reason="no-relationship", hidden=True)
    return row


def looked(*, viewer: Viewer, glass_id: UUID) -> tuple[Look, ...]:
    """Return each page that was opened through it, in order; raises Denied."""
    decision.require(viewer=viewer, verb=REVIEW)
    with connection.cursor() as cursor:
        cursor.execute(LOOKS, [glass_id])
        return tuple(Look(at=at, did=looks.did(verb)) for at, verb in cursor.fetchall())


def _visible(viewer: Viewer) -> QuerySet[BreakGlass]:
    visible = rows.visible(viewer=viewer, rows=BreakGlass.objects.all())
    return visible.select_related("account__agency", "custodian", "ended_by", "reviewed_by")


def _all(found: list[BreakGlass], *, viewer: Viewer, now: datetime) -> tuple[Broken, ...]:
    people = sorted({each.person_id for each in found})
    names = register.names(viewer=viewer, person_ids=people, verb=REVIEW) if people else {}
    return tuple(_broken(each, viewer=viewer, names=names, now=now) for each in found)


def _broken(each: BreakGlass, *, viewer: Viewer, names: dict[UUID, str], now: datetime) -> Broken:
    due = content.REVIEWED_WITHIN.due(Moment(each.opened_at))
    about = (each.account.job_title, str(each.account.agency or ""))
    return Broken(
        glass_id=each.pk,
        account_id=each.account_id,
        who=each.account.full_name,
        about=", ".join(part for part in about if part),
        person_id=each.person_id,
        child=names.get(each.person_id, "Somebody sealed"),
        custodian=str(each.custodian or ""),
        category=content.CATEGORIES.get(each.category, each.category),
        why=each.why,
        opened_at=each.opened_at,
        ends_at=each.ends_at,
        runs=each.opened_at <= now < each.ends_at,
        ended_by=str(each.ended_by) if each.ended_by else "",
        due_on=due.on,
        overdue=not each.outcome and now > due.at,
        mine=each.account_id == viewer.account_id,
        outcome=content.OUTCOMES.get(each.outcome, each.outcome),
        done=each.done,
        reviewed_by=str(each.reviewed_by) if each.reviewed_by else "",
        reviewed_at=each.reviewed_at,
    )
