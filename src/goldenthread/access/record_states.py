"""What stands with a record now: what it is sealed as, whether the child has died, what is open."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import OuterRef, QuerySet

from goldenthread.content import catalogue
from goldenthread.content.need_to_know import record_states as states
from goldenthread.language.need_to_know import RecordState
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from goldenthread.records.postgresql import identity
from goldenthread.records.protected import Protected

REMEMBERED = "record-states"


def of(record: Protected) -> str:
    """Return the key of the state of a record a viewer sees; "" for a store nobody declared.

    A seal names its state, and after a colon the one record it is of ("restricted:<child>").
    """
    if record.seal:
        key = record.seal.partition(":")[0]
        return key if key in catalogue.declared(RecordState) else ""
    if isinstance(record, Episode):
        return of_episode(record)
    if isinstance(record, Entry | ClockRun):
        return of_episode(record.episode)
    if isinstance(record, Person):
        return states.deceased.key if record.died_on else of_person(record.pk)
    person_id = getattr(record, "person_id", None)
    return of_person(person_id) if person_id else states.contact.key


def of_episode(episode: Episode) -> str:
    """Return what an episode says by itself: what its pathway declares, or that it is closed."""
    if episode.closed_at is not None:
        return states.closed.key
    return catalogue.pathway(episode.pathway).record_state


def of_person(person_id: UUID) -> str:
    """Return the highest of what stands with somebody, by all of it that the viewer sees."""
    remembered = _remembered()
    if person_id not in remembered:
        remembered[person_id] = _of_person(person_id)
    return remembered[person_id]


def tell(person: Person, *, open_pathways: Iterable[str]) -> None:
    """Remember what stands with somebody who was read with `opened_of`: it is not asked again."""
    deceased = person.died_on is not None
    _remembered()[person.pk] = states.deceased.key if deceased else _highest(open_pathways)


def opened_of(person_id: UUID | OuterRef) -> QuerySet[Episode]:
    """Return what is open about somebody, of what the viewer sees.

    Not what is sealed by itself: it says nothing of the record beside it, even to who is named.
    """
    return Episode.objects.filter(subject_person_id=person_id, closed_at__isnull=True, seal="")


def _remembered() -> dict[UUID, str]:
    found: dict[UUID, str] = identity.current().remembered.setdefault(REMEMBERED, {})
    return found


def _of_person(person_id: UUID) -> str:
    person = Person.objects.filter(pk=person_id).first()
    if person is not None and person.died_on is not None:
        return states.deceased.key
    return _highest(opened_of(person_id).values_list("pathway", flat=True))


def _highest(open_pathways: Iterable[str]) -> str:
    found = {catalogue.pathway(key).record_state for key in open_pathways}
    declared = catalogue.declared(RecordState)
    return max(found or {states.closed.key}, key=lambda key: declared[key].order)
