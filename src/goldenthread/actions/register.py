"""Adding to the register, and ending what no longer holds. Nothing in it is ever edited."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from goldenthread.access import decision, grants, rows, trail
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.front_door import who_and_where as asked
from goldenthread.content.partnership import numbers
from goldenthread.kernel import check_digit
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.records.address import Address
from goldenthread.records.household import Household
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.identifier import Identifier
from goldenthread.records.person import Person
from goldenthread.records.person_name import PersonName
from goldenthread.records.relationship import Relationship

VERB = "register.write"
CHECKS: Mapping[str, Callable[[str], str]] = {
    "nhs": check_digit.nhs_number,
    "upn": check_digit.upn,
    **{key: each.read for key, each in numbers.formats.items()},
}
ENDED = {"name": PersonName, "address": Address, "tie": Relationship}


def add(
    *, by: Viewer, person_id: UUID, what: str, answers: Mapping[str, Any], at: datetime
) -> UUID:
    """Record another name, an address, a number or somebody who matters; return its id.

    `what` is a key of the sections of who_and_where, `answers` its typed answers. Raises Denied,
    Refused with each problem beside its field.
    """
    adds = {"name": _name, "address": _address, "number": _number, "tie": _tie}
    with transaction.atomic():
        person = _person(by=by, person_id=person_id)
        if what not in adds:
            raise Denied(verb=VERB, reason="no-such-section", hidden=True)
        _check(what=what, answers=answers, at=at)
        made, others = adds[what](by=by, person=person, answers=answers, at=at)
        trail.write(
            viewer=by,
            verb=VERB,
            decision="done",
            resource=f"{what}.add",
            objects=[made],
            persons=[person.pk, *others],
        )
    return made


def end(*, by: Viewer, person_id: UUID, what: str, row_id: UUID, at: datetime) -> None:
    """Say that something held until today: what was recorded stays, and is superseded.

    Raises Denied, Conflict where it was ended already.
    """
    with transaction.atomic():
        person = _person(by=by, person_id=person_id)
        if what == "number":
            _end_number(by=by, person=person, row_id=row_id, at=at)
        elif what in ENDED:
            _end_stated(by=by, person=person, model=ENDED[what], row_id=row_id, at=at)
        else:
            raise Denied(verb=VERB, reason="no-such-section", hidden=True)
        trail.write(
            viewer=by,
            verb=VERB,
            decision="done",
            resource=f"{what}.end",
            objects=[row_id],
            persons=[person.pk],
        )


def _person(*, by: Viewer, person_id: UUID) -> Person:
    decision.require(viewer=by, verb=VERB)
    person = rows.visible(viewer=by, rows=Person.objects.all()).filter(pk=person_id).first()
    if person is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    return person


def _check(*, what: str, answers: Mapping[str, Any], at: datetime) -> None:
    problems = reading.check(asked.sections[what], answers, on=at.date())
    for key in ("valid_from", "date_of_birth"):
        if key in answers and date.fromisoformat(answers[key]) > london_date(at):
            problems = (*problems, Problem(key, "Enter a day that has been, or leave it empty"))
    if problems:
        raise Refused(problems)


def _stated(by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    since = answers.get("valid_from")
    return {
        "id": uuid4(),
        "person": person,
        "valid_from": date.fromisoformat(since) if since else None,
        "recorded_at": at,
        "recorded_by_id": by.account_id,
        "scope": person.scope,
        "desk": person.desk,
        "seal": person.seal,
    }


Added = tuple[UUID, tuple[UUID, ...]]


def _name(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    said = {key: answers[key] for key in ("kind", "given_name", "family_name")}
    return PersonName.objects.create(**_stated(by, person, answers, at), **said).pk, ()


def _address(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    made = Address.objects.create(
        **_stated(by, person, answers, at),
        kind=answers["kind"],
        lines=answers["lines"],
        postcode=_read("postcode", check_digit.postcode, answers.get("postcode", "")),
        is_safe=answers["is_safe"] == "yes",
    )
    return made.pk, ()


def _number(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    stated = _stated(by, person, answers, at)
    value = _read("value", CHECKS.get(answers["kind"], str.strip), answers["value"])
    try:
        with transaction.atomic():
            return Identifier.objects.create(**stated, kind=answers["kind"], value=value).pk, ()
    except IntegrityError as refusal:
        if "gt_identifier_one_holder" not in str(refusal):
            raise
    says = "Somebody else on the register has this number: search for it before going on"
    raise Refused((Problem("value", says),))


def _tie(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    other = _somebody(by=by, beside=person, answers=answers, at=at)
    pair, (_, back) = uuid4(), asked.TIES[answers["kind"]]
    there = _stated(by, person, answers, at) | {"other": other, "pair": pair}
    here = _stated(by, other, answers, at) | {"other": person, "pair": pair}
    responsible = answers.get("parental_responsibility") == "yes"
    made = Relationship.objects.create(
        **there, kind=answers["kind"], parental_responsibility=responsible
    )
    Relationship.objects.create(**here, kind=back)
    if answers["lives_with"] == "yes":
        _live_together(by=by, person=person, other=other, answers=answers, at=at)
    return made.pk, (other.pk,)


def _somebody(*, by: Viewer, beside: Person, answers: Mapping[str, Any], at: datetime) -> Person:
    """Record a person nobody has recorded, held where the child is."""
    person_id, born = uuid4(), answers.get("date_of_birth")
    if not beside.desk:
        grants.give(account_id=by.account_id, scope=person_id, source="register", at=at)
    return Person.objects.create(
        id=person_id,
        kind="child" if answers["kind"] == "sibling" else "adult",
        given_name=answers["given_name"],
        family_name=answers["family_name"],
        date_of_birth=date.fromisoformat(born) if born else None,
        scope=person_id,
        desk=beside.desk,
        seal=beside.seal,
    )


def _live_together(
    *, by: Viewer, person: Person, other: Person, answers: Mapping[str, Any], at: datetime
) -> None:
    mine = HouseholdMember.objects.filter(
        person=person, valid_to__isnull=True, superseded_by__isnull=True
    ).first()
    household = mine.household if mine else Household.objects.create(recorded_at=at)
    for each in (other,) if mine else (person, other):
        HouseholdMember.objects.create(**_stated(by, each, answers, at), household=household)


def _read(field: str, check: Callable[[str], str], text: str) -> str:
    try:
        return check(text) if text.strip() else ""
    except ValueError as wrong:
        raise Refused((Problem(field, str(wrong)),)) from wrong


def _end_number(*, by: Viewer, person: Person, row_id: UUID, at: datetime) -> None:
    held = rows.visible(viewer=by, rows=Identifier.objects.filter(person=person, pk=row_id))
    if not held.exists():
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    if not held.filter(valid_to__isnull=True).update(valid_to=london_date(at)):
        raise Conflict("Somebody has ended this already.")


def _end_stated(*, by: Viewer, person: Person, model: Any, row_id: UUID, at: datetime) -> None:
    old = rows.visible(viewer=by, rows=model.objects.filter(person=person, pk=row_id)).first()
    if old is None:
        raise Denied(verb=VERB, reason="no-relationship", hidden=True)
    both = model.objects.filter(pair=old.pair) if model is Relationship else [old]
    for each in both:
        if each.superseded_by.exists() or each.valid_to is not None:
            raise Conflict("Somebody has ended this already.")
        held = {key: value for key, value in vars(each).items() if not key.startswith("_")}
        model.objects.create(
            **held
            | {
                "id": uuid4(),
                "supersedes_id": each.pk,
                "valid_to": london_date(at),
                "recorded_at": at,
                "recorded_by_id": by.account_id,
            }
        )
