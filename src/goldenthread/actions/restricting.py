"""Restricting a child's record to those named, and lifting that again, which takes two people.

SECURITY 2.2: who must not get a silent "no record" is told whom to ring, and that is alerted.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from goldenthread.access import decision, rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import jobs, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.queries import restricted
from goldenthread.queries.register import Sought
from goldenthread.queries.restricted import Custodian
from goldenthread.records.person import Person
from goldenthread.records.restriction import Restriction
from goldenthread.records.second_person import SecondPerson

SET, LIFT, UN_RESTRICT = "restriction.set", "restriction.lift", "un-restrict"
RESTRICT = "select gt_restrict(%s, %s, %s, %s, %s::uuid[], %s)"


def restrict(
    *,
    by: Viewer,
    person_id: UUID,
    custodian: UUID | None,
    telephone: str,
    why: str,
    named: Iterable[UUID],
    at: datetime,
) -> UUID:
    """Restrict a child's record to those named, the custodian and whoever does it; return its id.

    Raises Denied, Refused with each problem beside its field, Conflict for a child whose record is
    kept under another, or is sealed already.
    """
    with transaction.atomic():
        people = rows.visible(viewer=by, rows=Person.objects.select_for_update())
        person = decision.opened(viewer=by, verb=SET, record=people.filter(pk=person_id).first())
        if person.seal:
            raise Conflict("This record is sealed already, to those it names.")
        if person.same_as_id is not None:
            raise Conflict("This is recorded as the same child as another. Restrict that record.")
        may_be = {account_id for account_id, _ in restricted.could_be_named(viewer=by)}
        chosen = set(named)
        _check(custodian=custodian, telephone=telephone, why=why, named=chosen, may_be=may_be)
        told = [person.pk, custodian, telephone.strip(), why.strip(), sorted(chosen), at]
        rows.forget()
        with connection.cursor() as cursor:
            cursor.execute(RESTRICT, told)
            restriction_id: UUID = cursor.fetchone()[0]
        trail.write(
            viewer=by, verb=SET, decision="done", resource="restriction",
            objects=[restriction_id], persons=[person.pk],
        )  # fmt: skip
    return restriction_id


def _check(
    *, custodian: UUID | None, telephone: str, why: str, named: set[UUID], may_be: set[UUID]
) -> None:
    problems = []
    if custodian not in may_be:
        problems.append(Problem("custodian", "Choose who is to be rung about this child"))
    if not any(character.isdigit() for character in telephone) or len(telephone) > 40:
        problems.append(Problem("telephone", "Enter the number they are rung on"))
    if not named <= may_be:
        problems.append(Problem("named", "Choose from those listed"))
    problems += second_person.too_short(why)
    if problems:
        raise Refused(tuple(problems))


def look_up(*, by: Viewer, sought: Sought) -> tuple[Custodian, ...]:
    """Return whom to ring about a restricted child that this is exactly, and have them told.

    Raises Denied.
    """
    with transaction.atomic():
        found = restricted.stubs(viewer=by, sought=sought)
        for custodian in found:
            jobs.defer("tell_custodian", account_id=custodian.account_id)
    return found


def ask_to_lift(*, by: Viewer, restriction_id: UUID, why: str, at: datetime) -> SecondPerson:
    """Ask for a restriction to be lifted. Raises Denied, Refused, Conflict if it is asked for."""
    with transaction.atomic():
        restriction = _one(by=by, restriction_id=restriction_id)
        asked = second_person.ask(
            by=by, act=UN_RESTRICT, record=restriction, why=why,
            seen=restricted.standing(viewer=by, restriction=restriction), at=at,
        )  # fmt: skip
        _trail(by=by, restriction=restriction, asked=asked, reason="asked")
    return asked


def settle(
    *, by: Viewer, restriction_id: UUID, agreed: str, why: str, shown: str, at: datetime
) -> bool:
    """Agree to lift a restriction, or refuse to; return whether it is lifted.

    `shown` is the fingerprint of what the second person was shown. Raises Denied, Refused, Conflict
    for whoever asked, and where something changed since the page was made.
    """
    with transaction.atomic():
        restriction = _one(by=by, restriction_id=restriction_id)
        waiting = second_person.to_decide(by=by, act=UN_RESTRICT, about=restriction.pk)
        asked = second_person.decide(
            by=by, asked=waiting, decision=agreed, why=why, shown=shown,
            now_is=restricted.standing(viewer=by, restriction=restriction), at=at,
        )  # fmt: skip
        _trail(by=by, restriction=restriction, asked=asked, reason=asked.decision)
        if asked.decision != second_person.AGREED:
            return False
        rows.forget()
        with connection.cursor() as cursor:
            cursor.execute("select gt_lift_restriction(%s, %s)", [restriction.pk, at])
    return True


def _one(*, by: Viewer, restriction_id: UUID) -> Restriction:
    visible = rows.visible(viewer=by, rows=Restriction.objects.filter(lifted_at__isnull=True))
    return decision.opened(viewer=by, verb=LIFT, record=visible.filter(pk=restriction_id).first())


def _trail(*, by: Viewer, restriction: Restriction, asked: SecondPerson, reason: str) -> None:
    trail.write(
        viewer=by,
        verb=LIFT,
        decision="done",
        resource="restriction",
        reason=reason,
        objects=[restriction.pk, asked.pk],
        persons=[restriction.person_id],
    )
