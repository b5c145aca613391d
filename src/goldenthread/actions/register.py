"""Adding to the register, and ending what no longer holds. Nothing said in it is ever edited."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import decision, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import statements
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.statements import Added
from goldenthread.content.front_door.since import ended
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.queries import who_and_where
from goldenthread.records.address import Address
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.identifier import Identifier
from goldenthread.records.involvement import Involvement
from goldenthread.records.person import Person
from goldenthread.records.person_name import PersonName
from goldenthread.records.relationship import Relationship

VERB = "register.write"
ADDS: Mapping[str, Callable[..., Added]] = {
    "name": statements.name,
    "address": statements.address,
    "number": statements.number,
    "tie": statements.tie,
    "goes": statements.goes,
    "involved": statements.involved,
    "household": statements.together,
    "birth": statements.birth,
    "death": statements.death,
}
ENDED = {
    "name": PersonName,
    "address": Address,
    "tie": Relationship,
    "goes": Enrolment,
    "involved": Involvement,
    "household": HouseholdMember,
}
ALREADY = "Somebody has ended this already."


def add(
    *, by: Viewer, person_id: UUID, what: str, answers: Mapping[str, Any], at: datetime
) -> UUID:
    """Record one thing more about somebody; return its id.

    `what` is a key of the sections of who_and_where, `answers` its typed answers. Raises Denied,
    Refused with each problem beside its field.
    """
    with transaction.atomic():
        person = _person(by=by, person_id=person_id)
        if what not in ADDS:
            raise Denied(verb=VERB, reason="no-such-section", hidden=True)
        asked = who_and_where.asked_of(
            viewer=by, person_id=person_id, what=what, now=at, answers=answers
        )
        problems = reading.check(asked, answers, on=london_date(at))
        if problems:
            raise Refused(problems)
        made, others = ADDS[what](by=by, person=person, answers=answers, at=at)
        _trail(by, f"{what}.add", made, person.pk, *others)
    return made


def end(
    *,
    by: Viewer,
    person_id: UUID,
    what: str,
    row_id: UUID,
    at: datetime,
    answers: Mapping[str, Any],
) -> None:
    """Say until when something held, and why: what was recorded stays, and is superseded.

    `answers` are those to the section `ended`. Raises Denied, Refused with each problem beside its
    field, Conflict where it was ended already.
    """
    with transaction.atomic():
        person = _person(by=by, person_id=person_id)
        problems = reading.check(ended, answers, on=london_date(at))
        if problems:
            raise Refused(problems)
        until, why = date.fromisoformat(answers["ended_on"]), answers["why_ended"]
        if what == "number":
            _end_number(by=by, person=person, row_id=row_id, until=until)
        elif what in ENDED:
            old = _seen(by=by, person=person, model=ENDED[what], row_id=row_id)
            _end(by=by, old=old, until=until, why=why, at=at)
        else:
            raise Denied(verb=VERB, reason="no-such-section", hidden=True)
        _trail(by, f"{what}.end", row_id, person.pk)


def _trail(by: Viewer, what: str, made: UUID, *persons: UUID) -> None:
    trail.write(
        viewer=by, verb=VERB, decision="done", resource=what, objects=[made], persons=persons
    )


def _person(*, by: Viewer, person_id: UUID) -> Person:
    people = rows.visible(viewer=by, rows=Person.objects.filter(pk=person_id))
    return decision.opened(viewer=by, verb=VERB, record=people.first())


def _seen(*, by: Viewer, person: Person, model: Any, row_id: UUID) -> Any:
    found = rows.visible(viewer=by, rows=model.objects.filter(person=person, pk=row_id)).first()
    if found is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    return found


def _end_number(*, by: Viewer, person: Person, row_id: UUID, until: date) -> None:
    held = _seen(by=by, person=person, model=Identifier, row_id=row_id)
    _must_follow(held, until)
    open_still = Identifier.objects.filter(pk=row_id, valid_to__isnull=True)
    if not open_still.update(valid_to=until):
        raise Conflict(ALREADY)


def _end(*, by: Viewer, old: Any, until: date, why: str, at: datetime) -> None:
    # A tie is two rows, made and ended as one, told from both ends.
    both = Relationship.objects.filter(pair=old.pair) if isinstance(old, Relationship) else [old]
    for each in both:
        if each.superseded_by.exists() or each.valid_to is not None:
            raise Conflict(ALREADY)
        _must_follow(each, until)
        held = {key: value for key, value in vars(each).items() if not key.startswith("_")}
        type(each).objects.create(
            **held
            | {
                "id": uuid4(),
                "supersedes_id": each.pk,
                "valid_to": until,
                "why_ended": why,
                "recorded_at": at,
                "recorded_by_id": by.account_id,
            }
        )


def _must_follow(row: Any, until: date) -> None:
    if row.valid_from is not None and until < row.valid_from:
        began = f"{row.valid_from.day} {row.valid_from:%B %Y}"
        says = f"It is recorded as so since {began}: the last day cannot be before that"
        raise Refused((Problem("ended_on", says),))
