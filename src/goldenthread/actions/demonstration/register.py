"""Who each contact arrived with, and which child of the register that was found to be.

As in the product: each contact brings a person of its own, as whoever told it wrote the name, and
who looks at it says which child it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Model

from goldenthread.actions import arrival
from goldenthread.actions.demonstration import homes, rows
from goldenthread.actions.demonstration.acts import Course
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.families import Child
from goldenthread.actions.demonstration.people import Member
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.identification import Identification
from goldenthread.records.identifier import Identifier
from goldenthread.records.person import Person

# What the forms call a child's numbers, and the kind each is kept as (actions.arrival).
NUMBERS = {"nhs_number": "nhs", "pupil_number": "upn"}
# Who takes a contact in hand looks the child up first.
LOOKED_UP = timedelta(minutes=1)
WHY = "Same address and date of birth, and the same brothers and sisters in our record."


@dataclass(kw_only=True, slots=True)
class Told:
    """One person as a contact told of them; `child` is the child of the register they are."""

    person_id: UUID
    child: Child
    answers: Mapping[str, Any]
    by: Member
    at: datetime
    identified_by: Member | None = None
    identified_at: datetime | None = None

    def is_known(self, at: datetime) -> bool:
        """Whether it was known by then which child of the register this is."""
        first = self.person_id == self.child.person_id
        return first or (self.identified_at is not None and self.identified_at <= at)

    def subject(self, at: datetime) -> UUID:
        """Return whom what is opened at that time is about."""
        return self.child.person_id if self.is_known(at) else self.person_id


class Register:
    """Everybody the contacts of one family told of."""

    def __init__(self, *, chance: Random) -> None:
        self.chance = chance
        self.told: dict[UUID, Told] = {}

    def arrived(self, course: Course, *, by: Member, at: datetime) -> Told:
        """Keep whom a contact arrived with, and by whom and when they were recognised."""
        child = course.child
        before = child.person_id in self.told
        found = Told(
            person_id=new_id(self.chance) if before else child.person_id,
            child=child,
            answers=course.answers,
            by=by,
            at=at,
        )
        if before and course.claimed_by and course.claimed_at:
            found.identified_by = course.claimed_by
            found.identified_at = course.claimed_at + LOOKED_UP
        self.told[found.person_id] = found
        return found

    def cluster(self, person_id: UUID, at: datetime) -> list[UUID]:
        """Return everybody known by then to be the same child, the one asked about first."""
        of = self.told[person_id]
        if not of.is_known(at):
            return [person_id]
        same = [t for t in self.told.values() if t.child is of.child and t.is_known(at)]
        return list(dict.fromkeys((person_id, *(each.person_id for each in same))))

    def rows(self, desks: Mapping[UUID, str]) -> Iterator[Model]:
        """Yield each person, their numbers, and what was decided about who they are."""
        for told in self.told.values():
            desk = desks.get(told.person_id, "")
            yield self._person(told, desk)
            yield from self._stated(told, desk)

    def _person(self, told: Told, desk: str) -> Model:
        said = told.answers
        born, expected = _day(said.get("date_of_birth")), _day(said.get("expected_on"))
        known = told.identified_at is not None
        made: Model = rows.make(
            Person,
            id=told.person_id,
            kind="unborn" if expected else "child",
            given_name=said["given_name"],
            family_name=said["family_name"],
            date_of_birth=born,
            expected_date_of_birth=expected,
            sex="U" if expected else said["sex"],
            same_as_id=told.child.person_id if known else None,
            scope=told.person_id,
            desk=desk,
        )
        return made

    def _stated(self, told: Told, desk: str) -> Iterator[Model]:
        own = {"person_id": told.person_id, "scope": told.person_id, "desk": desk}
        for key, kind in NUMBERS.items():
            if key in told.answers:
                yield rows.make(
                    Identifier,
                    id=new_id(self.chance),
                    kind=kind,
                    value=told.answers[key],
                    told=True,
                    recorded_at=told.at,
                    recorded_by_id=told.by.account_id,
                    **own,
                )
        yield from self._goes_to(told, own)
        if told.identified_by is not None:
            yield rows.make(
                Identification,
                id=new_id(self.chance),
                decision="same",
                child_id=told.child.person_id,
                why=WHY,
                recorded_at=told.identified_at,
                recorded_by_id=told.identified_by.account_id,
                **own,
            )

    def _goes_to(self, told: Told, own: dict[str, Any]) -> Iterator[Model]:
        for key, kind in arrival.GOES_TO.items():
            if key in told.answers:
                name = told.answers[key]
                yield rows.make(
                    Enrolment,
                    id=new_id(self.chance),
                    kind=kind,
                    name=name,
                    setting_id=homes.setting_id(kind=kind, name=name),
                    recorded_at=told.at,
                    recorded_by_id=told.by.account_id,
                    **own,
                )


def _day(said: Any) -> date | None:
    return None if said in (None, NOT_KNOWN) else date.fromisoformat(said)
