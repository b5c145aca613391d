"""Looks a privacy officer is asked about: what waits, since when, and what was found."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.partnership import signals
from goldenthread.kernel.moment import Moment
from goldenthread.queries import register
from goldenthread.records.signal import Signal

VERB = "signal.review"
A_PAGE = 100


@dataclass(frozen=True, kw_only=True)
class Raised:
    """One signal: what was noticed, of whom, and by when it is to be looked into.

    `child` is a name as a stub has it, "" where it is about how many. `outcome` is "" until then.
    """

    signal_id: UUID
    title: str
    account_id: UUID
    who: str
    about: str
    person_id: UUID | None
    child: str
    day: date
    seen: int
    usual: int
    raised_at: datetime
    due_on: date
    overdue: bool
    mine: bool
    outcome: str
    why: str
    reviewed_by: str
    reviewed_at: datetime | None


def raised(*, viewer: Viewer, now: datetime) -> tuple[Raised, ...]:
    """Return what waits, the oldest first, then what was looked into lately; raises Denied."""
    decision.require(viewer=viewer, verb=VERB)
    found = _visible(viewer)
    waiting = found.filter(outcome="").order_by("raised_at", "pk")[:A_PAGE]
    done = found.exclude(outcome="").order_by("-reviewed_at", "pk")[:A_PAGE]
    return _all([*waiting, *done], viewer=viewer, now=now)


def one(*, viewer: Viewer, signal_id: UUID, now: datetime) -> Raised:
    """Return one signal; raises Denied if the viewer may not see it."""
    decision.require(viewer=viewer, verb=VERB)
    found = _visible(viewer).filter(pk=signal_id).first()
    if found is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    return _all([found], viewer=viewer, now=now)[0]


def _visible(viewer: Viewer) -> QuerySet[Signal]:
    visible = rows.visible(viewer=viewer, rows=Signal.objects.all())
    return visible.select_related("account__agency", "reviewed_by")


def _all(found: list[Signal], *, viewer: Viewer, now: datetime) -> tuple[Raised, ...]:
    people = sorted({each.person_id for each in found if each.person_id})
    names = register.names(viewer=viewer, person_ids=people) if people else {}
    return tuple(_raised(each, viewer=viewer, names=names, now=now) for each in found)


def _raised(each: Signal, *, viewer: Viewer, names: dict[UUID, str], now: datetime) -> Raised:
    due = signals.REVIEWED_WITHIN.due(Moment(each.raised_at))
    about = (each.account.job_title, str(each.account.agency))
    child = names.get(each.person_id, "Somebody sealed") if each.person_id else ""
    return Raised(
        signal_id=each.pk,
        title=signals.TITLES.get(each.kind, each.kind),
        account_id=each.account_id,
        who=each.account.full_name,
        about=", ".join(part for part in about if part),
        person_id=each.person_id if each.person_id in names else None,
        child=child,
        day=each.day,
        seen=each.seen,
        usual=each.usual,
        raised_at=each.raised_at,
        due_on=due.on,
        overdue=not each.outcome and now > due.at,
        mine=each.account_id == viewer.account_id,
        outcome=signals.OUTCOMES.get(each.outcome, each.outcome),
        why=each.why,
        reviewed_by=str(each.reviewed_by) if each.reviewed_by else "",
        reviewed_at=each.reviewed_at,
    )
