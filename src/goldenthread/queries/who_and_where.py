"""Who somebody is and where: all that is said of one person, as known at a moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content.front_door import ties as tied
from goldenthread.content.front_door import who_and_where as asked
from goldenthread.content.need_to_know import field_classes as classes
from goldenthread.kernel.calendar import end_of_day
from goldenthread.language.instrument import Section
from goldenthread.language.need_to_know import FieldClass
from goldenthread.language.question import Option
from goldenthread.queries import directory, one_child, same_adult
from goldenthread.queries.one_child import Child
from goldenthread.records.address import Address
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.identifier import Identifier
from goldenthread.records.involvement import Involvement
from goldenthread.records.person import Person
from goldenthread.records.person_name import PersonName
from goldenthread.records.relationship import Relationship

VERB = "register.read"
HIDDEN = "Somebody you may not open"


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing said of somebody: what, in words, and the days it held.

    `person_id` is whom it was said of, who may be another this child was recorded as; `others` are
    those it names.
    """

    row_id: UUID
    person_id: UUID
    what: str
    kind: str
    words: str
    since: date | None
    until: date | None
    why_ended: str = ""
    kept_from_others: bool = False
    as_told: bool = False
    others: tuple[UUID, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WhoAndWhere:
    """All the register has of one person, as known at a moment; birth and death are as now."""

    person_id: UUID
    name: str
    kind: str
    born: date | None
    expected: date | None
    died: date | None
    ties: tuple[Told, ...]
    household: tuple[Told, ...]
    goes: tuple[Told, ...]
    involved: tuple[Told, ...]
    addresses: tuple[Told, ...]
    names: tuple[Told, ...]
    numbers: tuple[Told, ...]

    @property
    def every(self) -> tuple[Told, ...]:
        """All that is told, for the trail."""
        return (
            *self.ties, *self.household, *self.goes, *self.involved, *self.addresses, *self.names,
            *self.numbers,
        )  # fmt: skip

    @property
    def persons(self) -> set[UUID]:
        """Everybody any of it is said of or names."""
        named = {other for each in self.every for other in each.others}
        return {self.person_id, *named, *(each.person_id for each in self.every)}


def of(*, viewer: Viewer, person_id: UUID, now: datetime) -> WhoAndWhere:
    """Return what is known of one person at `now`, whoever they were recorded as. Raises Denied."""
    decision.require(viewer=viewer, verb=VERB)
    seen = one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)
    person, child = seen.person, seen.recorded_as
    said = partial(_said, viewer=viewer, child=seen, now=now)
    addresses = said(Address, classes.contact)
    if classes.safe_address.key not in seen.shown:
        addresses = addresses.filter(is_safe=False)
    members = list(said(HouseholdMember, classes.third_party))
    involved = said(Involvement, classes.admin, "practitioner__agency")
    return WhoAndWhere(
        person_id=person.pk,
        name=str(person),
        kind=person.kind,
        born=person.date_of_birth,
        expected=person.expected_date_of_birth,
        died=person.died_on,
        ties=_ties(viewer=viewer, found=list(said(Relationship, classes.third_party))),
        household=_household(viewer=viewer, child=child, found=members, now=now),
        goes=_goes(list(said(Enrolment, classes.contact, "setting")), now=now),
        involved=tuple(_involved(each) for each in involved),
        addresses=tuple(_address(each) for each in addresses),
        names=tuple(_name(each) for each in said(PersonName, classes.identity)),
        numbers=_numbers(viewer=viewer, child=child, now=now),
    )


def _said(
    model: Any, holds: FieldClass, *beside: str, viewer: Viewer, child: Child, now: datetime
) -> QuerySet[Any]:
    """Return what one table says of a child: nothing, where what it holds is not shown."""
    if holds.key not in child.shown:
        return QuerySet[Any](model).none()
    said = rows.visible(viewer=viewer, rows=model.objects.all())
    found = known(said, child.recorded_as, now)
    return found.select_related(*beside) if beside else found


def ties(*, viewer: Viewer, person_id: UUID, now: datetime) -> tuple[Relationship, ...]:
    """Return the ties recorded of one person, as known at `now`; their other ends by id alone."""
    decision.require(viewer=viewer, verb=VERB)
    seen = rows.visible(viewer=viewer, rows=Relationship.objects.all())
    return tuple(known(seen, [person_id], now))


def asked_of(
    *,
    viewer: Viewer,
    person_id: UUID,
    what: str,
    now: datetime,
    answers: Mapping[str, object] | None = None,
) -> Section | None:
    """Return what is asked to add one thing more; None where there is no such thing.

    Whom somebody lives with is chosen from those who matter to them. Of somebody who matters,
    `answers` say who is meant, and it is asked whether they are recorded already. Raises Denied.
    """
    decision.require(viewer=viewer, verb=VERB)
    section = asked.sections.get(what)
    one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)
    if section is tied.tie:
        return _of_a_tie(viewer=viewer, person_id=person_id, answers=answers or {})
    if section is None or what != "household":
        return section
    found = ties(viewer=viewer, person_id=person_id, now=now)
    names = _names(viewer=viewer, ids=[each.other_id for each in found if each.valid_to is None])
    if not names:
        return section
    first, *rest = section.questions
    options = tuple(Option(key=str(key), label=name) for key, name in names.items())
    return replace(section, questions=(replace(first, options=options), *rest))


def _of_a_tie(*, viewer: Viewer, person_id: UUID, answers: Mapping[str, object]) -> Section:
    may_be = same_adult.may_be(viewer=viewer, person_id=person_id, answers=answers)
    others = same_adult.came_with(viewer=viewer, person_id=person_id)
    return tied.asking(
        may_be=[(str(each.person_id), each.words) for each in may_be],
        also_for=[(str(key), name) for key, name in others.items()],
    )


def known[Row: Model](
    stated: QuerySet[Row], person_ids: Iterable[UUID], as_at: datetime
) -> QuerySet[Row]:
    """Return what was recorded of people by `as_at` and not superseded by then."""
    recorded = stated.filter(person_id__in=list(person_ids), recorded_at__lte=as_at)
    superseded = recorded.filter(supersedes__isnull=False).values("supersedes_id")
    return recorded.exclude(pk__in=superseded).order_by("recorded_at", "pk")


def _names(*, viewer: Viewer, ids: Iterable[UUID]) -> Mapping[UUID, str]:
    people = rows.visible(viewer=viewer, rows=Person.objects.filter(pk__in=list(ids)))
    return {each.pk: str(each) for each in people.order_by("given_name", "family_name")}


def _ties(*, viewer: Viewer, found: list[Relationship]) -> tuple[Told, ...]:
    names = _names(viewer=viewer, ids=[each.other_id for each in found])
    responsible = ", has parental responsibility"
    return tuple(
        replace(
            _told(
                "tie",
                each,
                tied.title(each.kind),
                names.get(each.other_id, HIDDEN)
                + (responsible if each.parental_responsibility else ""),
            ),
            others=(each.other_id,),
        )
        for each in found
    )


def _household(
    *, viewer: Viewer, child: tuple[UUID, ...], found: list[HouseholdMember], now: datetime
) -> tuple[Told, ...]:
    members = rows.visible(viewer=viewer, rows=HouseholdMember.objects.all())
    beside = members.filter(household_id__in=[each.household_id for each in found])
    people = set(beside.values_list("person_id", flat=True)) - set(child)
    others = list(known(beside, people, now).filter(valid_to__isnull=True))
    names = _names(viewer=viewer, ids=people)
    return tuple(_lives(each, others, names) for each in found)


def _lives(mine: HouseholdMember, others: list[HouseholdMember], names: Mapping[UUID, str]) -> Told:
    beside = [each.person_id for each in others if each.household_id == mine.household_id]
    named = sorted(names.get(each, HIDDEN) for each in beside)
    words = ", ".join(named) if named else "Nobody else who is here"
    lives = "Lived with" if mine.valid_to else "Lives with"
    return replace(_told("household", mine, lives, words), others=tuple(beside))


def _numbers(*, viewer: Viewer, child: tuple[UUID, ...], now: datetime) -> tuple[Told, ...]:
    found = rows.visible(viewer=viewer, rows=Identifier.objects.filter(person_id__in=child))
    return tuple(
        replace(_told("number", each, _kind("number", each), each.value), as_told=each.told)
        for each in found.exclude(recorded_at__gt=now).order_by("kind", "pk")
    )


def _kind(what: str, row: Any) -> str:
    (kinds,) = (each for each in asked.sections[what].questions if each.key == "kind")
    return kinds.label_of(row.kind)


def _name(row: PersonName) -> Told:
    return _told("name", row, _kind("name", row), str(row))


def _address(row: Address) -> Told:
    words = f"{row.lines}, {row.postcode}" if row.postcode else row.lines
    return replace(
        _told("address", row, _kind("address", row), words), kept_from_others=row.is_safe
    )


def _goes(found: list[Enrolment], *, now: datetime) -> tuple[Told, ...]:
    """Each place by the name it had: on the last day somebody went there, else as known now."""
    places = [row.setting for row in found if row.setting]
    is_now = directory.names_then(settings=places, at=now)
    told = []
    for row in found:
        words = is_now[row.setting.pk] if row.setting else row.name
        if row.setting and row.valid_to and end_of_day(row.valid_to) < now:
            last = end_of_day(row.valid_to)
            then = directory.names_then(settings=[row.setting], at=last)[row.setting.pk]
            words = then if then == words else f"{then} (now {words})"
        told.append(_told("goes", row, tied.GOES_TO.get(row.kind, row.kind), words))
    return tuple(told)


def _involved(row: Involvement) -> Told:
    who = row.practitioner
    reached = f", {who.phone}" if who.phone else ""
    return _told("involved", row, row.what, f"{who.full_name}, {who.agency.name}{reached}")


def _told(what: str, row: Any, kind: str, words: str) -> Told:
    return Told(
        row_id=row.pk,
        person_id=row.person_id,
        what=what,
        kind=kind,
        words=words,
        since=row.valid_from,
        until=row.valid_to,
        why_ended=getattr(row, "why_ended", ""),
    )
