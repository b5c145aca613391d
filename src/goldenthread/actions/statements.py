"""Each thing that can be said of somebody on the register: made, and never edited after."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from goldenthread.access import grants, rows
from goldenthread.access.viewer import Viewer
from goldenthread.actions.conflict import Refused
from goldenthread.content.front_door import ties
from goldenthread.content.partnership import numbers
from goldenthread.kernel import calendar, check_digit
from goldenthread.kernel.calendar import london_date
from goldenthread.language.answers import Problem
from goldenthread.queries import offered
from goldenthread.records.address import Address
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.household import Household
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.identifier import Identifier
from goldenthread.records.involvement import Involvement
from goldenthread.records.person import Person
from goldenthread.records.person_name import PersonName
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.relationship import Relationship

ADULT_AT = 18
CHECKS: Mapping[str, Callable[[str], str]] = {
    "nhs": check_digit.nhs_number,
    "upn": check_digit.upn,
    **{key: each.read for key, each in numbers.formats.items()},
}
NOT_LISTED = "Nobody of that name is in the directory: choose one of those offered"
TWO_DATES = "Give a date of birth, or when they are expected, and not both"
# What was made, and whom else it is about.
Added = tuple[UUID, tuple[UUID, ...]]


def stated(by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """Return what every statement about a person begins with, held where the person is."""
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


def name(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    """Say another name."""
    said = {key: answers[key] for key in ("kind", "given_name", "family_name")}
    return PersonName.objects.create(**stated(by, person, answers, at), **said).pk, ()


def address(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    """Say where somebody lives, and whether that is to be kept from others."""
    made = Address.objects.create(
        **stated(by, person, answers, at),
        kind=answers["kind"],
        lines=answers["lines"],
        postcode=_read("postcode", check_digit.postcode, answers.get("postcode", "")),
        is_safe=answers["is_safe"] == "yes",
    )
    return made.pk, ()


def number(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    """Say a number; raises Refused where it cannot be one, or is another's."""
    begun = stated(by, person, answers, at)
    value = _read("value", CHECKS.get(answers["kind"], str.strip), answers["value"])
    try:
        with transaction.atomic():
            return Identifier.objects.create(**begun, kind=answers["kind"], value=value).pk, ()
    except IntegrityError as refusal:
        if "gt_identifier_one_holder" not in str(refusal):
            raise
    says = "Somebody else on the register has this number: search for it before going on"
    raise Refused((Problem("value", says),))


def goes(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    """Say which school, nursery, surgery or home; one that is not on the list is kept by name."""
    there = offered.setting(kind=answers["kind"], words=answers["name"], on=london_date(at))
    made = Enrolment.objects.create(
        **stated(by, person, answers, at),
        kind=answers["kind"],
        name=answers["name"],
        setting=there,
    )
    return made.pk, ()


def involved(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    """Say who works with somebody; raises Refused for who is not in the directory."""
    full_name, _, rest = answers["practitioner"].partition(", ")
    found = Practitioner.objects.filter(full_name__iexact=full_name.strip())
    found = found.exclude(valid_to__lt=london_date(at))
    if rest:
        found = found.filter(agency__name__iexact=rest.strip())
    every = list(found[:2])
    if len(every) != 1:
        says = "Several are called that: choose one of those offered" if every else NOT_LISTED
        raise Refused((Problem("practitioner", says),))
    begun = stated(by, person, answers, at)
    made = Involvement.objects.create(**begun, practitioner=every[0], what=answers["does_what"])
    return made.pk, ()


def tie(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    """Say who matters to somebody, and to those they came in with of whom it is said too.

    One adult is one person, whomever of them they matter to: somebody recorded already where the
    answers say so, else somebody nobody has recorded.
    """
    meant = answers.get("same_person", ties.ANOTHER.key)
    seen = rows.visible(viewer=by, rows=Person.objects.all())
    if meant == ties.ANOTHER.key:
        other = _somebody(by=by, beside=person, answers=answers, at=at)
    else:
        other = seen.get(pk=UUID(meant))
    also = list(seen.filter(pk__in=answers.get("also_for", ())))
    made = _tie(by=by, person=person, other=other, answers=answers, at=at)
    if made is None:
        says = "They are recorded as this to the child already"
        raise Refused((Problem("same_person", says),))
    for each in also:
        _tie(by=by, person=each, other=other, answers=answers, at=at)
    return made, (other.pk, *(each.pk for each in also))


def _tie(
    *, by: Viewer, person: Person, other: Person, answers: Mapping[str, Any], at: datetime
) -> UUID | None:
    """Tie two people from both ends; None where they are tied so already."""
    pair, kind, (_, back) = uuid4(), answers["kind"], ties.TIES[answers["kind"]]
    standing = Relationship.objects.filter(superseded_by__isnull=True, valid_to__isnull=True)
    if standing.filter(person=person, other=other, kind=kind).exists():
        return None
    there = stated(by, person, answers, at) | {"other": other, "pair": pair}
    here = stated(by, other, answers, at) | {"other": person, "pair": pair}
    responsible = answers.get("parental_responsibility") == "yes"
    made = Relationship.objects.create(**there, kind=kind, parental_responsibility=responsible)
    Relationship.objects.create(**here, kind=back)
    if answers["lives_with"] == "yes":
        _live_together(by=by, person=person, other=other, answers=answers, at=at)
    return made.pk


def together(*, by: Viewer, person: Person, answers: Mapping[str, Any], at: datetime) -> Added:
    """Say that somebody lives with another who matters to them, from a day on."""
    tied = Relationship.objects.filter(person=person, other_id=UUID(answers["other"]))
    seen = rows.visible(viewer=by, rows=Person.objects.filter(pk=answers["other"]))
    other = seen.first() if tied.exists() else None
    if other is None:
        raise Refused((Problem("other", "Choose somebody who matters to them"),))
    made = _live_together(by=by, person=person, other=other, answers=answers, at=at)
    if made is None:
        raise Refused((Problem("other", "They are recorded as living together already"),))
    return made, (other.pk,)


def birth(*, person: Person, answers: Mapping[str, Any], **_: object) -> Added:
    """Say that a baby who was expected is born. Their birth and sex are told as now."""
    if person.expected_date_of_birth is None:
        raise Refused((Problem("date_of_birth", "They are not recorded as not born yet"),))
    person.kind, person.expected_date_of_birth = "child", None
    person.date_of_birth, person.sex = date.fromisoformat(answers["date_of_birth"]), answers["sex"]
    person.save(update_fields=["kind", "expected_date_of_birth", "date_of_birth", "sex"])
    return person.pk, ()


def death(*, person: Person, answers: Mapping[str, Any], **_: object) -> Added:
    """Say that somebody has died, and when: not before they were born."""
    died_on = date.fromisoformat(answers["died_on"])
    if person.date_of_birth is not None and died_on < person.date_of_birth:
        born = person.date_of_birth
        says = f"They were born on {born.day} {born:%B %Y}: the day they died cannot be before it"
        raise Refused((Problem("died_on", says),))
    person.died_on = died_on
    person.save(update_fields=["died_on"])
    return person.pk, ()


def _somebody(*, by: Viewer, beside: Person, answers: Mapping[str, Any], at: datetime) -> Person:
    """Record a person nobody has recorded, held where the child is."""
    person_id = uuid4()
    born, expected = (
        date.fromisoformat(said) if (said := answers.get(key)) else None
        for key in ("date_of_birth", "expected_on")
    )
    if born and expected:
        raise Refused((Problem("expected_on", TWO_DATES),))
    if not beside.desk:
        grants.give(
            account_id=by.account_id, kind="recorder", scope=person_id, source="register", at=at
        )
    return Person.objects.create(
        id=person_id,
        kind=_kind(tie=answers["kind"], born=born, expected=expected, on=london_date(at)),
        given_name=answers["given_name"],
        family_name=answers["family_name"],
        date_of_birth=born,
        expected_date_of_birth=expected,
        scope=person_id,
        desk=beside.desk,
        seal=beside.seal,
    )


def _kind(*, tie: str, born: date | None, expected: date | None, on: date) -> str:
    if expected:
        return "unborn"
    if born:
        return "child" if calendar.add_months(born, 12 * ADULT_AT) > on else "adult"
    return "child" if tie == "sibling" else "adult"


def _live_together(
    *, by: Viewer, person: Person, other: Person, answers: Mapping[str, Any], at: datetime
) -> UUID | None:
    """Put two people in one household: the other's, this one's, or a new one.

    None where they live together already.
    """
    standing = {"valid_to__isnull": True, "superseded_by__isnull": True}
    theirs, mine = (
        HouseholdMember.objects.filter(person=each, **standing).first() for each in (other, person)
    )
    there = theirs or mine
    household = there.household if there else Household.objects.create(recorded_at=at)
    made = [
        HouseholdMember.objects.create(**stated(by, each, answers, at), household=household)
        for each in (person, other)
        if not household.members.filter(person=each, **standing).exists()
    ]
    return made[0].pk if made else None


def _read(field: str, check: Callable[[str], str], text: str) -> str:
    try:
        return check(text) if text.strip() else ""
    except ValueError as wrong:
        raise Refused((Problem(field, str(wrong)),)) from wrong
