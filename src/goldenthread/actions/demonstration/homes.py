"""Where an invented family lives, who looks after it, and which school and surgery it goes to."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Model

from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration import names, place, rows
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.families import Child
from goldenthread.content.front_door import ties
from goldenthread.records.address import Address
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.household import Household
from goldenthread.records.household_member import HouseholdMember
from goldenthread.records.involvement import Involvement
from goldenthread.records.person import Person
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.relationship import Relationship
from goldenthread.records.setting import Setting

NAMESPACE = UUID("3f7f6b0e-2c52-4f0b-9a57-5f0a9d6f5b11")
SURGERIES = ("Netherwick Surgery", "Beckside Health Centre", "Tannerbeck Medical Practice")
VISITOR, NURSE = "Health visitor", "School nurse"
PRACTITIONERS = (("Morag Ellwood", VISITOR), ("Temi Bakare", NURSE))
# How many of those being looked at have moved in the past year or so.
MOVED = 0.3
WHY_MOVED = "They have moved, the parent says."
# Who takes a contact in hand rings the school and the surgery first.
WRITTEN_DOWN = timedelta(minutes=2)
STREETS = ("Mill Lane", "Chapel Row", "Station Road", "Weavers Court", "Spring Bank")


def directory(*, schools: Iterable[tuple[str, str]], health: UUID) -> Iterator[Model]:
    """Yield the schools, by key and name, the surgeries, and two practitioners of an agency."""
    for number, (key, name) in enumerate(schools):
        code = str(990_001 + number)
        yield Setting(id=uuid5(NAMESPACE, key), kind="school", name=name, code=code)
    for number, name in enumerate(SURGERIES):
        code = f"Z{10_001 + number}"
        yield Setting(id=uuid5(NAMESPACE, name), kind="surgery", name=name, code=code)
    for number, (name, title) in enumerate(PRACTITIONERS):
        yield Practitioner(
            id=uuid5(NAMESPACE, name),
            full_name=name,
            job_title=title,
            agency_id=health,
            phone=f"01632 960 71{number}",
            email=f"{name.lower().replace(' ', '.')}@kelderby.invalid",
        )


def setting_id(*, kind: str, name: str) -> UUID | None:
    """Return the id of a school or surgery of the directory by its name; None for another place."""
    if kind == "surgery":
        return uuid5(NAMESPACE, name) if name in SURGERIES else None
    return uuid5(NAMESPACE, place.key_of(name)) if place.has_school(name) else None


def of(*, children: Sequence[tuple[Child, str]], by: UUID, at: datetime) -> Iterator[Model]:
    """Yield the home of these children, each with the desk that holds it, as recorded at `at`."""
    chance = chances.of("home", children[0][0].person_id)
    home = _Home(by=by, at=at)
    desk = children[0][1]
    mother = _mother(children[0][0].family_name, desk, chance)
    household = rows.make(Household, id=new_id(chance), recorded_at=at)
    here, before, moved = _addresses(at.date(), chance)
    surgery = chance.choice(SURGERIES)
    yield from (mother, household)
    lives = {"household_id": household.pk}
    yield home.said(HouseholdMember, mother.pk, desk, chance, **lives)
    for child, held in children:
        who = (child.person_id, held)
        yield from home.tied(*who, mother=mother, chance=chance)
        yield home.said(HouseholdMember, *who, chance, **lives)
        since = moved if moved and child.born < moved else None
        yield from home.lived(*who, chance, here=here, before=before, since=since)
        yield home.goes(*who, chance, kind="surgery", name=surgery)
        yield from home.school(child, held, chance)


def _addresses(on: date, chance: Random) -> tuple[str, str, date | None]:
    """Return where the children live, another place, and since when if they have moved lately."""
    here, before = (
        f"{chance.randint(1, 90)} {chance.choice(STREETS)}, {chance.choice(place.AREAS)}"
        for _ in range(2)
    )
    if chance.random() >= MOVED:
        return here, before, None
    return here, before, on - timedelta(days=chance.randint(20, 500))


def _mother(surname: str, desk: str, chance: Random) -> Person:
    person_id = new_id(chance)
    given, family = names.mother(surname, chance=chance)
    made: Person = rows.make(
        Person,
        id=person_id,
        kind="adult",
        given_name=given,
        family_name=family,
        scope=person_id,
        desk=desk,
    )
    return made


class _Home:
    """Statements about a family, all recorded by one and at one moment."""

    def __init__(self, *, by: UUID, at: datetime) -> None:
        self.by, self.at = by, at

    def said(self, model: Any, person_id: UUID, desk: str, chance: Random, **values: Any) -> Model:
        """Return one statement about a person."""
        made: Model = rows.make(
            model,
            id=new_id(chance),
            person_id=person_id,
            recorded_at=self.at,
            recorded_by_id=self.by,
            scope=person_id,
            desk=desk,
            **values,
        )
        return made

    def lived(
        self, person_id: UUID, desk: str, chance: Random, *, here: str, before: str,
        since: date | None,
    ) -> Iterator[Model]:  # fmt: skip
        """Yield where somebody lives, and where until `since`: told first, and then ended."""
        if since is not None:
            was = {"kind": "home", "lines": before}
            told = self.said(Address, person_id, desk, chance, **was)
            ended = {"valid_to": since - timedelta(days=1), "why_ended": WHY_MOVED}
            yield told
            yield self.said(Address, person_id, desk, chance, supersedes_id=told.pk, **ended, **was)
        yield self.said(Address, person_id, desk, chance, kind="home", lines=here, valid_from=since)

    def tied(self, child_id: UUID, desk: str, *, mother: Person, chance: Random) -> Iterator[Model]:
        """Yield both ends of a child's tie to their mother."""
        pair, back = new_id(chance), ties.TIES["mother"][1]
        to = {"other_id": mother.pk, "pair": pair, "parental_responsibility": True}
        yield self.said(Relationship, child_id, desk, chance, kind="mother", **to)
        other = {"other_id": child_id, "pair": pair}
        yield self.said(Relationship, mother.pk, mother.desk, chance, kind=back, **other)

    def goes(
        self, person_id: UUID, desk: str, chance: Random, *, kind: str, name: str,
        since: date | None = None,
    ) -> Model:  # fmt: skip
        """Return a time at a setting of the directory."""
        setting = setting_id(kind=kind, name=name)
        said = {"kind": kind, "name": name, "setting_id": setting, "valid_from": since}
        return self.said(Enrolment, person_id, desk, chance, **said)

    def school(self, child: Child, desk: str, chance: Random) -> Iterator[Model]:
        """Yield the school of a child old enough for one, and who sees them from health."""
        age = child.age(self.at.date())
        who = VISITOR if age < 5 else NURSE
        name = next(name for name, title in PRACTITIONERS if title == who)
        involved = {"practitioner_id": uuid5(NAMESPACE, name), "what": who}
        yield self.said(Involvement, child.person_id, desk, chance, **involved)
        if age < 4:
            return
        school = place.school(0 if age < 11 else 1)
        year = child.born.year + (4 if age < 11 else 11)
        started = date(year, 9, 1)
        since = started if started <= self.at.date() else None
        at = {"kind": "school", "name": school.name}
        yield self.goes(child.person_id, desk, chance, **at, since=since)
