"""Whether somebody named beside a child is recorded already: one mother of three is one person.

Nobody is taken for another by their name. Who may be meant is offered, and a person says; only
where the sender told of one adult for all the children they sent is the answer filled in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from goldenthread.access import rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content.front_door import ties
from goldenthread.content.need_to_know import field_classes as classes
from goldenthread.kernel.words import plain_date
from goldenthread.queries import one_child, register
from goldenthread.queries.register import Sought
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person
from goldenthread.records.relationship import Relationship

ADULT = "adult"


@dataclass(frozen=True, kw_only=True)
class MayBe:
    """Somebody recorded already who may be meant, in words that tell them from another.

    `shared` says that the sender told of one of this name and tie for all the children they sent.
    """

    person_id: UUID
    words: str
    shared: bool


def came_with(*, viewer: Viewer, person_id: UUID) -> Mapping[UUID, str]:
    """Return the children one came in together with, as far as the viewer sees them, by id."""
    child = one_child.recorded_as(person_id)
    seen = rows.visible(viewer=viewer, rows=Episode.objects.all())
    together = seen.filter(occasion_id__in=_occasions(viewer, child))
    people = rows.visible(viewer=viewer, rows=Person.objects.exclude(pk__in=child))
    found = people.filter(pk__in=together.values("subject_person_id"))
    return {each.pk: str(each) for each in found.order_by("given_name", "family_name", "pk")}


def may_be(*, viewer: Viewer, person_id: UUID, answers: Mapping[str, Any]) -> tuple[MayBe, ...]:
    """Return the adults of this name recorded beside those the child came with, or found.

    Of those found by the register, whoever the viewer may open and nobody else. A birth date that
    was said of both must be one.
    """
    given, family = (str(answers.get(key) or "") for key in ("given_name", "family_name"))
    if not (given and family):
        return ()
    there = _beside(viewer, person_id)
    ids = there.keys() | _found(viewer, given, family, _day(answers))
    people = rows.visible(viewer=viewer, rows=Person.objects.filter(pk__in=ids, kind=ADULT))
    told = _told_of_all(viewer, person_id, f"{given} {family}", str(answers.get("kind")))
    return tuple(
        MayBe(
            person_id=each.pk,
            words=_words(each, there.get(each.pk, ())),
            shared=told and each.pk in there,
        )
        for each in people.order_by("date_of_birth", "pk")
        if str(each).casefold() == f"{given} {family}".casefold() and _agrees(each, answers)
    )


def _occasions(viewer: Viewer, child: tuple[UUID, ...]) -> list[UUID]:
    seen = rows.visible(viewer=viewer, rows=Episode.objects.filter(subject_person_id__in=child))
    return [each for each in seen.values_list("occasion_id", flat=True) if each]


def _beside(viewer: Viewer, person_id: UUID) -> dict[UUID, tuple[str, ...]]:
    """Return who is tied to those the child came with, each with to whom and as what."""
    children = {
        each: name
        for each, name in came_with(viewer=viewer, person_id=person_id).items()
        if classes.third_party.key in _shown(viewer, each)
    }
    seen = rows.visible(viewer=viewer, rows=Relationship.objects.all())
    standing = seen.filter(
        person_id__in=children, superseded_by__isnull=True, valid_to__isnull=True
    )
    found: dict[UUID, tuple[str, ...]] = {}
    for each in standing.order_by("recorded_at", "pk"):
        said = f"{ties.title(each.kind).lower()} of {children[each.person_id]}"
        found[each.other_id] = (*found.get(each.other_id, ()), said)
    return found


def _shown(viewer: Viewer, person_id: UUID) -> frozenset[str]:
    """Return what classes of field this viewer is shown of one child: none of who may not be."""
    try:
        return one_child.seen(viewer=viewer, person_id=person_id, verb="register.read").shown
    except Denied:
        return frozenset()


def _found(viewer: Viewer, given: str, family: str, born: date | None) -> set[UUID]:
    sought = Sought(given_name=given, family_name=family, born=born)
    try:
        matches = register.search(viewer=viewer, sought=sought).matches
    except Denied:
        return set()
    return {each.person_id for each in matches if each.may_open and each.kind == ADULT}


def _told_of_all(viewer: Viewer, person_id: UUID, name: str, kind: str) -> bool:
    """Whether a sender named one such adult once, for all the children they sent."""
    child = one_child.recorded_as(person_id)
    seen = rows.visible(viewer=viewer, rows=Occasion.objects.all())
    for occasion in seen.filter(pk__in=_occasions(viewer, child)):
        named = [
            str(each.get("adult_name", "")).casefold()
            for each in occasion.answers.get("household") or ()
            if each.get("adult_is") == kind
        ]
        if named.count(name.casefold()) == 1:
            return True
    return False


def _agrees(person: Person, answers: Mapping[str, Any]) -> bool:
    born = _day(answers)
    return None in (born, person.date_of_birth) or born == person.date_of_birth


def _day(answers: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(str(answers.get("date_of_birth")))
    except ValueError:
        return None


def _words(person: Person, tied: tuple[str, ...]) -> str:
    born = f"born {plain_date(person.date_of_birth)}" if person.date_of_birth else ""
    return ", ".join(filter(None, (f"Yes, {person}", born, *tied)))
