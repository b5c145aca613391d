"""Putting a record under a sealed class, and saying by name who is let in.

SECURITY 2.1: what is sealed is not there for anybody but those on its own access list. One person
seals, the custodian lets in, and to lift a seal takes two (P17).
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from goldenthread.access import decision, rows, trail
from goldenthread.access.viewer import Viewer
from goldenthread.actions import born_sealed, entries, projection, references, second_person
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.queries import one_child, sealed
from goldenthread.records.access_name import AccessName
from goldenthread.records.person import Person
from goldenthread.records.sealed_record import SealedRecord

ACT = "lift-seal"
STAFF, ADOPTED = "staff", "adopted"
SEAL = "select gt_seal_person(%s, %s, %s, %s, %s, %s, %s::uuid[], %s)"


def seal(
    *,
    by: Viewer,
    person_id: UUID,
    store: str,
    custodian: UUID | None,
    colleague: UUID | None,
    why: str,
    named: Iterable[UUID],
    at: datetime,
) -> UUID:
    """Seal a person's whole record to its custodian, those named and whoever does it.

    Under "staff" it is a colleague's own or their child's: their children's are sealed with it, and
    the colleague is never let in. Under "adopted" it is the identity before the adoption. Returns
    the sealed record's id. Raises Denied, Refused, Conflict.
    """
    with transaction.atomic():
        person = sealed.to_seal(viewer=by, person_id=person_id)
        let_in = {*named, custodian, by.account_id}
        whose = colleague if store == STAFF else None
        _check(by=by, store=store, custodian=custodian, whose=whose, why=why, let_in=let_in)
        _no_join(person=person, store=store)
        told = [
            store, person.pk, str(person), custodian, whose, why.strip(),
            sorted(each for each in let_in if each), at,
        ]  # fmt: skip
        rows.forget()
        with connection.cursor() as cursor:
            cursor.execute(SEAL, told)
            sealed_id: UUID = cursor.fetchone()[0]
        _trail(by=by, verb=sealed.SET, sealed_id=sealed_id, reason=store, person_id=person.pk)
    return sealed_id


def _check(
    *,
    by: Viewer,
    store: str,
    custodian: UUID | None,
    whose: UUID | None,
    why: str,
    let_in: set[UUID | None],
) -> None:
    problems = []
    if store not in sealed.ON_A_PAGE:
        problems.append(Problem("store", "Say what it is sealed as"))
    if store == STAFF and whose not in dict(sealed.colleagues(viewer=by)):
        problems.append(Problem("colleague", "Choose whose record it is, or whose child's"))
    elif whose is not None and whose in let_in:
        says = "It is their own record: somebody else must keep it, and they cannot be named"
        problems.append(Problem("colleague", says))
    may_be = dict(sealed.colleagues(viewer=by, store=store)) if store in sealed.ON_A_PAGE else {}
    if custodian not in may_be:
        problems.append(Problem("custodian", "Choose who keeps it and says who is let in"))
    if not let_in - {custodian} <= may_be.keys():
        problems.append(Problem("named", "Choose from those listed"))
    if len(why.strip()) < second_person.LEAST_WHY:
        least = f"Say why, in {second_person.LEAST_WHY} characters or more"
        problems.append(Problem("why", least))
    if problems:
        raise Refused(tuple(problems))


def _no_join(*, person: Person, store: str) -> None:
    if person.same_as_id is not None:
        raise Conflict("This is recorded as the same child as another. Seal that record.")
    if store == ADOPTED and len(one_child.recorded_as(person.pk)) > 1:
        raise Conflict(
            "This is joined to another record of the same child. Take that back first: after an "
            "adoption nobody else may see that the two were ever one."
        )


def begin(
    *,
    by: Viewer,
    verb: str,
    pathway: str,
    person_id: UUID,
    answers: Mapping[str, object],
    at: datetime,
) -> SealedRecord:
    """Open an episode that is born sealed about somebody the viewer sees; they keep it.

    Its pathway declares the sealed class, and `verb` is what opens one. Nobody else is named yet,
    nothing else of the child changes, and no desk holds it. Raises Denied, Refused with each
    problem beside its field.
    """
    kind = catalogue.pathway(pathway)
    with transaction.atomic():
        found = rows.visible(viewer=by, rows=Person.objects.filter(pk=person_id)).first()
        person = decision.opened(viewer=by, verb=verb, record=found)
        first = next(step for step in kind.steps if step.first)
        problems = reading.check(first.asks, answers, on=at.date()) if first.asks else ()
        if problems:
            raise Refused(problems)
        record = born_sealed.episode(
            by=by, pathway=kind, person=person, at=at,
            reference=f"{kind.reference_prefix}-{references.new()}",
        )  # fmt: skip
        entries.insert(step=first, episode=record.episode, answers=answers, by=by, at=at)
        projection.keep(episode=record.episode)
        _trail(by=by, verb=verb, sealed_id=record.pk, reason=kind.key, person_id=person.pk)
    return record


def name(
    *, by: Viewer, sealed_id: UUID, account_id: UUID | None, until: date | None, why: str,
    at: datetime,
) -> None:  # fmt: skip
    """Let somebody in, to the end of a day or until they are taken off; the custodian alone may.

    Raises Denied, Refused with each problem beside its field, Conflict for who is let in already.
    """
    with transaction.atomic():
        record = sealed.kept(viewer=by, sealed_id=sealed_id)
        end = calendar.end_of_day(until) if until else None
        problems = []
        own = account_id == record.colleague_id
        if own or not sealed.may_be_named(store=record.store, account_id=account_id):
            problems.append(Problem("account", "Choose somebody from those found"))
        if end is not None and end <= at:
            problems.append(Problem("until", "Choose a day that is not over"))
        if not why.strip():
            problems.append(Problem("why", "Say why they must see it"))
        if problems:
            raise Refused(tuple(problems))
        _close_what_is_over(record=record, account_id=account_id, at=at, by=by)
        listed = AccessName.objects.filter(sealed=record, account_id=account_id)
        if listed.filter(ended_at__isnull=True).exists():
            raise Conflict("They are let in already.")
        rows.forget()
        with connection.cursor() as cursor:
            told = [record.pk, account_id, end, why.strip(), at]
            cursor.execute("select gt_add_name(%s, %s, %s, %s, %s)", told)
        _trail(by=by, verb=sealed.NAME, sealed_id=record.pk, reason="named", account_id=account_id)


def _close_what_is_over(
    *, record: SealedRecord, account_id: UUID | None, at: datetime, by: Viewer
) -> None:
    """Take off who was let in until a day that is over, so that they can be let in anew."""
    over = AccessName.objects.filter(sealed=record, account_id=account_id, until__lte=at)
    if over.filter(ended_at__isnull=True).exists():
        take_off(by=by, sealed_id=record.pk, account_id=account_id, at=at)


def take_off(*, by: Viewer, sealed_id: UUID, account_id: UUID | None, at: datetime) -> None:
    """Let somebody in no longer, from the next request on; the custodian stays.

    Raises Denied, Conflict for who is not let in and for the custodian themselves.
    """
    with transaction.atomic():
        record = sealed.kept(viewer=by, sealed_id=sealed_id)
        if account_id == record.custodian_id:
            raise Conflict("Somebody must keep it: you cannot take yourself off.")
        listed = AccessName.objects.filter(sealed=record, account_id=account_id)
        if not listed.filter(ended_at__isnull=True).exists():
            raise Conflict("They are not let in, or were taken off already.")
        with connection.cursor() as cursor:
            cursor.execute("select gt_end_name(%s, %s, %s)", [record.pk, account_id, at])
        _trail(by=by, verb=sealed.NAME, sealed_id=record.pk, reason="taken-off",
               account_id=account_id)  # fmt: skip


def ask_to_lift(*, by: Viewer, sealed_id: UUID, why: str, at: datetime) -> None:
    """Ask for a seal to be lifted. Raises Denied, Refused, Conflict if it is asked for already."""
    with transaction.atomic():
        record = _liftable(by=by, sealed_id=sealed_id)
        second_person.ask(
            by=by, act=ACT, record=record, why=why,
            seen=sealed.standing(viewer=by, sealed=record), at=at,
        )  # fmt: skip
        _trail(by=by, verb=sealed.LIFT, sealed_id=record.pk, reason="asked")


def settle(*, by: Viewer, sealed_id: UUID, agreed: str, why: str, shown: str, at: datetime) -> bool:
    """Agree to lift a seal, or refuse to; return whether it is lifted.

    `shown` is the fingerprint of what the second person was shown. Raises Denied, Refused, Conflict
    for whoever asked, and where something changed since the page was made.
    """
    with transaction.atomic():
        record = _liftable(by=by, sealed_id=sealed_id)
        waiting = second_person.to_decide(by=by, act=ACT, about=record.pk)
        asked = second_person.decide(
            by=by, asked=waiting, decision=agreed, why=why, shown=shown,
            now_is=sealed.standing(viewer=by, sealed=record), at=at,
        )  # fmt: skip
        _trail(by=by, verb=sealed.LIFT, sealed_id=record.pk, reason=asked.decision)
        if asked.decision != second_person.AGREED:
            return False
        rows.forget()
        with connection.cursor() as cursor:
            cursor.execute("select gt_lift_seal(%s, %s)", [record.pk, at])
    return True


def _liftable(*, by: Viewer, sealed_id: UUID) -> SealedRecord:
    record = sealed.record(viewer=by, sealed_id=sealed_id, verb=sealed.LIFT)
    if record.person_id is None:
        raise Conflict("This was sealed as it was written down, and stays so.")
    return record


def _trail(
    *, by: Viewer, verb: str, sealed_id: UUID, reason: str,
    person_id: UUID | None = None, account_id: UUID | None = None,
) -> None:  # fmt: skip
    trail.write(
        viewer=by, verb=verb, decision="done", resource="seal", reason=reason,
        objects=[each for each in (sealed_id, account_id) if each],
        persons=[person_id] if person_id else [],
    )  # fmt: skip
