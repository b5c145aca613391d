"""One child, however many people they were recorded as before somebody said who they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Func, OuterRef, UUIDField, Value

from goldenthread.access import decision, record_states, rows
from goldenthread.access import seen as how_much
from goldenthread.access.viewer import Viewer
from goldenthread.content.need_to_know import verbs
from goldenthread.records.person import Person


@dataclass(frozen=True, kw_only=True)
class Child:
    """A person this viewer sees, and everybody recorded who is that child, themselves first.

    Of the others the ids alone: what is recorded of each is for whoever sees it. PostgreSQL tells
    nothing of what is sealed. `shown` are the field classes this viewer is shown of them, and
    `may` what they see enough of them to do.
    """

    person: Person
    recorded_as: tuple[UUID, ...]
    shown: frozenset[str]
    may: frozenset[str]


def seen(*, viewer: Viewer, person_id: UUID, verb: str) -> Child:
    """Return the child, in one question; raises Denied if the viewer may not see the person."""
    people = rows.visible(viewer=viewer, rows=Person.objects.filter(pk=person_id))
    everybody = Func(
        Value(person_id),
        template="array(select gt_cluster(%(expressions)s))",
        output_field=ArrayField(UUIDField()),
    )
    pathways = ArraySubquery(record_states.opened_of(OuterRef("pk")).values("pathway"))
    found: Any = people.annotate(recorded_as=everybody, open_pathways=pathways).first()
    if found is not None:
        record_states.tell(found, open_pathways=found.open_pathways)
    person = decision.opened(viewer=viewer, verb=verb, record=found)
    opened = how_much.of(viewer=viewer, record=person)
    return Child(
        person=person,
        recorded_as=_first(person_id, person.recorded_as),
        shown=opened.shown,
        may=frozenset(each for each in viewer.may if verbs.NEEDS[each] <= opened.level),
    )


def recorded_as(person_id: UUID) -> tuple[UUID, ...]:
    """Return everybody recorded who is this child, for who has read them already.

    PostgreSQL tells nobody who does not see the one asked about.
    """
    with connection.cursor() as cursor:
        cursor.execute("select * from gt_cluster(%s)", [person_id])
        return _first(person_id, (found for (found,) in cursor.fetchall()))


def _first(person_id: UUID, everybody: Iterable[UUID]) -> tuple[UUID, ...]:
    return (person_id, *sorted(set(everybody) - {person_id}))
