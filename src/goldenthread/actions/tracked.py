"""The tracker of actions: propose one from whatever it came from, and move it on.

A meeting, an entry, a tool or an indicator gives its `Origin`. An action about a child is seen by
whoever sees the child; its owner must be one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction

from goldenthread.access import decision, rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.partnership import tracking_questions as asks
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.tracking import Move, State
from goldenthread.queries import tracked
from goldenthread.records.account import Account
from goldenthread.records.action import Action
from goldenthread.records.agency import Agency
from goldenthread.records.child_action import ChildAction
from goldenthread.records.person import Person

VERB = "action.write"
# Whether somebody has a grant that is open on a scope, by themselves or with their team.
HOLDS = """
select exists (select 1 from gt_grant g join gt_account a on a.id = %s
  where g.scope = %s and g.seal = %s and g.starts_at <= %s and (g.ends_at is null or g.ends_at > %s)
    and (g.account_id = a.id or (g.team_id = a.team_id and g.role = a.role)))
"""


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What an action comes from: a kind of content's ORIGINS, and its id or its key."""

    kind: str
    id: UUID | None = None
    key: str = ""


def propose(
    *,
    by: Viewer,
    origin: Origin,
    answers: Mapping[str, Any],
    at: datetime,
    person_id: UUID | None = None,
) -> UUID:
    """Propose an action, about a child where one is named; return its id.

    `answers` are those of content's `proposing`. Raises Denied, Refused with each problem beside
    its field.
    """
    with transaction.atomic():
        decision.require(viewer=by, verb=VERB)
        problems = reading.check(asks.proposing, answers, on=london_date(at))
        if problems:
            raise Refused(problems)
        agency = _agency(str(answers["owner_agency"]))
        owner = _owner(str(answers.get("owner_name", "")), agency=agency)
        made = _made(by=by, origin=origin, answers=answers, agency=agency, owner=owner, at=at)
        if person_id is None:
            row: Action | ChildAction = Action(**made)
        else:
            row = _about(by=by, person_id=person_id, owner=owner, made=made, at=at)
        row.save(force_insert=True)
        _trail(by=by, row=row, did="propose")
    return row.pk


def move(
    *, by: Viewer, action_id: UUID, key: str, answers: Mapping[str, Any], version: int, at: datetime
) -> None:
    """Make one move of an action: accept it, send evidence, verify it, move its day.

    Raises Denied, Conflict where it has been moved since or the move cannot be made now, Refused.
    """
    with transaction.atomic():
        row = tracked.found(viewer=by, action_id=action_id, verb=VERB, lock=True)
        if row.version != version:
            raise Conflict("Somebody has moved this action on since you opened it. Read it again.")
        kind = {each.key: each for each in tracked.open_moves(viewer=by, row=row)}.get(key)
        if kind is None:
            raise Conflict("That cannot be done with this action now, or not by you.")
        problems = reading.check(kind.asks, answers, on=london_date(at))
        if problems:
            raise Refused(problems)
        _change(row, kind, answers, by=by, at=at)
        row.save(
            update_fields=[
                "owner", "due_on", "state", "at_risk", "verified_by", "measure_after",
                "measured_on", "moves", "version",
            ]
        )  # fmt: skip
        _trail(by=by, row=row, did=kind.key)


def _made(
    *,
    by: Viewer,
    origin: Origin,
    answers: Mapping[str, Any],
    agency: Agency,
    owner: Account | None,
    at: datetime,
) -> dict[str, Any]:
    due = date.fromisoformat(answers["due_on"])
    return {
        "id": uuid4(),
        "origin_kind": origin.kind,
        "origin_id": origin.id,
        "origin_key": origin.key,
        "what": answers["what"],
        "why": answers["why"],
        "owner_agency": agency,
        "owner": owner,
        "proposed_by_id": by.account_id,
        "proposed_at": at,
        "due_on": due,
        "first_due_on": due,
        "state": str(State.PROPOSED),
        "measure": answers.get("measure", ""),
        "measure_before": answers.get("measure_before", ""),
    }


def _about(
    *, by: Viewer, person_id: UUID, owner: Account | None, made: dict[str, Any], at: datetime
) -> ChildAction:
    visible = rows.visible(viewer=by, rows=Person.objects.filter(pk=person_id))
    child = decision.opened(viewer=by, verb=VERB, record=visible.first())
    child_id = child.same_as_id or child.pk
    row = ChildAction(person_id=child_id, scope=child_id, seal=child.seal, **made)
    decision.require(viewer=by, verb=VERB, record=row)
    if owner is not None and not _holds(owner, row, at=at):
        says = "They do not work with this child: name somebody who does, or the agency alone"
        raise Refused((Problem("owner_name", says),))
    return row


def _holds(owner: Account, row: ChildAction, *, at: datetime) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(HOLDS, [owner.pk, row.scope, row.seal, at, at])
        return bool(cursor.fetchone()[0])


def _agency(name: str) -> Agency:
    found = list(Agency.objects.filter(name__iexact=" ".join(name.split()))[:2])
    if len(found) != 1:
        raise Refused((Problem("owner_agency", "Choose an agency from the directory by its name"),))
    return found[0]


def _owner(name: str, *, agency: Agency) -> Account | None:
    if not name:
        return None
    there = Account.objects.filter(agency=agency, is_active=True, is_service=False)
    found = list(there.filter(full_name__iexact=" ".join(name.split()))[:2])
    if len(found) != 1:
        says = f"Nobody of that name signs in for {agency.name}: leave it empty if you are not sure"
        raise Refused((Problem("owner_name", says),))
    return found[0]


def _change(
    row: Action | ChildAction, kind: Move, answers: Mapping[str, Any], *, by: Viewer, at: datetime
) -> None:
    told = {"move": kind.key, "by": str(by.account_id), "name": by.name, "at": at.isoformat()}
    told["words"] = answers.get("words", "")
    if kind.key in ("accept", "start", "evidence") and row.owner_id is None:
        # Whoever takes it on for their agency owns it, so that somebody else verifies it.
        row.owner_id = by.account_id
    if kind.key == "due":
        row.due_on = date.fromisoformat(answers["due_on"])
        told["due_on"] = answers["due_on"]
    if kind.key == "risk":
        row.at_risk = answers["at_risk"] == "yes"
        told["at_risk"] = answers["at_risk"]
    if kind.key == "impact":
        row.measure_after, row.measured_on = answers["words"], london_date(at)
    if kind.ends is not None:
        row.state = str(kind.ends)
        if kind.ends is State.REOPENED:
            row.verified_by_id = None
        if kind.ends is State.VERIFIED:
            row.verified_by_id = by.account_id
    row.moves = [*row.moves, told]
    row.version += 1


def _trail(*, by: Viewer, row: Action | ChildAction, did: str) -> None:
    trail.write(
        viewer=by,
        verb=VERB,
        decision="done",
        resource=did,
        objects=[row.pk],
        persons=[row.person_id] if isinstance(row, ChildAction) else [],
    )
