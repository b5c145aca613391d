"""The tracker of actions: mine, my agency's, those overdue, those of one origin, and one by itself.

An action about a child is shown to whoever sees the child and may read what was written of them;
one about no child to its agency, to whoever proposed it, and to those who oversee them all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.access import decision, masks, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.partnership.tracking import ORIGINS, RATINGS, tracking
from goldenthread.language import tracking as rules
from goldenthread.language.tracking import Move, State
from goldenthread.queries import one_child
from goldenthread.records.action import Action
from goldenthread.records.child_action import ChildAction

VERB, OVERSEES = "action.read", "action.oversee"
MINE, AGENCY, OVERDUE, EVERY = "mine", "agency", "overdue", "all"
MOST = 200
WITH = ("owner", "owner_agency", "proposed_by", "verified_by")
Row = Action | ChildAction


@dataclass(frozen=True, kw_only=True)
class Tracked:
    """One action as a list shows it. `rating` is a key of content's RATINGS; "" for none yet."""

    action_id: UUID
    what: str
    person_id: UUID | None
    child: str
    agency: str
    owner: str
    due_on: date
    first_due_on: date
    state: str
    rating: str
    rated: str
    overdue: bool
    warned: bool
    origin: str


@dataclass(frozen=True, kw_only=True)
class Made:
    """One move that was made."""

    title: str
    by: str
    at: datetime
    words: str
    due_on: date | None


@dataclass(frozen=True, kw_only=True)
class ActionPage:
    """One action whole, with what the viewer may do with it now."""

    action: Tracked
    version: int
    why: str
    proposed_by: str
    proposed_at: datetime
    verified_by: str
    origin_kind: str
    origin_id: UUID | None
    measure: str
    measure_before: str
    measure_after: str
    measured_on: date | None
    made: tuple[Made, ...]
    open_moves: tuple[Move, ...]


def listed(*, viewer: Viewer, which: str, origin: str, on: date) -> tuple[Tracked, ...]:
    """Return those of one list, the soonest due first: what is over comes only in the whole list.

    `origin` is a kind of content's ORIGINS, "" for any.
    """
    decision.require(viewer=viewer, verb=VERB)
    chosen = _chosen(viewer, which, on)
    if origin:
        chosen &= Q(origin_kind=origin)
    found = [*_of_children(viewer=viewer, chosen=chosen), *_wide(viewer=viewer, chosen=chosen)]
    return _in_order(found, on=on)


def of_child(*, viewer: Viewer, person_id: UUID, on: date) -> tuple[Tracked, ...]:
    """Return the actions about a child; raises Denied if the viewer may not see the child."""
    child = one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)
    chosen = Q(person_id__in=child.recorded_as)
    return _in_order(_of_children(viewer=viewer, chosen=chosen), on=on)


def of_origin(*, viewer: Viewer, origin_id: UUID, on: date) -> tuple[Tracked, ...]:
    """Return the actions that came from one entry, meeting or tool, of those the viewer sees."""
    decision.require(viewer=viewer, verb=VERB)
    chosen = Q(origin_id=origin_id)
    found = [*_of_children(viewer=viewer, chosen=chosen), *_wide(viewer=viewer, chosen=chosen)]
    return _in_order(found, on=on)


def one(*, viewer: Viewer, action_id: UUID, on: date) -> ActionPage:
    """Return one action; raises Denied if there is none that the viewer may read."""
    row = found(viewer=viewer, action_id=action_id, verb=VERB)
    return ActionPage(
        action=_tracked(row, on=on),
        version=row.version,
        why=row.why,
        proposed_by=str(row.proposed_by),
        proposed_at=row.proposed_at,
        verified_by=str(row.verified_by) if row.verified_by else "",
        origin_kind=row.origin_kind,
        origin_id=row.origin_id,
        measure=row.measure,
        measure_before=row.measure_before,
        measure_after=row.measure_after,
        measured_on=row.measured_on,
        made=tuple(_made(each) for each in row.moves),
        open_moves=open_moves(viewer=viewer, row=row) if "action.write" in viewer.may else (),
    )


def found(*, viewer: Viewer, action_id: UUID, verb: str, lock: bool = False) -> Row:
    """Return the row of an action the viewer may read; raises Denied as if it were not there."""
    decision.require(viewer=viewer, verb=verb)
    for rows_of in (_visible(viewer=viewer), _seen_wide(viewer=viewer)):
        asked: QuerySet[Any] = rows_of.filter(pk=action_id)
        row: Row | None = (
            asked.select_for_update() if lock else asked.select_related(*WITH)
        ).first()
        if isinstance(row, ChildAction):
            decision.require(viewer=viewer, verb=verb, record=row)
            if not _readable(viewer, row):
                break
        if row is not None:
            return row
    raise Denied(verb=verb, reason="no-relationship", hidden=True)


def open_moves(*, viewer: Viewer, row: Row) -> tuple[Move, ...]:
    """Return the moves the viewer may make now: nobody verifies what they sent the evidence of."""
    last = next((each for each in reversed(row.moves) if each["move"] == "evidence"), None)
    showed = last is not None and last["by"] == str(viewer.account_id)
    return tracking.open_to(
        State(row.state),
        owner=row.owner_id == viewer.account_id or showed,
        in_agency=row.owner_agency_id == viewer.agency_id,
    )


def _chosen(viewer: Viewer, which: str, on: date) -> Q:
    going = ~Q(state__in=rules.over())
    if which == MINE:
        return going & (Q(owner_id=viewer.account_id) | Q(proposed_by_id=viewer.account_id))
    if which == AGENCY:
        return going & Q(owner_agency_id=viewer.agency_id)
    if which == OVERDUE:
        return going & Q(due_on__lt=on)
    return Q()


def _visible(*, viewer: Viewer) -> QuerySet[ChildAction]:
    return rows.visible(viewer=viewer, rows=ChildAction.objects.all())


def _seen_wide(*, viewer: Viewer) -> QuerySet[Action]:
    if OVERSEES in viewer.may:
        return Action.objects.all()
    mine = Q(owner_agency_id=viewer.agency_id) | Q(proposed_by_id=viewer.account_id)
    return Action.objects.filter(mine | Q(owner_id=viewer.account_id))


def _of_children(*, viewer: Viewer, chosen: Q) -> list[Row]:
    asked = _visible(viewer=viewer).filter(chosen).select_related("person", *WITH)
    return [each for each in asked.order_by("due_on", "pk")[:MOST] if _readable(viewer, each)]


def _wide(*, viewer: Viewer, chosen: Q) -> list[Row]:
    asked = _seen_wide(viewer=viewer).filter(chosen).select_related(*WITH)
    return list(asked.order_by("due_on", "pk")[:MOST])


def _readable(viewer: Viewer, row: ChildAction) -> bool:
    return "narrative" in masks.shown(viewer=viewer, record=row)


def _in_order(found: Iterable[Row], *, on: date) -> tuple[Tracked, ...]:
    ordered = sorted(found, key=lambda each: (each.due_on, str(each.pk)))
    return tuple(_tracked(each, on=on) for each in ordered)


def _tracked(row: Row, *, on: date) -> Tracked:
    state = State(row.state)
    rating = tracking.rating(state, due=row.due_on, at_risk=row.at_risk, on=on)
    about = isinstance(row, ChildAction)
    return Tracked(
        action_id=row.pk,
        what=row.what,
        person_id=row.person_id if isinstance(row, ChildAction) else None,
        child=str(row.person) if isinstance(row, ChildAction) and about else "",
        agency=row.owner_agency.name,
        owner=str(row.owner) if row.owner else "",
        due_on=row.due_on,
        first_due_on=row.first_due_on,
        state=tracking.titles[state],
        rating=str(rating) if rating else "",
        rated=RATINGS[rating] if rating else "",
        overdue=tracking.overdue(state, due=row.due_on, on=on),
        warned=tracking.warns(state, due=row.due_on, on=on),
        origin=ORIGINS[row.origin_kind],
    )


def _made(told: dict[str, str]) -> Made:
    return Made(
        title=tracking.move(told["move"]).did,
        by=told["name"],
        at=datetime.fromisoformat(told["at"]),
        words=told["words"],
        due_on=date.fromisoformat(told["due_on"]) if "due_on" in told else None,
    )
